import SeosResolve
import Testing

@Suite struct RegisterMatcherTests {
    private static func matcher() -> RegisterMatcher {
        RegisterMatcher([
            ([.init("University of Tartu", language: "en"), .init("Tartu Ülikool", language: "et")], "EE"),
            ([.init("Tallinn University", language: "en")], "EE"),
            ([.init("Port of Riga", language: "en")], "LV"),
            ([.init("Harbour Society Kihelgu", language: nil)], "EE"),
            ([.init("Harbour Society Kihelgu", language: nil)], "FI"),
            ([.init("City of Narva", language: "en")], "EE"), ([.init("Municipality of Narva", language: "en")], "EE"),
        ])
    }

    private func find(_ name: String, _ language: String?, _ country: String?) -> Int? {
        var matcher = Self.matcher()
        return matcher.find([.init(name, language: language)], country: country)?.organization
    }

    @Test func inAnyLanguage() {
        #expect(find("Uniwersytet w Tartu", "pl", "EE") == 0)
        #expect(find("Universität Tartu", "de", "EE") == 0)
        #expect(find("University of Tallinn", "en", "EE") == 1)
    }

    @Test func countriesTellTwinsApart() {
        #expect(find("Harbour Society Kihelgu", "en", "EE") == 3)
        #expect(find("Harbour Society Kihelgu", "en", "FI") == 4)
        #expect(find("Harbour Society Kihelgu", "en", nil) == nil)
        #expect(find("Harbour Society Kihelgu", "en", "SE") == nil)
    }

    @Test func nothingIsBetterThanAGuess() {
        #expect(find("University of Warsaw", "en", "PL") == nil)
        #expect(find("Partner", "en", "EE") == nil)
        #expect(find("", nil, nil) == nil)
        #expect(find(String(repeating: "x", count: 10_000), nil, "EE") == nil)
        var empty = RegisterMatcher([])
        #expect(empty.find([.init("University of Tartu", language: "en")], country: "EE") == nil)
    }

    @Test func reasonsAreTold() {
        var matcher = Self.matcher()
        let answer = matcher.find([.init("Tartu Ülikool", language: "et")], country: "EE")
        #expect(answer?.score == 1)
        #expect(answer?.reasons.last == "same country: EE")
    }
}
