import SeosExtract
import SeosModel
import Testing

/// Seats, purposes and inner nouns that belong to names of bodies, and the word for and that ends them.
@Suite struct BodySeatTests {
    @Test(
        arguments: [
            ("ro", "Partener este Muzeul Național din Cluj.", ["Muzeul Național din Cluj"]),
            ("ro", "Partener este Asociația Bibliotecarilor din Tulcea.", ["Asociația Bibliotecarilor din Tulcea"]),
            ("ro", "Coordonează Institutul de Boli Tropicale din Iași.", ["Institutul de Boli Tropicale din Iași"]),
            ("cs", "Partnerem je Univerzita Tomáše Vzorného ve Zlíně.", ["Univerzita Tomáše Vzorného ve Zlíně"]),
            ("sl", "Sodeluje Fakulteta za šport Univerze v Ljubljani.", ["Fakulteta za šport Univerze v Ljubljani"]),
            ("de", "Die Otto-Muster-Universität Bamberg leitet das Projekt.", ["Otto-Muster-Universität Bamberg"]),
        ] as [(String, String, [String])])
    func theSeatIsPartOfAnInstitutionsName(language: String, text: String, wanted: [String]) {
        let found = Analysis.bodies(text, language)
        #expect(wanted.allSatisfy(found.contains), "\(found)")
    }

    @Test(
        arguments: [
            ("ro", "Partener este Fundația Carpați Vii din Brașov.", "Fundația Carpați Vii din Brașov"),
            ("ro", "Partener este Consiliul Județean Vaslui din România.", "Consiliul Județean Vaslui din România"),
            ("da", "Partner er Blå College i Odense.", "Blå College i Odense"),
        ])
    func whereABodyWithANameOfItsOwnIsFromIsNoPartOfIt(language: String, text: String, wrong: String) {
        #expect(!Analysis.bodies(text, language).contains(wrong))
    }

    @Test(
        arguments: [
            (
                "hr", "Nositelj je Zavod za hitnu medicinu Zadarske županije.",
                ["Zavod za hitnu medicinu Zadarske županije"]
            ),
            ("sl", "Sodeluje Zavod Krajinski park Goričko.", ["Zavod Krajinski park Goričko"]),
            ("sl", "Pomaga Društvo mlinarjev in lončarjev Ljutomer.", ["Društvo mlinarjev in lončarjev Ljutomer"]),
            (
                "sk", "Partnerom je Slovenská poľnohospodárska univerzita v Nitre.",
                [
                    "Slovenská poľnohospodárska univerzita v Nitre"
                ]
            ),
            ("uk", "Румунську сторону представляє Muzeul Național al Bucovinei.", ["Muzeul Național al Bucovinei"]),
        ] as [(String, String, [String])])
    func purposesAndInnerNounsGoOn(language: String, text: String, wanted: [String]) {
        let found = Analysis.bodies(text, language)
        #expect(wanted.allSatisfy(found.contains), "\(found)")
    }

    @Test(
        arguments: [
            (
                "is", "Samstarfsaðilar eru Matís og Landbúnaðarháskóli Íslands.",
                ["Matís", "Landbúnaðarháskóli Íslands"]
            ),
            ("lv", "Partneri ir biedrība „Lauku ceļš” un Ālandes provinces valdība.", ["biedrība „Lauku ceļš”"]),
            ("ga", "Tá Ollscoil Oulu na Fionlainne agus Tjóðsavnið páirteach.", ["Ollscoil Oulu na Fionlainne"]),
            ("fr", "Sont associés la Chambre de Lyon et le Consortium forestier.", ["Chambre de Lyon"]),
            (
                "fi", "Hanketta johtaa Oulun ammattikorkeakoulu Oy. Luonnonvarakeskus on mukana.",
                [
                    "Oulun ammattikorkeakoulu Oy", "Luonnonvarakeskus",
                ]
            ),
        ] as [(String, String, [String])])
    func anotherBodyFollows(language: String, text: String, wanted: [String]) {
        let found = Analysis.bodies(text, language)
        #expect(wanted.allSatisfy(found.contains), "\(found)")
    }
}
