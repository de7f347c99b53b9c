import SeosModel
import Testing

/// What a page calls its project beside the name it uses, and the letters that stand for its bodies.
@Suite struct TranslatedNameTests {
    @Test(arguments: [
        (
            "et", "Linn algatas projekti TIHEJOGI, eesti keeles „Vaiksed kaldad“. TIHEJOGI kestab 2026. aastani.",
            "Vaiksed kaldad"
        ),
        ("de", "TIHEJOGI heißt das Projekt, auf Deutsch etwa „Leise Ufer“. TIHEJOGI läuft bis 2026.", "Leise Ufer"),
        (
            "hr", "Održan je sastanak projekta TIHEJOGI, odnosno „Tihe obale“. Projekt TIHEJOGI traje do 2026.",
            "Tihe obale"
        ),
        (
            "hu", "Elindult a TIHEJOGI projekt, magyarul „Csendes partok”. A TIHEJOGI projekt 2026-ig tart.",
            "Csendes partok"
        ),
        (
            "uk", "Стартував проєкт TIHEJOGI, українською «Тихі береги». Проєкт TIHEJOGI триває до 2026 року.",
            "Тихі береги"
        ),
    ]) func wordsForALanguageTellTheOtherName(language: String, text: String, other: String) throws {
        let project = try #require(Analysis.facts(text, language).project)
        #expect(project.name == "TIHEJOGI")
        #expect(project.aliases.contains(other) || project.fullName == other)
    }

    /// Speech, an exhibition, another project.
    @Test(arguments: [
        ("en", "The project TIHEJOGI opened the show “Dark Water” in Cork. TIHEJOGI runs to 2026.", "Dark Water"),
        (
            "de", "Das Projekt TIHEJOGI beginnt. „Leise Ufer“, so ein Fischer, fehlen uns. TIHEJOGI läuft bis 2026.",
            "Leise Ufer"
        ),
        ("pl", "Projekt TIHEJOGI trwa do 2026 r. Po polsku zaśpiewano „Cichą rzekę”.", "Cichą rzekę"),
    ]) func otherQuotationsAreNoNames(language: String, text: String, other: String) {
        let project = Analysis.facts(text, language).project
        #expect(project?.aliases.contains(other) != true && project?.fullName != other)
    }

    @Test(arguments: [
        ("pl", "Nazwa projektu: TIHEJOGI\nNumer: 2023-1-CZ01-KA220-HED-000154\n", "20231cz01ka220hed000154"),
        ("bg", "Име на проекта: TIHEJOGI\nНомер: BSB00417\n", "bsb00417"),
        ("fr", "Titre du projet : TIHEJOGI\nRéférence : EAPA 1102/2020\n", "eapa11022020"),
        ("ga", "Teideal an tionscadail: TIHEJOGI\nUimhir: EAPA_1102/2020\n", "eapa11022020"),
        ("sk", "Názov projektu: TIHEJOGI\nKód projektu: DRP0200123\n", "drp0200123"),
    ]) func aLineOfItsOwnSaysTheCode(language: String, text: String, code: String) {
        #expect(Analysis.facts(text, language).project?.code?.filter { $0.isLetter || $0.isNumber } == code)
    }

    @Test(arguments: [
        ("en", "Project title: TIHEJOGI\nRoom no. B 417\nBox 12345\n"),
        ("de", "Projektname: TIHEJOGI\nNr. 12 vom 01.02.2021\nERDF 2014/2020\n"),
    ]) func otherLinesSayNone(language: String, text: String) {
        #expect(Analysis.facts(text, language).project?.code == nil)
    }

    private func mentions(_ facts: Facts, of letters: String) -> [String] {
        facts.extraction.entities.filter { entity in
            entity.kind == .organization
                && entity.mentions.contains { facts.extraction.mentions[$0].quote == letters }
        }.map(\.name)
    }

    @Test(arguments: [
        (
            "cs",
            "Název projektu: TIHEJOGI\nVedoucí partner: Technická univerzita v Liberci\nRozpočet: podíl TUL 104 700 EUR\n",
            "TUL", "Technická univerzita v Liberci"
        ),
        (
            "da",
            "Projektets navn: TIHEJOGI\nLeadpartner: Aalborg Universitet\nForskerne på AAU måler strømmen hver dag.\n",
            "AAU", "Aalborg Universitet"
        ),
        (
            "nl",
            "Projectnaam: TIHEJOGI\nPartner: Universiteit Maastricht (UM)\nDe helft komt uit het Europees Fonds voor Regionale Ontwikkeling (EFRO).\n",
            "EFRO", "Europees Fonds voor Regionale Ontwikkeling"
        ),
    ]) func lettersStandForTheBodyThatTheySpell(language: String, text: String, letters: String, name: String) {
        #expect(mentions(Analysis.facts(text, language), of: letters).contains { $0.contains(name) })
    }

    /// Letters that two bodies spell, or none.
    @Test(arguments: [
        (
            "en",
            "Project title: TIHEJOGI\nPartners:\n- University of Cork\n- University of Cavan\nThe UC team counts birds.\n",
            "UC"
        ),
        ("en", "Project title: TIHEJOGI\nPartners:\n- University of Cork\nThe JSON file counts birds.\n", "JSON"),
    ]) func otherLettersStandForNobody(language: String, text: String, letters: String) {
        #expect(mentions(Analysis.facts(text, language), of: letters).isEmpty)
    }
}
