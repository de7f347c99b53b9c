import SeosModel
import SeosResolve
import SeosText
import Testing

/// Counties, bays, towns and acronyms: one thing by names of several languages, and others beside it.
@Suite struct TownsAndAreasTests {
    private func entity(
        _ kind: EntityKind, _ name: String, _ language: String, document: Int64, local: Int = 0,
        country: String? = nil, code: String? = nil
    ) -> LocalEntity {
        LocalEntity(
            kind: kind, documentID: document, local: local, uri: "d\(document)",
            span: SourceSpan(local * 10, local * 10 + 5), firstMention: document * 1000 + Int64(local),
            language: language, name: name, country: country, code: code)
    }

    private func areOne(_ entities: [LocalEntity]) -> Bool {
        Set(Resolver(legalForms: [], names: .embedded).resolve(entities).cluster).count == 1
    }

    private func regions(_ names: [(String, String, String?)]) -> [LocalEntity] {
        names.enumerated().map { entity(.region, $1.0, $1.1, document: Int64($0 + 1), code: $1.2) }
    }

    @Test(
        arguments: [
            [("Kaunas County", "en", nil), ("Kauno apskritis", "lt", nil)],
            [("Закарпатська область", "uk", nil), ("Zakarpattia", "en", "UA-21")],
            [("Lodžské vojvodství", "cs", nil), ("województwo łódzkie", "pl", "PL71")],
            [("Region Liberec", "de", nil), ("kraj liberecki", "pl", nil)],
        ] as [[(String, String, String?)]])
    func areasOfOneKindAndPlaceAreOne(_ names: [(String, String, String?)]) {
        #expect(areOne(regions(names)), "\(names)")
    }

    @Test(
        arguments: [
            [("Marsaxlokk Bay", "en", nil), ("Marsaxlokk Island", "en", nil)],
            [("Region Liberec", "de", nil), ("okres Liberec", "cs", nil)],
            [("Закарпатська область", "uk", nil), ("Львівська область", "uk", nil)],
            [("northern Slovenia", "en", nil), ("vzhodna Slovenija", "sl", nil)],
        ] as [[(String, String, String?)]])
    func othersAreNot(_ names: [(String, String, String?)]) {
        #expect(!areOne(regions(names)), "\(names)")
    }

    private func bodies(_ names: [(String, String)], countries: [String?] = [nil, nil]) -> [LocalEntity] {
        names.enumerated().map {
            entity(.organization, $1.0, $1.1, document: Int64($0 + 1), country: countries[$0])
        }
    }

    @Test func townsAreTheirMunicipalities() {
        #expect(areOne(bodies([("Ville de Rennes", "fr"), ("Municipality of Rennes", "en")])))
        #expect(areOne(bodies([("Ciudad de Vigo", "es"), ("Câmara Municipal de Vigo", "pt")])))
    }

    @Test func townsAndRuralMunicipalitiesOfOneNameAreTwo() {
        #expect(!areOne(bodies([("Gmina Krosno", "pl"), ("Miasto Krosno", "pl")])))
        #expect(!areOne(bodies([("Võru linn", "et"), ("Võru vald", "et")])))
    }

    @Test func theTownInTheNameOutweighsTheCountryOfThePage() {
        let names = [("Institut polytechnique de Bragance", "fr"), ("Instituto Politécnico de Bragança", "pt")]
        #expect(areOne(bodies(names, countries: ["FR", "PT"])))
        #expect(!areOne(bodies(names, countries: ["FR", "ES"])))
    }

    @Test func provincesOfOneRegionKeepTheirUniversitiesApart() {
        #expect(
            !areOne(
                bodies(
                    [("Univerza v Bologni", "sl"), ("Università degli Studi di Ferrara", "it")],
                    countries: ["IT", "IT"])))
    }

    @Test func aPagesAcronymIsTheBodyThatItSpells() {
        let page = [
            entity(.organization, "Høgskolen i Østfold", "nb", document: 1, local: 0, country: "NO"),
            entity(.organization, "HiØ", "nb", document: 1, local: 1, country: "NO"),
        ]
        #expect(areOne(page))
        let other = entity(.organization, "Høgskolen i Ørsta", "nb", document: 1, local: 2, country: "NO")
        let three = Resolver(legalForms: [], names: .embedded).resolve(page + [other]).cluster
        #expect(Set(three).count == 3, "nobody can tell which of the two it is")
    }

    @Test func shortTownsHaveCasesToo() {
        #expect(InflectedNames.areSame("Grada Nina", "Grad Nin"))
        #expect(InflectedNames.areSame("mesta Ptuja", "mesto Ptuj"))
        #expect(!InflectedNames.areSame("Nin Ban", "Nina Bana"))
        #expect(!InflectedNames.areSame("Grad Nin", "Grad Ninove"))
    }
}
