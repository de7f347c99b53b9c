internal import SeosText

extension NameMatcher {
    /// Keys that signatures of one thing share: pairs of its parts, and what is rare alone.
    ///
    /// Words count by their first four letters, so that cases and neighbouring spellings fall together.
    func blockingKeys(_ number: Int) -> [UInt64] {
        let signature = builder.signatures[number]
        var parts: [(key: UInt64, weight: Float)] = []
        for part in signature.parts where part.weight >= 0.2 && !part.isNumber {
            var keys: [UInt64] = []
            for group in [part.places.0, part.places.1] where group >= 0 { keys.append(2 << 40 | UInt64(group)) }
            for idea in [part.concepts.0, part.concepts.1] where idea >= 0 { keys.append(1 << 40 | UInt64(idea)) }
            if keys.isEmpty {
                keys.append(3 << 56 | Hash.of(builder.words[Int(part.word)].letters.prefix(4)) >> 8)
            }
            for key in keys where !parts.contains(where: { $0.key == key }) { parts.append((key, part.weight)) }
        }
        parts.sort { ($1.weight, $0.key) < ($0.weight, $1.key) }
        parts = Array(parts.prefix(7))
        var keys: Set<UInt64> = []
        for (i, x) in parts.enumerated() {
            if x.weight >= 0.7 || parts.count == 1 { keys.insert(Self.mix(x.key, 0)) }
            for y in parts.dropFirst(i + 1) { keys.insert(Self.mix(min(x.key, y.key), max(x.key, y.key))) }
        }
        for acronym in signature.acronyms { keys.insert(Self.mix(4, Hash.of(acronym))) }
        for initials in [signature.initials, signature.mainInitials] where initials.count >= 3 && initials.count <= 8 {
            keys.insert(Self.mix(4, Hash.of(initials)))
        }
        return keys.sorted()
    }

    private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        var h = a &* 0x9E37_79B9_7F4A_7C15 ^ (b &+ 0x632B_E59B_D9B4_E019)
        h ^= h >> 29
        h = h &* 0xBF58_476D_1CE4_E5B9
        return h ^ (h >> 32)
    }
}
