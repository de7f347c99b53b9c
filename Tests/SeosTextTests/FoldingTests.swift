import SeosText
import Testing

@Suite struct FoldingTests {
    @Test(arguments: [
        ("Võrumaa – Łódź", "vorumaa lodz"), ("FIREPOCTEP +", "firepoctep+"), ("GOV4PeaCE", "gov 4 peace"),
        ("+ 5 %", "+ 5"), ("pro\u{AD}jekt\u{200B}", "projekt"), ("1\u{200B}2", "1 2"), ("Ｆｕｌｌ＋", "full+"), ("„“ …", ""),
    ])
    func aKeyIsWordsAndNumbers(text: String, key: String) { #expect(Folding.key(text) == key) }

    /// The key is what the tokens of the text make.
    @Test(arguments: [
        "Île-de-France (FR)", "Ca’ Foscari 2014–2020", "№ 5½ ﬁn", "Ωμέγα Ǆ ß", "a1b2c3", "+ + x+", "A-B c  D",
    ])
    func aKeyIsMadeOfTokens(text: String) {
        let tokens = TokenBuffer(text: Array(text.utf8))
        var words: [String] = []
        for i in tokens.indices {
            if tokens.foldedString(i) == "+", !words.isEmpty {
                words[words.count - 1] += "+"
            } else if tokens[i].kind == .word || tokens[i].kind == .number || tokens.foldedString(i) == "+" {
                words.append(tokens.foldedString(i))
            }
        }
        #expect(Folding.key(text) == words.joined(separator: " "))
    }

    /// The letters each language has beyond a to z.
    @Test(arguments: [
        ("cs", "ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ", "acdeeinorstuuyz"), ("da nb", "ÆØÅ", "aeoa"), ("de", "ÄÖÜẞß", "aoussss"),
        ("es", "ÑÁÜ", "nau"),
        ("et", "ŠŽÕÄÖÜ", "szoaou"), ("fr", "ÀÂÇÉÈÊËÎÏÔŒÙÛÜŸ", "aaceeeeiiooeuuuy"), ("ga", "ÁÉÍÓÚ", "aeiou"),
        ("hr", "ČĆĐŠŽ", "ccdsz"),
        ("hu", "ÁÉÍÓÖŐÚÜŰ", "aeiooouuu"), ("is", "ÁÐÉÍÓÚÝÞÆÖ", "adeiouythaeo"), ("lt", "ĄČĘĖĮŠŲŪŽ", "aceeisuuz"),
        ("lv", "ĀČĒĢĪĶĻŅŠŪŽ", "acegiklnsuz"), ("mt", "ĊĠĦŻ", "cghz"), ("pl", "ĄĆĘŁŃÓŚŹŻ", "acelnoszz"),
        ("pt", "ÃÕÇÁ", "aoca"),
        ("ro", "ĂÂÎȘȚŞŢ", "aaistst"), ("sk", "ÄČĎÉĹĽŇÔŔŠŤ", "acdellnorst"), ("sl", "ČŠŽ", "csz"),
        ("sv fi", "ÅÄÖ", "aao"),
    ])
    func latinLettersLoseCaseAndMarks(language: String, letters: String, folded: String) {
        #expect(Folding.fold(letters) == folded, "\(language)")
        #expect(Folding.fold(letters.lowercased()) == folded, "\(language), small letters")
    }

    @Test(arguments: [
        ("ΆΈΉΊΌΎΏΪΫ ΣΑΣ", "αεηιουωιυ σασ"), ("ς", "σ"), ("ЙЪЬЩЮЯ", "иъьщюя"), ("ҐЄІЇ", "ґєіі"),
    ])
    func greekAndCyrillicStayInTheirScript(text: String, folded: String) {
        #expect(Folding.fold(text) == folded)
    }

    @Test(arguments: ["Võrumaa Łódź", "Žemaitėje", "Ħaż-Żabbar", "Πολυφωνία", "Їжачок"])
    func composedAndDecomposedFoldAlike(text: String) {
        let decomposed = String(String.UnicodeScalarView(text.unicodeScalars.flatMap { parts(of: $0) }))
        #expect(Array(Folding.fold(text).utf8) == Array(Folding.fold(decomposed).utf8))
    }

    /// A letter with its mark behind it, for the letters of the test above.
    private func parts(of scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        let pairs: [Unicode.Scalar: [Unicode.Scalar]] = [
            "õ": ["o", "\u{303}"], "ó": ["o", "\u{301}"], "ź": ["z", "\u{301}"], "Ž": ["Z", "\u{30C}"],
            "ė": ["e", "\u{307}"],
            "ż": ["z", "\u{307}"], "Ż": ["Z", "\u{307}"], "ί": ["ι", "\u{301}"], "Ї": ["І", "\u{308}"],
        ]
        return pairs[scalar] ?? [scalar]
    }

    @Test func invisibleCharactersVanish() {
        #expect(Folding.fold("kogu\u{AD}maks\u{200B}umus\u{200D}\u{2060}\u{FEFF}") == "kogumaksumus")
        #expect(Folding.fold("\u{200E}abc\u{202A}def\u{202C}\u{2066}\u{2069}\u{E0041}") == "abcdef")
    }

    @Test func dashesAreOne() {
        #expect(Folding.fold("\u{2010}\u{2011}\u{2012}–—―-") == "-------")
    }

    @Test func quotationMarksAreTwo() {
        #expect(Folding.fold("„“”«»‟\"") == "\"\"\"\"\"\"\"")
        #expect(Folding.fold("‘’‚‛′´`ʼ'") == "'''''''''")
    }

    @Test func widthIsFoldedAway() {
        #expect(Folding.fold("Ｅｕｒｏ １２３，４") == "euro 123,4")
    }

    @Test func everyWhiteSpaceIsASpace() {
        #expect(Folding.fold("1\u{A0}2\u{202F}3\u{2009}4\t5\n6") == "1 2 3 4 5 6")
    }

    @Test func otherCharactersStay() {
        #expect(Folding.fold("😀 漢字 €5 § 🇪🇪") == "😀 漢字 €5 § 🇪🇪")
        #expect(Folding.fold("") == "")
    }

    @Test func foldingTwiceChangesNothing() {
        let text = "Ångström ẞ ŒUVRE Ħal Ðór Þór ŁÓDŹ ΆΣ Їж „x” – 1\u{A0}2 ǅ İstanbul"
        #expect(Folding.fold(Folding.fold(text)) == Folding.fold(text))
    }

    @Test(arguments: [
        ("SA Tartu Ülikool", "Sa TARTU ülikool"), ("MTÜ „Vaba Väli”", "mtü Vaba-Väli"), ("Straße 5", "STRASSE, 5"),
        ("Rohelised rööpad II", "  rohelised   ROOPAD ii."), ("d.o.o.", "d. o. o."), ("Pro\u{AD}jekt", "projekt"),
    ])
    func spellingsOfOneNameShareAKey(a: String, b: String) { #expect(Folding.key(a) == Folding.key(b)) }

    @Test(arguments: [("FIREPOCTEP", "FIREPOCTEP+"), ("Karst I", "Karst II"), ("Linn 2", "Linn 3"), ("Łódź", "Lodi")])
    func otherNamesHaveOtherKeys(a: String, b: String) { #expect(Folding.key(a) != Folding.key(b)) }

    @Test func keysOfNothingAreEmpty() {
        #expect(Folding.key("") == "")
        #expect(Folding.key(" – „…” ") == "")
    }
}
