import SeosDocuments
import SeosModel
import Testing

@Suite struct PlainTextTests {
    @Test func keepsTheTextAsItIs() {
        let text = "RESIST\r\n\r\nProjekti  nimi: RESIST \r\nMaksumus: 2\u{A0}577\u{A0}444 eurot\r\n"
        let document = read(text, "a.txt")
        #expect(document.text.string == text)
        #expect(lines(document) == ["RESIST", "Projekti  nimi: RESIST", "Maksumus: 2\u{A0}577\u{A0}444 eurot"])
        #expect(document.blocks[2].value.map { document.text[$0] } == "2\u{A0}577\u{A0}444 eurot")
        checkInvariants(document)
    }

    @Test func findsHeadingsListsAndLabels() {
        let document = read(
            """
            Wspólny projekt

            Lider projektu
            Miasto Hamburg

            Pozostali partnerzy:

             • Politechnika Ryska (Łotwa)
             • Uniwersytet w Tallinnie
                – Wydział Nauk

            2. Etap: co dalej

            Okres realizacji: listopad 2023 r. – październik 2026 r.
            """, "a.txt")
        #expect(
            document.blocks.map(\.kind) == [
                .heading(level: 1), .heading(level: 2), .paragraph, .labelValue, .listItem(depth: 1),
                .listItem(depth: 1),
                .listItem(depth: 2), .heading(level: 2), .labelValue,
            ])
        #expect(document.blocks[3].value == nil)
        #expect(document.blocks[3].label.map { document.text[$0] } == "Pozostali partnerzy")
        #expect(document.title == "Wspólny projekt")
        checkInvariants(document)
    }

    @Test func joinsHardWrappedProse() {
        let document = read(
            """
            Obce pod hřebeny a jejich sousedé za hranicí spolu dva roky chystají
            společný kalendář akcí. Jarmarky, závody i turnaje se střídají na obou
            stranách tak, aby na ně jezdili lidé odtud i odtamtud.

            Cena: 5 EUR
            """, "a.txt")
        #expect(document.blocks.count == 2)
        #expect(document.blocks[0].kind == .paragraph)
    }

    @Test func keepsOneParagraphALineWithoutBlankLines() {
        let document = read(
            "Herausforderung\nEs gibt viele Aufgaben für alle, die hier arbeiten.\nWir helfen dabei.", "a.txt")
        #expect(document.blocks.map(\.kind) == [.heading(level: 1), .paragraph, .paragraph])
    }

    @Test(arguments: [
        "Kell 12:30 algab koosolek", "https://a.example/p", "See on pikk lause. Ja siis: midagi", "Kas nii? Jah: nii",
        "üks kaks kolm neli viis kuus seitse kaheksa üheksa: väärtus",
    ])
    func seesNoLabelWhereThereIsNone(line: String) {
        #expect(read(line, "a.txt").blocks.allSatisfy { $0.label == nil })
    }

    @Test func readsTables() {
        let document = read(
            "Partner | Riik | Eelarve\nLinn A | EE | 10\nLinn B | LV | 20\n\nEelarve\t5 EUR\nKestus\t2 a\n", "a.txt")
        #expect(document.blocks[1].cells.map { $0.header.map { document.text[$0] } } == ["Partner", "Riik", "Eelarve"])
        #expect(document.blocks[3].label.map { document.text[$0] } == "Eelarve")
        #expect(document.blocks[3].value.map { document.text[$0] } == "5 EUR")
        checkInvariants(document)
    }

    @Test func gathersContacts() {
        let document = read(
            "Projekt kestab kaua ja hästi.\n\nKontakt\n\nM. K.\nProjektijuht\nm.k@linn.example, tel 43 33 000\n",
            "a.txt")
        #expect(document.blocks.last?.kind == .contact)
        #expect(lines(document).last == "M. K.\nProjektijuht\nm.k@linn.example, tel 43 33 000")
    }

    @Test func marksMenusAndCopyrightOfSavedPages() {
        let document = read(
            """
            Avaleht » Vallavalitsus » Projektid
            Otsi    EST   ENG    Suurem tekst

            Rohelised rööpad

            Partner on Kvarkenrådet (FI) | Infrastruktur (SE) ja teised.

            © 2019 Mulgi vald

            Uudised
            """, "a.txt")
        #expect(
            content(document) == ["Rohelised rööpad", "Partner on Kvarkenrådet (FI) | Infrastruktur (SE) ja teised."])
        #expect(document.blocks.map(\.role) == [.navigation, .navigation, .content, .content, .footer, .related])
        #expect(document.title == "Rohelised rööpad")
    }
}
