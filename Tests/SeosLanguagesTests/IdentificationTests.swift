import Foundation
import Testing

@testable import SeosLanguages

/// The model as the binary carries it, kept for the whole run.
enum IdentificationModel {
    nonisolated(unsafe) static let bytes: UnsafeRawBufferPointer = {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/SeosLanguages/Model/languages.bin")
        guard let data = try? Data(contentsOf: file) else { return UnsafeRawBufferPointer(start: nil, count: 0) }
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 16)
        data.copyBytes(to: copy)
        return UnsafeRawBufferPointer(copy)
    }()

    static let identifier = LanguageIdentifier(model: bytes)
}

@Suite struct IdentificationTests {
    @Test(arguments: IdentificationSentences.all)
    func tellsTheLanguageOfASentence(_ sentence: (tag: String, text: String)) throws {
        let identifier = try #require(IdentificationModel.identifier)
        let tag = identifier.identify(sentence.text).tag
        // The pack of nb serves both written forms of Norwegian.
        #expect(tag == sentence.tag || (sentence.tag == "nn" && tag == "nb"), "\(sentence.text)")
    }

    @Test func aMemoryOfWordsChangesNoAnswer() throws {
        let identifier = try #require(IdentificationModel.identifier)
        let memory = WordMemory()
        // Twice, so that every word is read from the memory once; small capitals between, to mix the kinds of words.
        let texts = IdentificationSentences.all.map(\.text)
        for text in texts + texts.map({ $0.uppercased() }) + texts {
            let remembered = Array(text.utf8).withUnsafeBufferPointer {
                identifier.identify($0, prior: "en", memory: memory)
            }
            #expect(remembered == identifier.identify(text, prior: "en"), "\(text)")
        }
    }

    @Test func aFullMemoryForgetsAndGoesOn() {
        var rows = WordRows(limit: 2)
        withUnsafeTemporaryAllocation(of: Int16.self, capacity: WordRows.width) { row in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: WordRows.width) { sums in
                row.initialize(repeating: 3)
                sums.initialize(repeating: 1)
                guard let row = row.baseAddress, let sums = sums.baseAddress else { return }
                for word in 1...3 as ClosedRange<UInt64> { rows.keep(word, row) }
                #expect(!rows.add(1, to: sums, lanes: 4) && !rows.add(2, to: sums, lanes: 4))
                #expect(rows.add(3, to: sums, lanes: 4) && sums[3] == 4 && sums[4] == 1)
            }
        }
    }

    @Test func givesUndForTextsWithoutLetters() throws {
        let identifier = try #require(IdentificationModel.identifier)
        let texts = [
            "", " ", "2 577 444", "21.06.2023 – 31.01.2027", "😀🎉", "€ 1.000,00", "…", "a",
            "https://example.org/et/projekt",
        ]
        for text in texts {
            #expect(identifier.identify(text) == .undetermined, "\(text)")
        }
    }

    @Test func givesUndForScriptsOutsideTheSet() throws {
        let identifier = try #require(IdentificationModel.identifier)
        for text in ["これは日本語の文章です", "هذا نص باللغة العربية", "זה טקסט בעברית", "ეს არის ქართული ტექსტი"] {
            #expect(identifier.identify(text).tag == "und", "\(text)")
        }
    }

    @Test func anAddressDoesNotCountAsText() throws {
        let identifier = try #require(IdentificationModel.identifier)
        let text = "https://www.example.org/the-project-and-its-partners info.and.the.office@example.org Kõik partnerid"
        #expect(identifier.identify(text).tag == "et")
    }

    @Test func foreignNamesDoNotChangeTheLanguage() throws {
        let identifier = try #require(IdentificationModel.identifier)
        #expect(identifier.identify("Партньори са Comune di Trieste, Stadt Wien и община Видин").tag == "bg")
        #expect(identifier.identify("Εταίροι: Regione Puglia και Δήμος Πάτρας").tag == "el")
        let finnish = "Hankkeen kumppanit ovat Tallinna Linnavalitsus, Riga Technical University ja Turun kaupunki"
        #expect(identifier.identify(finnish).tag == "fi")
    }

    @Test func capitalsAreReadLikeSmallLetters() throws {
        let identifier = try #require(IdentificationModel.identifier)
        #expect(identifier.identify("CAŁKOWITY BUDŻET PROJEKTU I JEGO PARTNERZY").tag == "pl")
        #expect(identifier.identify("ОБЩ БЮДЖЕТ НА ПРОЕКТА И НЕГОВИТЕ ПАРТНЬОРИ").tag == "bg")
    }

    @Test func aPriorTipsACloseCall() throws {
        let identifier = try #require(IdentificationModel.identifier)
        // The same word in both languages.
        for tag in ["nb", "da"] {
            #expect(identifier.identify("Partnere", prior: tag).tag == tag)
        }
    }

    @Test func aPriorDoesNotOverruleClearText() throws {
        let identifier = try #require(IdentificationModel.identifier)
        let text = "The project brings together twelve partners from five countries."
        for tag in ["et", "de-AT", "no", "ja", ""] {
            #expect(identifier.identify(text, prior: tag).tag == "en")
        }
        #expect(identifier.identify("Projekti kogumaksumus on kaks miljonit eurot.", prior: "fi").tag == "et")
    }

    @Test func malformedBytesAreSkipped() throws {
        let identifier = try #require(IdentificationModel.identifier)
        let bytes = [0xFF, 0xC3, 0x20] + Array("Projekti kogumaksumus on kaks miljonit eurot".utf8) + [0xE2, 0x82]
        #expect(bytes.withUnsafeBufferPointer { identifier.identify($0) }.tag == "et")
    }

    @Test func aVeryLongWordIsHarmless() throws {
        let identifier = try #require(IdentificationModel.identifier)
        let guess = identifier.identify(String(repeating: "ö", count: 100_000))
        #expect(guess.letters == 100_000)
    }

    @Test func refusesBytesThatAreNoModel() {
        let model = IdentificationModel.bytes
        #expect(LanguageIdentifier(model: UnsafeRawBufferPointer(start: nil, count: 0)) == nil)
        for length in [8, 100, 3000, model.count / 2, max(model.count - 1, 0)] {
            #expect(LanguageIdentifier(model: UnsafeRawBufferPointer(rebasing: model.prefix(length))) == nil)
        }
    }

    @Test func modelStaysSmall() {
        #expect(IdentificationModel.bytes.count > 100_000)
        #expect(IdentificationModel.bytes.count <= 3_000_000)
    }

    @Test func knowsTheWholeSet() throws {
        let identifier = try #require(IdentificationModel.identifier)
        let official = "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv".split(separator: " ")
        for tag in official.map(String.init) + ["nb", "nn", "is", "uk", "ru", "tr", "sq", "sr", "bs", "mk"] {
            #expect(identifier.tags.contains(tag), "\(tag)")
        }
    }
}
