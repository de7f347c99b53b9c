internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// Finds the keys of entities: everything that resolution looks for in others, so that a thing's possible equals can be
/// found without looking at all.
struct EntityKeys {
    let entities: [LocalEntity]
    let keys: NameKeys
    let names: NameResources

    /// - Parameter table: names of organizations and projects, when there are any.
    func all(_ table: NameTable?) -> KeyTable {
        var result = KeyTable()
        var areas: AreaNames?
        for (n, e) in entities.enumerated() {
            switch e.kind {
            case .region:
                if let code = e.code {
                    result.add(same(e, "code \(names.regionCode(code))"), n)
                } else {
                    result.add(same(e, "name \(keys.key(of: e.name))"), n)
                    if areas == nil { areas = AreaNames(names) }
                    if let area = areas?.key(of: e) { result.add(same(e, area), n) }
                }
            case .programme:
                if let code = e.code, code != "interreg" {
                    result.add(same(e, "code \(code) \(e.years)"), n)
                } else {
                    result.add(same(e, "name \(keys.key(of: e.name))"), n)
                }
                if e.code == nil, let table { programme(n, table, &result) }
            case .contact:
                if let email = e.email { result.add(same(e, email.lowercased()), n) }
            case .organization: if let table { organization(n, e, table, &result) }
            case .project: if let table { project(n, e, table, &result) }
            }
        }
        result.sort()
        return result
    }

    private func same(_ e: LocalEntity, _ word: String) -> UInt64 { KeyFamily.same.key(e.kind, word) }

    private func programme(_ n: Int, _ table: NameTable, _ result: inout KeyTable) {
        let name = Self.trait(spelling: keys.key(of: table.entities[n].name))
        for s in table.signatures[n] {
            for key in table.matcher.blockingKeys(Int(s)) {
                result.add(KeyFamily.programme.key(key), n, trait: name)
            }
        }
    }

    // MARK: Organizations

    private func organization(_ n: Int, _ e: LocalEntity, _ table: NameTable, _ result: inout KeyTable) {
        let country = Self.trait(e.country)
        if let code = e.code {
            result.add(same(e, code), n)
        } else {
            for name in [e.name] + e.aliases.filter({ $0.contains(" ") }) {
                let key = keys.bareKey(of: name)
                if Self.isTelling(key) { result.add(KeyFamily.name.key(.organization, key), n, trait: country) }
            }
            if let beginnings = keys.beginnings(of: e.name) {
                result.add(
                    KeyFamily.inflected.key(.organization, e.language, beginnings), n,
                    trait: Self.trait(spelling: e.name))
            }
        }
        if let domain = e.domain {
            result.add(KeyFamily.domain.key(.organization, domain), n, trait: Self.trait(spelling: e.name))
        }
        for s in table.signatures[n] {
            result.add(KeyFamily.spelling.key(table.spellings[Int(s)]), n, trait: country)
        }
        look(n, e, &result)
    }

    /// One short word names too many bodies.
    static func isTelling(_ key: String) -> Bool { key.contains(" ") || key.count >= 6 }

    /// A country as a number that sorts like its letters.
    static func trait(_ country: String?) -> Int64 {
        guard let country else { return 0 }
        var packed: Int64 = 0
        var count = 0
        for byte in country.utf8.prefix(7) {
            packed = packed << 8 | Int64(byte)
            count += 1
        }
        return packed << Int64(8 * (7 - count))
    }

    /// A name as a number.
    static func trait(spelling: String) -> Int64 { Int64(bitPattern: Hash.of(spelling.utf8) >> 1) }

    private func look(_ n: Int, _ e: LocalEntity, _ result: inout KeyTable) {
        if let look = Confusables.look(e.name) {
            result.add(KeyFamily.look.key(e.kind, look), n, trait: 1)
        } else {
            result.add(KeyFamily.look.key(e.kind, e.name.uppercased()), n)
        }
    }

    // MARK: Projects

    private func project(_ n: Int, _ e: LocalEntity, _ table: NameTable, _ result: inout KeyTable) {
        for name in [e.name, e.acronym ?? ""] + e.aliases.filter(ProjectJoins.isAcronym) {
            let key = keys.key(of: name)
            if !key.isEmpty { result.add(KeyFamily.short.key(.project, key), n) }
        }
        for name in [e.fullName ?? "", e.name] + e.aliases {
            let key = keys.key(of: name)
            if key.split(separator: " ").count >= 4 { result.add(KeyFamily.long.key(.project, key), n) }
        }
        // Shorter numbers may be of two programmes.
        if let code = e.code, code.utf8.count >= 6 { result.add(KeyFamily.number.key(.project, code), n) }
        ProjectFacts(e).forEachKey { result.add(KeyFamily.fact.key(.project, $0), n) }
        for partner in table.partners[n] {
            for s in table.signatures[partner] {
                result.add(KeyFamily.partner.key(table.spellings[Int(s)]), n)
            }
        }
        look(n, e, &result)
    }
}
