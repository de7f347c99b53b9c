import SeosExtract
import Testing

/// Where the name of a body begins and ends: at the word for and, at numbers, hyphens, seats and small letters.
@Suite struct BodyBoundaryTests {
    @Test(
        arguments: [
            ("sv", "Med är Lantmäteriet och Ekdalens museum.", ["Lantmäteriet", "Ekdalens museum"]),
            ("nl", "Partners zijn Staatsbosbeheer en Hogeschool Dinkel.", ["Staatsbosbeheer", "Hogeschool Dinkel"]),
            ("nb", "Med er Sametinget og Lierne kommune.", ["Sametinget", "Lierne kommune"]),
            (
                "fi", "Kumppaneita ovat Saimaan Savu Oy ja Kymenlaakson kauppakamari.",
                ["Saimaan Savu Oy", "Kymenlaakson kauppakamari"]
            ),
            ("fr", "Le Cerema et le Musée Dupuy sont partenaires.", ["Cerema", "Musée Dupuy"]),
            (
                "ro", "Ministerul Infrastructurii și Dezvoltării Regionale și Ministerul Educației finanțează.",
                ["Ministerul Infrastructurii și Dezvoltării Regionale", "Ministerul Educației"]
            ),
        ] as [(String, String, [String])])
    func knownBodiesEndBeforeTheWordForAnd(language: String, text: String, names: [String]) {
        #expect(Analysis.bodies(text, language) == names)
    }

    @Test(
        arguments: [
            ("en", "King's College London is a partner.", ["King's College London"]),
            ("hu", "Partner a WWF Magyarország.", ["WWF Magyarország"]),
            ("ro", "AJOFM Dolj este partener.", ["AJOFM Dolj"]),
        ] as [(String, String, [String])])
    func rowsOfThePacksAreReadWhole(language: String, text: String, names: [String]) {
        #expect(Analysis.bodies(text, language) == names)
    }

    @Test(
        arguments: [
            (
                "nl", "Partner is het Instituut voor Natuur- en Bosonderzoek.",
                ["Instituut voor Natuur- en Bosonderzoek"]
            ),
            ("de", "Die Landesanstalt für Obst- und Gartenbau forscht.", ["Landesanstalt für Obst- und Gartenbau"]),
            ("nb", "Partner er Plan- og miljøetaten.", ["Plan- og miljøetaten"]),
            ("de", "Das Anna-Maria-von-Haller-Gymnasium nimmt teil.", ["Anna-Maria-von-Haller-Gymnasium"]),
            ("pl", "Partnerem jest Warmińsko-Mazurska Agencja Rozwoju.", ["Warmińsko-Mazurska Agencja Rozwoju"]),
            ("en", "The partner is the Rossinver Anglers' Club.", ["Rossinver Anglers' Club"]),
            ("nb", "Partner er Norges Jeger- og Fiskerforbund.", ["Norges Jeger- og Fiskerforbund"]),
        ] as [(String, String, [String])])
    func hyphensJoinWordsOfOneName(language: String, text: String, names: [String]) {
        #expect(Analysis.bodies(text, language) == names)
    }

    @Test(
        arguments: [
            ("cs", "Partnerem je Gymnázium č. 2.", ["Gymnázium č. 2"]),
            ("pl", "Partnerem jest Szkoła Podstawowa nr 7 w Olecku.", ["Szkoła Podstawowa nr 7 w Olecku"]),
            ("lv", "Partneris ir Valmieras 4. vidusskola.", ["Valmieras 4. vidusskola"]),
            ("hr", "Partner je 7. osnovna škola Varaždin.", ["7. osnovna škola Varaždin"]),
            ("el", "Εταίρος είναι το 2ο Γυμνάσιο Ξάνθης.", ["2ο Γυμνάσιο Ξάνθης"]),
            ("uk", "Партнером є Заклад дошкільної освіти № 5.", ["Заклад дошкільної освіти № 5"]),
        ] as [(String, String, [String])])
    func numbersOfSchoolsBelongToTheirNames(language: String, text: String, names: [String]) {
        #expect(Analysis.bodies(text, language) == names)
    }

    @Test(
        arguments: [
            ("cs", "Partnerem je Správa Jizerského přírodního parku.", ["Správa Jizerského přírodního parku"]),
            ("bg", "Партньор е Факултетът на Шуменския университет.", ["Факултетът на Шуменския университет"]),
            (
                "uk", "Партнером є Бібліотека Польського географічного товариства.",
                ["Бібліотека Польського географічного товариства"]
            ),
            ("cs", "Partnerem je Sdružení cestovního ruchu Lužický kraj.", ["Sdružení cestovního ruchu Lužický kraj"]),
            ("sl", "Partner je Razvojni center Novo mesto.", ["Razvojni center Novo mesto"]),
            (
                "sl", "Partner je Zveza društev gojiteljev sadik Slovenije.",
                ["Zveza društev gojiteljev sadik Slovenije"]
            ),
            ("cs", "Partnerem je Dopravní podnik města Chebu.", ["Dopravní podnik města Chebu"]),
            ("cs", "Partnerem je Muzeum lidových staveb v Kouřimi.", ["Muzeum lidových staveb v Kouřimi"]),
            (
                "sl", "Partner je Biotehniška fakulteta Univerze v Ljubljani.",
                ["Biotehniška fakulteta Univerze v Ljubljani"]
            ),
            ("hr", "Partner je Nacionalna i sveučilišna knjižnica.", ["Nacionalna i sveučilišna knjižnica"]),
            ("bg", "Водещ партньор е Театър за деца и младежи „Щурче“.", ["Театър за деца и младежи „Щурче“"]),
        ] as [(String, String, [String])])
    func namesGoOnInSmallLetters(language: String, text: String, names: [String]) {
        #expect(Analysis.bodies(text, language) == names)
    }

