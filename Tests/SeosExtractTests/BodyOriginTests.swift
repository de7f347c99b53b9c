import SeosExtract
import SeosModel
import Testing

/// Names of bodies on pages in other languages: where they end, and which country the words beside them tell.
@Suite struct BodyOriginTests {
    @Test(
        arguments: [
            ("hu", "Társunk a Landwirtschaftskammer Burgenland Ausztriából.", "Landwirtschaftskammer Burgenland"),
            ("fi", "Mukana on Region Norrbotten Ruotsista.", "Region Norrbotten"),
            ("et", "Kaasa lööb Stowarzyszenie Dolina Poolast.", "Stowarzyszenie Dolina"),
            ("ga", "Tá Universität Graz san Ostair páirteach ann.", "Universität Graz"),
            ("ga", "Beidh leo Ollscoil Aberystwyth sa Bhreatain Bheag.", "Ollscoil Aberystwyth"),
            ("sv", "Med är också Trøndelag folkemuseum i Norge.", "Trøndelag folkemuseum"),
            ("sv", "Vi besökte Österbottens museum i Finland.", "Österbottens museum"),
            ("nb", "Vi samarbeider med Jamtli museum i Sverige.", "Jamtli museum"),
            ("is", "Þá kom Tartu ülikool í Eistlandi til liðs.", "Tartu ülikool"),
            ("sl", "Razstavo pripravlja Göcseji Múzeum z Madžarske.", "Göcseji Múzeum"),
            ("en", "With us works the Universitatea din București in Romania.", "Universitatea din București"),
            ("lv", "Palīdz arī Universitatea din Iași.", "Universitatea din Iași"),
            ("mt", "Magħna hemm l-Isptar Mater Dei u oħrajn.", "Isptar Mater Dei"),
            ("mt", "Taħdem magħna l-Università ta' Messina wkoll.", "Università ta' Messina"),
            ("de", "Beteiligt sind Göteborgs universitet und Ignalinos muziejus.", "Ignalinos muziejus"),
            ("en", "The county brings on board the Technical University of Crete.", "Technical University of Crete"),
            ("en", "We thank the Health Service Executive and NHS Highland.", "Health Service Executive"),
            ("de", "Dazu gibt das Umweltministerium noch Geld.", "Umweltministerium"),
            ("cs", "Ovce pase spolek Šumavští pastevci už dlouho.", "spolek Šumavští pastevci"),
            ("hr", "Ovce čuva udruga Velebitski pastiri već dugo.", "udruga Velebitski pastiri"),
            ("sl", "Ovce čuva društvo Kraški pastirji že dolgo.", "društvo Kraški pastirji"),
            ("pl", "Owce pasie stowarzyszenie Bieszczadzcy pasterze od lat.", "stowarzyszenie Bieszczadzcy pasterze"),
            ("uk", "Овець пасе об'єднання Карпатські пастухи давно.", "об'єднання Карпатські пастухи"),
            ("bg", "Овцете пази сдружение Родопски пастири отдавна.", "сдружение Родопски пастири"),
            ("lv", "Aitas gana biedrība Latgales gani jau sen.", "biedrība Latgales gani"),
            ("lt", "Avis gano asociacija Dzūkijos piemenys jau seniai.", "asociacija Dzūkijos piemenys"),
            ("nl", "De kaart maakte de Duitse Wasserverband Eifel-Rur.", "Wasserverband Eifel-Rur"),
            ("pl", "Do tego Fundacja „Krok po kroku” z Rzeszowa i inni.", "Fundacja „Krok po kroku”"),
            ("uk", "Допомагає Фундація «Крок» із Сянока та інші.", "Фундація «Крок»"),
            ("en", "We thank the Agri-Food and Biosciences Institute.", "Agri-Food and Biosciences Institute"),
            ("en", "Then came the North West Arts & Heritage Network.", "North West Arts & Heritage Network"),
            ("nb", "Med seg har museet Maramureș fylkesråd og andre.", "Maramureș fylkesråd"),
            ("mt", "Jieħdu sehem l-Università ta’ Palermo u l-Muniċipju ta’ Favignana.", "Università ta’ Palermo"),
        ])
    func aNameEndsWhereItsCountryBegins(language: String, text: String, name: String) {
        #expect(Analysis.bodies(text, language).contains(name), "\(Analysis.bodies(text, language))")
    }

    @Test(
        arguments: [
            ("de", "Neben der Stadt Aachen hilft die Hochschule der Künste Bern.", "Hochschule der Künste Bern"),
            ("hr", "Sudjeluje i Udruga Zvono koja radi s djecom.", "Udruga Zvono"),
            ("cs", "Pomáhá nám Spolek Tišina který tu sídlí.", "Spolek Tišina"),
            ("en", "The University of Limerick in Ireland leads.", "University of Limerick"),
            ("ro", "Participă Universitatea „Ovidius” din Constanța.", "Universitatea „Ovidius” din Constanța"),
            ("uk", "Допомагає Литовський центр народної культури.", "Литовський центр народної культури"),
            (
                "ga", "Tá Comhairle Cathrach Dhoire agus an tSratha Báin páirteach ann.",
                "Comhairle Cathrach Dhoire agus an tSratha Báin"
            ),
        ])
    func whatBelongsToANameStays(language: String, text: String, name: String) {
        #expect(Analysis.bodies(text, language).contains(name), "\(Analysis.bodies(text, language))")
    }

