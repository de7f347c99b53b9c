internal import SeosText

/// Folded keys by name: pages repeat the same names thousands of times.
final class KeyCache {
    private var keys: [String: String] = [:]

    /// ``Folding/key(_:)``.
    func key(_ name: String) -> String {
        if let known = keys[name] { return known }
        let key = Folding.key(name)
        keys[name] = key
        return key
    }
}