    @Test(
        arguments: [
            ("hu", "Fellép a Tisza Lajos Színház.", ["Tisza Lajos Színház"]),
            ("pl", "Przedstawiciele Muzeum Podlaskiego spotkali się.", ["Muzeum Podlaskiego"]),
            ("et", "Partner on Rootsist Gotlandi Muuseum.", ["Gotlandi Muuseum"]),
            ("fi", "Kumppani on Ruotsista Gotlannin museo.", ["Gotlannin museo"]),
            ("en", "Slovenia's Ministry of Health pays.", ["Ministry of Health"]),
        ] as [(String, String, [String])])
    func whatStandsBeforeANameIsNoneOfIt(language: String, text: String, names: [String]) {
        #expect(Analysis.bodies(text, language) == names)
    }

    @Test(
        arguments: [
            ("is", "Samstarfsaðili er Bohusläns museum í Uddevalla.", ["Bohusläns museum"]),
            ("mt", "Is-sieħba hija l-Federazzjoni Taljana tal-Boċċi f’Ruma.", ["Federazzjoni Taljana tal-Boċċi"]),
            (
                "mt", "Is-sieħba hija l-Kummissjoni għad-Drittijiet ta’ Persuni b’Diżabilità.",
                ["Kummissjoni għad-Drittijiet ta’ Persuni b’Diżabilità"]
            ),
            ("pl", "Partnerem jest Muzeum Regionalne w Humennem.", ["Muzeum Regionalne w Humennem"]),
        ] as [(String, String, [String])])
    func theSeatAbroadIsNoPartOfAName(language: String, text: String, names: [String]) {
        #expect(Analysis.bodies(text, language) == names)
    }

    @Test(
        arguments: [
            (
                "it", "Partner è l'Ente di gestione delle Aree protette del Ticino e del Lago Maggiore.",
                ["Ente di gestione delle Aree protette del Ticino e del Lago Maggiore"]
            ),
            (
                "pt", "Parceira é a Secretaria Regional do Mar e das Pescas.",
                ["Secretaria Regional do Mar e das Pescas"]
            ),
            (
                "fr", "Le Parc naturel régional du Queyras s’appuie sur les bergers.",
                ["Parc naturel régional du Queyras"]
            ),
            ("lt", "Partneris yra Šiaulių „Aušros“ muziejus.", ["Šiaulių „Aušros“ muziejus"]),
            (
                "lv", "Partneris ir Liepājas Mūzikas, mākslas un dizaina vidusskola.",
                ["Liepājas Mūzikas, mākslas un dizaina vidusskola"]
            ),
            ("et", "Partner on Tartu Ülikooli Kliinikum.", ["Tartu Ülikooli Kliinikum"]),
            ("pt", "A Junta de Castela e Leão lidera.", ["Junta de Castela e Leão"]),
            ("cs", "Partnerem je Divadlo Pod Věží, příspěvková organizace.", ["Divadlo Pod Věží"]),
        ] as [(String, String, [String])])
    func namesWithTwoOwnersAreWhole(language: String, text: String, names: [String]) {
        #expect(Analysis.bodies(text, language) == names)
    }

    @Test(
        arguments: [
            ("bg", "Партньор е Съюзът за горско културно дело „Липа“.", ["Съюзът за горско културно дело „Липа“"]),
            ("bg", "Доставчик е Струма Строй 2004 ЕООД.", ["Струма Строй 2004 ЕООД"]),
            ("uk", "Партнером є Центр з питань освіти.", ["Центр з питань освіти"]),
            ("sk", "Partnerom je Fond na podporu športu.", ["Fond na podporu športu"]),
            ("it", "Partecipa anche la rete del Consorzio Est Ticino.", ["Consorzio Est Ticino"]),
            ("it", "La Fondazione Fossoli ospita la tappa.", ["Fondazione Fossoli"]),
            ("es", "La Fundación Olmo renueva el molino.", ["Fundación Olmo"]),
            ("et", "Kohal oli ka MTÜ Vikan Haapsalust.", ["MTÜ Vikan"]),
            ("de", "Die Ausschreibung gewann die Muster Erdbau GmbH.", ["Muster Erdbau GmbH"]),
            ("hr", "Partner je Zaklada Čista voda.", ["Zaklada Čista voda"]),
            (
                "uk", "Партнером є Басейнове управління річок Прут та Сірет.",
                ["Басейнове управління річок Прут та Сірет"]
            ),
        ] as [(String, String, [String])])
    func verbsArticlesAndTownsEndNames(language: String, text: String, names: [String]) {
        #expect(Analysis.bodies(text, language) == names)
    }
}
