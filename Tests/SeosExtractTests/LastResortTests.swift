import Foundation
import SeosModel
import Testing

@testable import SeosExtract

/// Projects that nothing but one sentence names, and pages that name none.
@Suite struct LastResortTests {
    private func names(_ text: String, _ language: String) -> [String] { Analysis.projects(text, language) }

    @Test(
        arguments: [
            (
                "en",
                "Repairs at the pier\n\nContractors are replacing the apron as part of Calm Harbours. Cork County Council is the"
                    + " lead partner, and the works cost €3.6 million.", "Calm Harbours"
            ),
            (
                "hu",
                "Harangok\n\nA felújítást a Csengő határ nevű összefogás fizeti, melynek élén Tokaj Város Önkormányzata áll. A"
                    + " keret 285 ezer euró.", "Csengő határ"
            ),
            (
                "sv",
                "Bryggor\n\nBryggan byggs inom Lugna vatten, ett projekt som Lunds kommun leder. Det kostar 8 miljoner kronor.",
                "Lugna vatten"
            ),
            (
                "nl",
                "Droge voeten\n\nDaar werk jij aan in DIJKPOORT 2030. Gemeente Breda is de leadpartner. Het project kost 12"
                    + " miljoen euro.", "DIJKPOORT 2030"
            ),
            (
                "en",
                "Minutes\n\nThis was the last item under HarbourPlug 2, for which the Port of Cork is lead partner. Of the €5.1m"
                    + " approved, €4.3m had been claimed.", "HarbourPlug 2"
            ),
            (
                "es",
                "Acta\n\nSe conceden 1.105.000 euros al proyecto Costa 2030 Canarias, del que el Cabildo de Gran Canaria es"
                    + " beneficiario principal.", "Costa 2030 Canarias"
            ),
        ] as [(String, String, String)])
    func whatOneSentenceCallsTheProject(language: String, text: String, name: String) {
        #expect(names(text, language) == [name])
    }

    @Test(
        arguments: [
            ("en", "Our town\n\nBristol City Council repaired the Old Bridge in 2021 for €3.6 million."),
            ("nl", "Vacature\n\nWij zoeken een medewerker. Gemeente Breda betaalt 3.000 euro per maand."),
            ("en", "Calm days\n\nThe Council met in May. Quiet Lane was closed."),
        ] as [(String, String)])
    func pagesWithoutAProject(language: String, text: String) {
        #expect(names(text, language) == [])
    }

    @Test func aProjectInPassingIsNoneOfTheFacts() throws {
        let facts = Analysis.facts(
            "Project: CALMWATER\nLead partner: Cork City Council\nPartner: Kerry County Council\nTotal budget: 900 000 EUR\n\n"
                + "In another year the project \"Green Court\" was much talked about in the same town hall, and many came.",
            "en")
        let json = FactsEncoder(resources: .embedded).encode(facts.document, facts.extraction, doc: "page").text
        let object = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let projects = try #require(object["projects"] as? [[String: Any]])
        #expect(projects.compactMap { $0["name"] as? String } == ["CALMWATER"])
    }
}
