import SeosResolve
import Testing

/// What resolutions leave each other of names changes nothing but the time they take.
@Suite struct SignatureMemoryTests {
    private let names = [
        ("University of Tartu", "en"), ("Tartu Ülikool", "et"), ("Gmina Miejska Kołobrzeg", "pl"),
        ("Stadt Kolberg", "de"), ("Võrumaa Arenduskeskus", "et"), ("Centrum Rozwoju Powiatu Võru", "pl"),
    ]

    /// Whether each of the names is close to each other one, by the numbers of a probe.
    private func closeness(_ probe: NameProbe) -> [Bool] {
        let numbers = names.map { probe.number(of: $0.0, language: $0.1) }
        return numbers.flatMap { a in numbers.map { probe.areClose(a, $0) } }
    }

    @Test func namesReadBeforeAreReadTheSame() {
        let memory = SignatureMemory()
        let before = NameProbe(names: .embedded, memory: memory)
        for (name, language) in names.reversed() + [("Hafnarfjarðarkaupstaður", "is")] {
            _ = before.number(of: name, language: language)
        }
        before.share()
        let (fresh, later) = (NameProbe(names: .embedded), NameProbe(names: .embedded, memory: memory))
        #expect(closeness(later) == closeness(fresh))
        #expect(closeness(fresh).contains(true))
        #expect(closeness(fresh).contains(false))
        for (name, language) in names {
            let (a, b) = (fresh.number(of: name, language: language), later.number(of: name, language: language))
            #expect(fresh.keys(of: a) == later.keys(of: b))
            #expect(fresh.partner(of: a) == later.partner(of: b))
        }
    }

    @Test func numbersFollowTheOrderOfAsking() {
        let memory = SignatureMemory()
        let before = NameProbe(names: .embedded, memory: memory)
        for (name, language) in names { _ = before.number(of: name, language: language) }
        before.share()
        let later = NameProbe(names: .embedded, memory: memory)
        #expect(names.reversed().map { later.number(of: $0.0, language: $0.1) } == Array(names.indices))
    }
}