    @Test(
        arguments: [
            ("it", "Il Comune di Trieste ha il coordinamento di \"SmartNet Adria\".", "coordinamento"),
            ("es", "El Ayuntamiento de Soria ejerce de coordinadora de «Tejados de Barrio».", "coordinadora"),
            ("nb", "Prosjektet gir seterdalene i Trøndelag nytt liv.", "Trøndelag"),
            ("de", "Dabei ist neben der Stadt die Provinz Limburg.", "Stadt die"),
            ("sl", "Za šole iz Bele krajine pripravimo učilnico.", "šole"),
            ("ro", "Vin și elevi, și instituții din Moldova.", "instituții"),
        ])
    func taskWordsAndPlacesAreNoBodies(language: String, text: String, part: String) {
        #expect(!Analysis.bodies(text, language).contains { $0.contains(part) }, "\(Analysis.bodies(text, language))")
    }

    @Test func aLabelThatOpensASentenceIsNoLabelOfALine() {
        let facts = Analysis.facts(
            "Projekti nimi: Leivarada\nProjekt kestab kaks aastat ja tegeleb leivaga.\nPartner on Gmina Suwałki Poolast.\n",
            "et")
        #expect(facts.partners == ["partner Gmina Suwałki PL"])
    }

    @Test func linesOfAListNameBodiesOfOtherLanguages() {
        let facts = Analysis.facts(
            "Název projektu: Nit a jehla\nVedoucí partner: Město Cheb\nPartneři\nTartu ülikool (Estonsko)\n"
                + "Göteborgs universitet (Švédsko)\nOulun yliopisto (Finsko)\n", "cs")
        #expect(facts.partners.contains("partner Göteborgs universitet SE"))
        #expect(facts.partners.contains("partner Oulun yliopisto FI"))
    }

    @Test func aDayBehindUnknownWordsMakesThemNoPartner() {
        let facts = Analysis.facts(
            "Název projektu: Nit a jehla\nPartneři: Stadt Selb (Německo), Obec Aš\nBrnkačka: 124 000 EUR\nKvrdlo: 1. 3. 2021\n",
            "cs")
        #expect(facts.partners == ["partner Stadt Selb DE", "partner Obec Aš CZ"])
    }

    @Test func theCountryOfAForeignHeadIsNotThePages() {
        let facts = Analysis.facts(
            "Projekttitel: Lichtwege\nDas Projekt dauert zwei Jahre.\nPartner: Stadt Ulm, Ludzas novada dome, Umeå kommun\n",
            "de")
        #expect(facts.partners.contains("partner Ludzas novada dome LV"))
        #expect(facts.partners.contains("partner Umeå kommun SE"))
        #expect(!facts.partners.contains { $0.hasPrefix("partner Ludzas") && $0.hasSuffix("DE") })
    }

    @Test func sidesAndSmallTownsTellNoCountry() {
        let facts = Analysis.facts(
            "Project title: Riverine Park\nThe project runs for two years.\nPartners: Western Health and Social Care Trust,"
                + " Newry District Council\n", "en")
        #expect(!facts.partners.contains { $0.hasSuffix("Trust IS") })
        let norwegian = Analysis.facts(
            "Prosjektets navn: Brødveien\nProsjektet varer i to år.\nProsjekteier: Nord universitet\n", "nb")
        #expect(norwegian.partners == ["lead Nord universitet NO"])
        let german = Analysis.facts(
            "Projekttitel: Lichtwege\nDas Projekt dauert zwei Jahre.\nPartner: Musée Unterlinden in Colmar, Verein Lebendige"
                + " Kultur\n", "de")
        #expect(german.partners.contains("partner Musée Unterlinden FR"))
        #expect(!german.partners.contains { $0.hasSuffix("LU") })
    }

    @Test func theNounBeforeQuotationMarksTellsThePagesLanguage() {
        let facts = Analysis.facts(
            "Назва проєкту: Нитка і голка\nПроєкт стосується хліба і триває два роки.\nПроєкт очолює громадська організація"
                + " «Карпатські пастухи».\n", "uk")
        #expect(facts.partners == ["lead Карпатські пастухи UA"])
    }

    @Test func aPartOfAPartnersNameIsNoPartner() {
        let facts = Analysis.facts(
            "Project title: Riverine Park\nThe project runs for two years.\nLed by: Coillte Nature\nPartner: Energy and Water"
                + " Agency\n", "en")
        #expect(facts.partners.filter { $0.hasPrefix("lead") }.count == 1)
        #expect(!facts.partners.contains { $0.hasPrefix("partner Water Agency") })
    }
}
