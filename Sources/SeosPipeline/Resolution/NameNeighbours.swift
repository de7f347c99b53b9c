internal import SeosResolve
internal import SeosStore

/// Finds the spellings of organizations' names that mean the same as a given one, through the keys in the database.
final class NameNeighbours {
    private let update: GraphUpdate
    private let probe: NameProbe
    private var known: [Int: [Spelling]] = [:]
    /// Parts of meaning that too many names share.
    private(set) var crowded: Set<UInt64> = []
    private var names: [UInt64: [Spelling]] = [:]
    private var learned: Set<UInt64> = []

    init(_ update: GraphUpdate, _ names: NameResources, _ memory: SignatureMemory) {
        self.update = update
        probe = NameProbe(names: names, memory: memory)
    }

    /// Leaves to resolutions what was read of names.
    func share() { probe.share() }

    /// The parts of the meaning of a spelling.
    func keys(of spelling: Spelling) -> [UInt64] {
        probe.keys(of: probe.number(of: spelling.name, language: spelling.language))
    }

    /// The key by which projects are found that have a partner of this name.
    func partnerKey(of spelling: Spelling) -> Int64 {
        Int64(bitPattern: probe.partner(of: probe.number(of: spelling.name, language: spelling.language)))
    }

    /// Other spellings that mean the same, as far as they share a part that few names have.
    func close(to spelling: Spelling) throws -> [Spelling] {
        let number = probe.number(of: spelling.name, language: spelling.language)
        if let found = known[number] { return found }
        var found: [Spelling] = []
        var seen: Set<Int64> = [spelling.id]
        for key in probe.keys(of: number) {
            for other in try spellings(of: key) where seen.insert(other.id).inserted {
                if probe.areClose(number, probe.number(of: other.name, language: other.language)) {
                    found.append(other)
                }
            }
        }
        known[number] = found
        return found
    }

    /// Finds which parts of a spelling's meaning too many names share.
    func learn(_ spelling: Spelling) throws {
        for key in keys(of: spelling) where names[key] == nil && learned.insert(key).inserted {
            if try update.hasMoreSpellings(than: KeyFamily.nameLimit, Int64(bitPattern: key)) { crowded.insert(key) }
        }
    }

    /// Those of some spellings that mean the same as another of them, and share only parts that do not count.
    ///
    /// - Parameter counts: whether a part of their meaning lets names be compared, before and after a change.
    func closeOnly(_ spellings: [Spelling], where counts: (UInt64) throws -> Bool) rethrows -> Set<Int64> {
        let numbers = spellings.map { probe.number(of: $0.name, language: $0.language) }
        let parts = numbers.map { Set(probe.keys(of: $0)) }
        var found: Set<Int64> = []
        for i in spellings.indices {
            for j in spellings.indices.dropFirst(i + 1) where probe.areClose(numbers[i], numbers[j]) {
                if try parts[i].intersection(parts[j]).contains(where: counts) { continue }
                found.formUnion([spellings[i].id, spellings[j].id])
            }
        }
        return found
    }

    /// Spellings that share a part; none when they are too many.
    private func spellings(of key: UInt64) throws -> [Spelling] {
        if let found = names[key] { return found }
        var found = try update.spellings(of: Int64(bitPattern: key), limit: KeyFamily.nameLimit + 1)
        if found.count > KeyFamily.nameLimit {
            crowded.insert(key)
            found = []
        }
        names[key] = found
        return found
    }
}
