import Foundation
import SeosResolve
import Testing

/// Pairs of names as pages have them, `corpus/cases/pairs.jsonl`: how many are told to be one or two bodies rightly.
@Suite struct WrittenPairsTests {
    private struct Pair: Decodable {
        struct Name: Decodable {
            var name: String
            var lang: String
        }

        var a: Name
        var b: Name
        var same: Bool
    }

    private static let pairs: [Pair] = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("corpus/cases/pairs.jsonl")
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Pair.self, from: Data($0.utf8)) }
    }()

    @Test func mostPairsAreToldRightly() {
        #expect(Self.pairs.count == 1641)
        var matcher = NameMatcher()
        var (found, wrong, missed) = (0, 0, 0)
        for pair in Self.pairs {
            let a = matcher.signature(of: pair.a.name, language: pair.a.lang)
            let b = matcher.signature(of: pair.b.name, language: pair.b.lang)
            switch (matcher.match(a, b).isSame, pair.same) {
            case (true, true): found += 1
            case (true, false): wrong += 1
            case (false, true): missed += 1
            case (false, false): break
            }
        }
        let f1 = Double(2 * found) / Double(2 * found + wrong + missed)
        #expect(f1 >= 0.87, "found \(found), wrong \(wrong), missed \(missed)")
        #expect(wrong <= 105)
    }

    /// What follows the word for the kind of a place is the name of the place.
    @Test(arguments: [
        ("da", "Region Syddanmark", "Region Nordjylland"), ("sl", "Občina Kobarid", "Občina Tolmin"),
        ("de", "Landkreis Vorpommern-Greifswald", "Landkreis Vorpommern-Rügen"),
        ("ga", "Comhairle Contae Dhún na nGall", "Comhairle Contae Shligigh"),
    ])
    func placesThatBeginAlikeAreTwo(language: String, one: String, other: String) {
        var matcher = NameMatcher()
        let a = matcher.signature(of: one, language: language)
        let b = matcher.signature(of: other, language: language)
        #expect(!matcher.match(a, b).isSame)
    }

    /// Small towns and landscapes tell bodies apart; persons called like a town do not. A faculty is not its university,
    /// and a university of one field is not the general one of its town, unless both names say the field; what says the
    /// opposite is another body.
    @Test(arguments: [
        ("hr", "Lučka uprava Šibenik", "hr", "Lučka uprava Crikvenica", false),
        ("de", "Kommune Apenrade", "da", "Aabenraa Kommune", true),
        ("en", "Nicolaus Copernicus University", "pl", "Uniwersytet Mikołaja Kopernika", true),
        ("de", "Fakultät für Maschinenbau der Universität Rostock", "en", "University of Rostock", false),
        ("pl", "Biblioteka Uniwersytetu Warmińskiego", "pl", "Uniwersytet Warmiński", false),
        ("lt", "Vilniaus universiteto Istorijos fakultetas", "en", "Vilnius University", false),
        ("lt", "Vilniaus universiteto Istorijos fakultetas", "en", "Faculty of History, Vilnius University", true),
        ("de", "Universität Graz", "en", "Medical University of Graz", false),
        ("de", "Medizinische Universität Graz", "en", "Medical University of Graz", true),
        ("sv", "Göteborgs universitet", "en", "Gothenburg University of Economics", false),
        ("cs", "Zemědělské muzeum v Ostravě", "en", "Museum of Ostrava", false),
        ("fr", "Musée d'art de Toulon", "en", "Toulon Art Museum", true),
        ("en", "University of Gdańsk", "en", "Gdańsk University of Technology", false),
        ("ro", "Universitatea din Timișoara", "ro", "Universitatea Politehnica din Timișoara", false),
        ("de", "TU Braunschweig", "de", "Universität Braunschweig", false),
        ("de", "TU Braunschweig", "en", "Braunschweig University of Technology", true),
        ("lt", "Kauno technologijos universitetas", "en", "Kaunas University of Technology", true),
        ("en", "Oulu University of Technology", "en", "Oulu University of Applied Sciences", false),
        ("de", "Wasserverband Nördliches Burgenland", "de", "Wasserverband Südliches Burgenland", false),
        ("pl", "Muzeum Sztuki Współczesnej w Krakowie", "en", "Museum of Ancient Art in Kraków", false),
        ("pl", "Muzeum Sztuki Współczesnej w Krakowie", "en", "Museum of Contemporary Art in Kraków", true),
        ("de", "Institut für Theoretische Physik", "en", "Institute of Applied Physics", false),
        ("de", "Institut für Theoretische Physik", "fr", "Institut de physique théorique", true),
        ("de", "Universität Manchester", "en", "Manchester Metropolitan University", false),
        ("fr", "Université métropolitaine de Manchester", "en", "Manchester Metropolitan University", true),
        ("de", "Internationale Energieagentur", "en", "International Renewable Energy Agency", false),
        ("de", "Internationale Agentur für Erneuerbare Energien", "en", "International Renewable Energy Agency", true),
        ("pt", "Direção-Geral da Aviação Civil", "en", "Directorate General of Aviation", true),
    ])
    func townsPartsFieldsAndOpposites(language: String, one: String, otherLanguage: String, other: String, isSame: Bool)
    {
        var matcher = NameMatcher()
        let a = matcher.signature(of: one, language: language)
        let b = matcher.signature(of: other, language: otherLanguage)
        #expect(matcher.match(a, b).isSame == isSame)
    }
}
