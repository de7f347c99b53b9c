import SeosLanguages
import SeosModel
import Testing

@testable import SeosExtract

/// The first word of a sentence has a capital whether it belongs to a name or not.
@Suite struct SentenceOpeningTests {
    /// A body that opens a sentence without any other word.
    private static let bodies = [
        "bg": "Община Русе", "cs": "Městský úřad Tábor", "da": "Odense Kommune", "de": "Universität Jena",
        "el": "Δήμος Χανίων", "en": "Bristol City Council", "es": "Ayuntamiento de Ávila", "et": "Tartu Linnavalitsus",
        "fi": "Tampereen yliopisto", "fr": "Mairie de Nantes", "hr": "Gradska knjižnica Zadar",
        "hu": "Szegedi Egyetem", "is": "Háskóli Íslands", "it": "Comune di Trento",
        "lt": "Vilniaus miesto savivaldybė", "lv": "Rīgas dome", "nb": "Bergen kommune", "nl": "Gemeente Gent",
        "pl": "Urząd Miasta Opole", "pt": "Câmara Municipal de Évora", "ro": "Primăria Cluj-Napoca",
        "sk": "Mestský úrad Trnava", "sl": "Mestna občina Koper", "sv": "Lunds kommun", "uk": "Львівська міська рада",
    ]

    @Test(arguments: bodies.keys.sorted())
    func wordsThatOpenASentenceBelongToNoName(language: String) throws {
        let body = try #require(Self.bodies[language])
        let pack = LanguagePack(language: language)
        let words = pack.rules.filter { $0.meaning == .nameOpening }.map(\.form)
        #expect(words.count >= 150)
        let text = words.map { "\($0) \(body)." }.joined(separator: "\n")
        let wrong = Analysis.bodies(text, language).filter { name in words.contains { name.hasPrefix($0 + " ") } }
        #expect(wrong == [])
    }

    @Test(
        arguments: [
            ("cs", "Západočeská univerzita v Plzni otevřela laboratoř.", ["Západočeská univerzita v Plzni"]),
            (
                "cs", "Asociace sklářského a keramického průmyslu ČR slaví.",
                ["Asociace sklářského a keramického průmyslu ČR"]
            ),
            ("sl", "Tolminski muzej je prejel sredstva.", ["Tolminski muzej"]),
            ("hu", "Szegedi Egyetem dolgozik a mintákon.", ["Szegedi Egyetem"]),
            ("uk", "Рахівська міська рада отримала кошти.", ["Рахівська міська рада"]),
            ("sl", "Majhna šola stoji ob cesti.", []),
            ("cs", "Škola sousedů slaví.", []),
            ("nb", "Rørosmuseet fikk penger.", ["Rørosmuseet"]),
            ("nb", "Landsmuseet er stort.", []),
            ("de", "Nicht jeder hat in der Partei die Botschaften verstanden.", []),
        ] as [(String, String, [String])])
    func namesThatOpenASentenceAreReadWhole(language: String, text: String, names: [String]) {
        #expect(Analysis.bodies(text, language) == names)
    }

    @Test(
        arguments: [
            ("et", "Narvas avati uus raamatukogu.", ["Narvas"]),
            ("et", "Tallinnast tuli teade.", ["Tallinnast"]),
            ("fi", "Tampereella avattiin museo.", ["Tampereella"]),
            ("et", "Rakveres avati maja.", ["Rakveres"]),
            ("et", "Selles avati maja.", []),
        ] as [(String, String, [String])])
    func townsInACaseThatSaysWhere(language: String, text: String, names: [String]) {
        var annotator = Annotator(resources: .embedded)
        let found = annotator.annotate(Array(text.utf8), language: language, kinds: [.organization, .region]).found
        #expect(found.map(\.quote) == names)
    }
}
