internal import SeosText

/// Which domain of the web an address belongs to, when that says whose it is.
///
/// `www.tartu.ee` and `info@tartu.ee` are of `tartu.ee`. Whoever has mail at a public provider, or a page on a platform, has
/// that in common with everybody: such addresses say nothing. Both are listed in `Packs/mul/domains.tsv`, with the endings
/// under which domains are given away (`gov.pl`).
public struct WebDomains: Sendable {
    /// Endings of two labels that are nobody's.
    private let suffixes: Set<String>
    /// Domains that many share.
    private let shared: Set<String>
    private static let longest = 253

    public init(files: DataFiles) {
        var suffixes: Set<String> = []
        var shared: Set<String> = []
        _ = files.withBytes("Packs/mul/domains.tsv") { bytes in
            TSV.forEachRow(bytes) { row in
                guard row.count >= 2 else { return }
                if row.string(0) == "suffix" { suffixes.insert(row.string(1)) } else { shared.insert(row.string(1)) }
            }
        }
        self.suffixes = suffixes
        self.shared = shared
    }

    /// - Parameter address: an e-mail address, a host, or the address of a page.
    /// - Returns: the domain in lower case; nil when the address has none, or one that many share.
    public func domain(of address: String) -> String? {
        var host = address[...].utf8
        if let scheme = Self.end(of: "://", in: host) { host = host[scheme...] }
        host = host.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[host.index(after: at)...] }
        host = host.prefix { $0 != UInt8(ascii: ":") }
        guard host.count <= Self.longest, let text = String(host) else { return nil }
        var labels = text.lowercased().split(separator: ".", omittingEmptySubsequences: false)
        if labels.count > 2, labels.first == "www" { labels.removeFirst() }
        guard labels.count >= 2, labels.allSatisfy(Self.isLabel), let last = labels.last, last.utf8.count >= 2,
            last.utf8.allSatisfy({ $0 < 0x30 || $0 > 0x39 })
        else { return nil }
        let pair = labels.suffix(2).joined(separator: ".")
        if suffixes.contains(pair) {
            guard labels.count >= 3 else { return nil }
            let domain = labels.suffix(3).joined(separator: ".")
            return shared.contains(domain) ? nil : domain
        }
        return shared.contains(pair) ? nil : pair
    }

    private static func isLabel(_ label: Substring) -> Bool {
        !label.isEmpty
            && label.utf8.allSatisfy { byte in
                byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "-")
                    || byte >= 0x80
            }
    }

    private static func end(of word: String, in text: Substring.UTF8View) -> Substring.Index? {
        var i = text.startIndex
        while i < text.endIndex {
            if text[i...].starts(with: word.utf8) { return text.index(i, offsetBy: word.utf8.count) }
            i = text.index(after: i)
        }
        return nil
    }
}
