import SeosResolve
import Testing

/// Names of bodies that are one in two languages, and of bodies that only sound alike.
@Suite struct NameMatcherTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        var a: String
        var inA: String?
        var b: String
        var inB: String?
        init(_ a: String, _ inA: String?, _ b: String, _ inB: String?) {
            (self.a, self.inA, self.b, self.inB) = (a, inA, b, inB)
        }
        var testDescription: String { "\(a) / \(b)" }
        var match: NameMatch {
            var matcher = NameMatcher()
            let left = matcher.signature(of: a, language: inA)
            let right = matcher.signature(of: b, language: inB)
            return matcher.match(left, right)
        }
    }

    @Test(arguments: [
        Pair("Valga Vallavalitsus", "et", "Valga Municipality", "en"),
        Pair("Tartu Ülikool", "et", "Uniwersytet w Tartu", "pl"),
        Pair("Tartu Ülikool", "et", "Тартуський університет", "uk"),
        Pair("Saaremaa Arenduskeskus", "et", "Saaremaa Development Centre", "en"),
        Pair("Ministerstwo Środowiska", "pl", "Ministry of the Environment", "en"),
        Pair("Keskkonnaministeerium", "et", "Umweltministerium", "de"),
        Pair("Aalborg Universitet", "da", "Universität Aalborg", "de"),
        Pair("Universidad de Zaragoza", "es", "Πανεπιστήμιο της Σαραγόσας", "el"),
        Pair("Fachhochschule Kiel", "de", "Kiel University of Applied Sciences", "en"),
        Pair("Camera di Commercio di Udine", "it", "Handelskammer Udine", "de"),
        Pair("Vidzemes plānošanas reģions", "lv", "Vidzeme Planning Region", "en"),
        Pair("Latvijas Meža īpašnieku biedrība", "lv", "Latvian Forest Owners' Association", "en"),
        Pair("Institut za gozdarstvo", "sl", "Forestry Institute", "en"),
        Pair("Muzeul Național de Istorie", "ro", "Nationaal Historisch Museum", "nl"),
    ])
    func oneBodyInTwoLanguages(_ pair: Pair) {
        #expect(pair.match.isSame)
    }

    @Test(arguments: [
        Pair("Tartu Ülikool", "et", "University of Tallinn", "en"),
        Pair("Ministry of Finance of Latvia", "en", "Lietuvos Respublikos finansų ministerija", "lt"),
        Pair("Valga Muuseum", "et", "Valga Municipality", "en"),
        Pair("Gmina Wieliczka", "pl", "Muzeum w Wieliczce", "pl"),
        Pair("Instituut voor Bosbouw", "nl", "Institute of Fisheries", "en"),
        Pair("Universität Graz", "de", "Opernhaus Graz", "de"),
        Pair("Kreis Plön", "de", "Handwerkskammer Lübeck", "de"),
        Pair("Interreg Alpine Space 2014-2020", "en", "Interreg Alpine Space 2021-2027", "en"),
        Pair("Interreg North Sea Region", "en", "Interreg Baltic Sea Region", "en"),
        Pair("Gimnazjum nr 2 w Pile", "pl", "Gimnazjum nr 5 w Pile", "pl"),
        Pair("Lyon II University", "en", "Université Lyon III", "fr"),
        Pair("Centrum Kultury", "pl", "Litewskie Centrum Sportu", "pl"),
        Pair("Põllumajandusamet", "et", "Transpordiamet", "et"),
        Pair("Slovenian Forest Service", "en", "Croatian Forest Service", "en"),
        Pair("Slovenian Red Cross", "en", "Croatian Red Cross", "en"),
    ])
    func twoBodies(_ pair: Pair) {
        #expect(!pair.match.isSame)
    }

    @Test func casesOfOneNameMatch() {
        #expect(Pair("Uniwersytetu Jagiellońskiego", "pl", "Uniwersytet Jagielloński", "pl").match.isSame)
        #expect(Pair("Võrumaa Muuseumile", "et", "Võrumaa Muuseum", "et").match.isSame)
    }

    @Test func anEqualNameScoresOne() {
        #expect(Pair("Pärnu linn", "et", "PÄRNU LINN", "et").match.score == 1)
        #expect(Pair("Lyon II", "en", "Lyon III", "en").match.score < 1)
    }

    @Test func reasonsAreInWords() {
        var matcher = NameMatcher()
        let a = matcher.signature(of: "Tartu Ülikool", language: "et")
        let b = matcher.signature(of: "Universität Tartu", language: "de")
        let c = matcher.signature(of: "Universität Riga", language: "de")
        #expect(matcher.reasons(a, b).first == "same kind: university")
        #expect(matcher.reasons(a, b).contains { $0.hasPrefix("same place: ") })
        #expect(matcher.reasons(a, c).contains { $0.hasPrefix("different places: ") })
    }

    @Test func theOrderOfTheTwoDoesNotMatter() {
        let names = [
            "Tartu Ülikool", "University of Tartu", "Riga City Council", "Rīgas dome", "Sparkasse Bodensee", "",
        ]
        var matcher = NameMatcher()
        let numbers = names.map { matcher.signature(of: $0, language: nil) }
        for a in numbers { for b in numbers { #expect(matcher.match(a, b).score == matcher.match(b, a).score) } }
    }

    @Test(arguments: [
        "", " ", "…", "()[]{}", "12345 67890", "\u{200B}\u{AD}", String(repeating: "a", count: 10_000),
        String(repeating: "Ü", count: 10_000), String(repeating: "word ", count: 2_000), "РЕЅІЅТ", "🇪🇪🇪🇪",
        String(repeating: "(", count: 10_000), String(repeating: "é̂", count: 5_000),
    ])
    func oddNamesAreBounded(_ name: String) {
        let match = Pair(name, nil, "University of Tartu", "en").match
        #expect(match.score >= 0 && match.score <= 1)
        #expect(!match.isSame)
        #expect(Pair(name, "de", name, "de").match.score == 1)
    }
}
