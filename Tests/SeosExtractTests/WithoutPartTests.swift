import SeosModel
import Testing

/// Bodies that a page names beside a project without a part in it, and whom the lead works with.
@Suite struct WithoutPartTests {
    private static func roles(_ text: String, _ language: String) -> [String: String] {
        let facts = Analysis.facts(text, language)
        var roles: [String: String] = [:]
        for claim in facts.extraction.claims where claim.property == .partner {
            guard let mention = claim.mention else { continue }
            roles[facts.extraction.mentions[mention].quote] = claim.role?.word ?? "partner"
        }
        return roles
    }

    @Test(arguments: [
        (
            "en",
            "Project: REEDBED\nThe partners are the University of Lindow and Brookham Borough Council. Fenside District "
                + "Council is not a partner.",
            "Fenside District Council", "University of Lindow"
        ),
        (
            "sv",
            "Projekt: VASSRIK\nLindviks kommun driver projektet tillsammans med Högskolan Norrvik. Torsby kommun drog sig "
                + "ur före start.",
            "Torsby kommun", "Högskolan Norrvik"
        ),
        (
            "de",
            "Projekt: SCHILFRING\nPartner sind die Universität Lindental und die Stadt Brückenau. Der Landkreis Moorbach "
                + "ist nicht beteiligt.",
            "Landkreis Moorbach", "Universität Lindental"
        ),
        (
            "pt",
            "Projeto: CANIÇO\nSão parceiros a Universidade de Valverde e o Município de Ribeira. A Cooperativa de Montalvo "
                + "cede terrenos, sem fazer parte da parceria.",
            "Cooperativa de Montalvo", "Universidade de Valverde"
        ),
        (
            "et",
            "Projekt: ROOSTIK\nPartnerid on Lindjärve Ülikool ja Metsa Muuseum. Karula vald projektipartner ei ole.",
            "Karula vald", "Lindjärve Ülikool"
        ),
        (
            "pl",
            "Projekt: TRZCINA\nPartnerami są Uniwersytet Lipowy i Gmina Brodno. Gmina Sosnowo wycofała się przed startem.",
            "Gmina Sosnowo", "Uniwersytet Lipowy"
        ),
    ])
    func whoHasNoPartIsNoPartner(language: String, text: String, denied: String, kept: String) {
        let roles = Self.roles(text, language)
        #expect(roles[denied] == nil)
        #expect(roles[kept] != nil)
    }

    @Test(arguments: [
        (
            "fr", "Projet : ROSELIÈRE\nLa Commune de Valbrun pilote le projet avec l’Université de Montaubert.",
            "Commune de Valbrun", "Université de Montaubert"
        ),
        (
            "nl", "Project: RIETLAND\nDe Gemeente Lindedam leidt het project met de Universiteit Brugstad.",
            "Gemeente Lindedam", "Universiteit Brugstad"
        ),
        (
            "ro", "Proiect: STUFĂRIȘ\nComuna Valea este liderul parteneriatului încheiat cu Comuna Lunca.",
            "Comuna Valea", "Comuna Lunca"
        ),
    ])
    func whomTheLeadWorksWithLeadsNothing(language: String, text: String, lead: String, partner: String) {
        let roles = Self.roles(text, language)
        #expect(roles[lead] == "lead")
        #expect(roles[partner] != "lead")
    }

    @Test(arguments: [
        (
            "nl", "Project: RIETLAND\nDe Provincie Lindeland coördineert. Het werk duurt drie jaar.",
            "Provincie Lindeland"
        ),
        (
            "en", "Project: REEDBED\nBrookham Borough Council leads. The work will last three years.",
            "Brookham Borough Council"
        ),
    ])
    func aBodyAndAVerbTellWhoLeads(language: String, text: String, lead: String) {
        #expect(Self.roles(text, language)[lead] == "lead")
    }

    @Test(arguments: [
        (
            "nb",
            "Prosjekt: SIVKANT\nPå norsk side deltar Lindvik kommune, mens Fjordland fylkeskommune har bevilget 600 000 kroner.",
            "Fjordland fylkeskommune"
        ),
        (
            "lt",
            "Projektas: NENDRYNAS\nPartneriai yra Lankos universitetas ir Brastos muziejus, o savo dalį papildomai remia "
                + "Lankos rajono savivaldybė – 21 000 eurų.",
            "Lankos rajono savivaldybė"
        ),
    ])
    func whoGivesASumOfItsOwnIsNoPartner(language: String, text: String, giver: String) {
        #expect(Self.roles(text, language)[giver] == nil)
    }

    @Test func whatAPartnerDoesStandsBehindTheColon() {
        let roles = Self.roles(
            "Projekt: TRSTIČJE\n\nPartnerji\n* Občina Brodje: stiskalnica in sušilnica\n* Muzej Lipa: zbirka orodja",
            "sl")
        #expect(roles.keys.contains("Občina Brodje"))
        #expect(roles.keys.contains("Muzej Lipa"))
    }

    @Test func aSumBehindAVerbForLeadingIsWhatSomebodySpends() {
        let roles = Self.roles(
            "Project: REEDBED\nBrookham Borough Council leads the project. Fenside District Council manages €612,750 of it.",
            "en")
        #expect(roles["Brookham Borough Council"] == "lead")
        #expect(roles["Fenside District Council"] != "lead")
    }
}
