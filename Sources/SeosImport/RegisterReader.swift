import Foundation
public import SeosStore

/// Reads a register of organizations from a CSV file.
public struct RegisterReader {
    private let map: RegisterMap
    private let codes: [String: String]

    public init(map: RegisterMap) {
        self.map = map
        var codes: [String: String] = [:]
        let english = Locale(identifier: "en_US")
        for region in Locale.Region.isoRegions where region.identifier.utf8.count == 2 {
            guard let name = english.localizedString(forRegionCode: region.identifier) else { continue }
            codes[name.lowercased()] = region.identifier
        }
        // As the institutions of the European Union write them.
        for (name, code) in ["el": "GR", "uk": "GB", "czech republic": "CZ", "the netherlands": "NL"] {
            codes[name] = code
        }
        for (name, code) in map.countries { codes[name.lowercased()] = code }
        self.codes = codes
    }

    /// - Returns: the organizations in the order of the file.
    /// - Throws: ``ImportError``, with the line of a record that is not well-formed, has no id or no name, or the id of
    ///   another.
    public func read(path: String) throws -> [RegisterOrganization] {
        let reader = try CSVReader(path: path, delimiter: map.delimiter)
        guard try reader.next() else { throw ImportError(.header, "it is empty", file: reader.name) }
        let width = reader.fields.count
        let header = (0..<width).map { reader.text($0) }
        func column(_ name: String) throws -> Int {
            guard let index = header.firstIndex(of: name) else {
                throw reader.error(
                    .header, "there is no column '\(name)'",
                    hint: "columns are \(header.prefix(30).map { "'\($0)'" }.joined(separator: ", "))")
            }
            return index
        }
        let id = try column(map.id)
        let names = try map.names.map { (try column($0.column), $0) }
        let country = try map.country.map(column)
        let domain = try map.domain.map(column)
        var organizations: [RegisterOrganization] = []
        var seen: Set<String> = []
        while try reader.next() {
            if reader.fields.count != width {
                throw reader.error(
                    .columns, "this record has \(reader.fields.count) columns, the header has \(width)")
            }
            let key = reader.text(id)
            if key.isEmpty { throw reader.error(.id, "this organization has no id") }
            if !seen.insert(key).inserted {
                throw reader.error(
                    .duplicateID, "an organization with the id \(shown(reader.bytes(id))) was there before")
            }
            var found: [RegisterOrganization.Name] = []
            for (column, name) in names {
                for item in Self.names(reader.text(column), name) where !found.contains(item) { found.append(item) }
            }
            if found.isEmpty { throw reader.error(.columns, "this organization has no name") }
            organizations.append(
                RegisterOrganization(
                    register: map.register, key: key, names: found, country: country.flatMap { code(reader.text($0)) },
                    domain: domain.flatMap { Self.domain(reader.text($0)) }))
        }
        return organizations
    }

    // MARK: Cells

    private static func names(_ text: String, _ map: RegisterMap.Name) -> [RegisterOrganization.Name] {
        let parts = map.separator.map { text.components(separatedBy: $0) } ?? [text]
        return parts.compactMap { part in
            var name = part.trimmingCharacters(in: .whitespaces)
            var language = map.language
            if let mark = map.languageBefore, let range = name.range(of: mark) {
                let word = name[..<range.lowerBound].trimmingCharacters(in: .whitespaces)
                // Some names have no language before them, and a colon of their own.
                if (2...3).contains(word.utf8.count), word.utf8.allSatisfy({ $0 &- 0x61 < 26 }) {
                    language = word
                    name = name[range.upperBound...].trimmingCharacters(in: .whitespaces)
                }
            }
            return name.isEmpty ? nil : RegisterOrganization.Name(name: name, language: language)
        }
    }

    private func code(_ text: String) -> String? {
        let word = text.trimmingCharacters(in: .whitespaces)
        if let code = codes[word.lowercased()] { return code }
        let isCode = word.utf8.count == 2 && word.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
        return isCode ? word.uppercased() : nil
    }

    /// `https://www.ut.ee/en` is `ut.ee`; the first of several addresses.
    static func domain(_ text: String) -> String? {
        var rest = text[...]
        if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
        let host = rest.prefix { !"/?#:; ,|".contains($0) }.lowercased()
        let plain = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        return plain.contains(".") ? plain : nil
    }
}
