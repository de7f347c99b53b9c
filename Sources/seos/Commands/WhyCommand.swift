import ArgumentParser
import Foundation
import SeosModel
import SeosStore

struct WhyCommand: SeosCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Why a claim is made, by the sentence it stands in; why names are held to be one thing, in words.",
        discussion: """
            The numbers of claims stand in square brackets in 'seos show' and 'seos conflicts'. With a name or the id of
            an entity: which pages name it how, and the decisions that made one of them.

            Examples:
              seos why 4821
              seos why "Tallinna Ülikool"
            """)

    @Argument(help: "The number of a claim, or a name or an id.") var subject: String
    @OptionGroup var database: DatabaseOptions

    var wantsJSON: Bool { database.json }

    func execute() throws {
        let store = try database.open()
        guard let detail = try Int64(subject).flatMap({ try store.claim($0) }) else {
            try explainEntity(store)
            return
        }
        let context = Context(detail.text, detail.claim.span)
        let link = detail.document.url.map {
            TextFragment.link($0, quote: detail.claim.quote, prefix: context.prefixWords, suffix: context.suffixWords)
        }
        let output = Output()
        if database.json {
            output.line(
                .object([
                    "claim": Show.json(detail.claim),
                    "sentence": .string(context.before + context.quote + context.after),
                    "mark": .object([
                        "start": .integer(Int64(context.before.unicodeScalars.count)),
                        "end": .integer(Int64((context.before + context.quote).unicodeScalars.count)),
                    ]),
                    "document": .object([
                        "uri": .string(detail.document.uri), "title": .optional(detail.document.title),
                        "language": .string(detail.document.language), "version": .integer(Int64(detail.claim.version)),
                    ]),
                    "link": .optional(link),
                    "evidence": .array(
                        detail.evidence.map {
                            .object([
                                "quote": .string($0.quote), "start": .integer(Int64($0.codePoints.lowerBound)),
                                "end": .integer(Int64($0.codePoints.upperBound)),
                            ])
                        }),
                ]))
            return
        }
        let useColour = isatty(1) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
        let mark = useColour ? ("\u{1B}[1;7m", "\u{1B}[0m") : ("»", "«")
        let c = detail.claim
        output.line(Talk.safe(Show.claim(c)))
        output.line("")
        output.line(
            "  " + Talk.safe(context.before) + mark.0 + Talk.safe(context.quote) + mark.1 + Talk.safe(context.after))
        output.line("")
        output.line("  rule       \(c.rule), confidence \(c.confidence)")
        output.line(
            Talk.safe(
                "  document   \(detail.document.title ?? detail.document.uri) (\(detail.document.language)), \(detail.document.uri)"
            ))
        output.line(
            "  place      characters \(c.codePoints.lowerBound)–\(c.codePoints.upperBound)"
                + (c.isRetired ? " of an earlier version" : ""))
        if let link { output.line("  live page  \(link)") }
    }
}

/// The sentence or line around a span.
private struct Context {
    var before: String
    var quote: String
    var after: String

    init(_ text: StoredText, _ span: SourceSpan) {
        let bytes = text.utf8
        var start = span.start
        while start > 0, span.start - start < 240, !Self.ends(bytes, start) { start -= 1 }
        while start < span.start, bytes[start] & 0xC0 == 0x80 || bytes[start] == 0x20 || bytes[start] == 0x0A {
            start += 1
        }
        var end = span.end
        while end < bytes.count, end - span.end < 240, bytes[end] != 0x0A {
            if bytes[end] == 0x2E, end + 1 < bytes.count, bytes[end + 1] == 0x20 || bytes[end + 1] == 0x0A {
                end += 1; break
            }
            end += 1
        }
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        before = text[SourceSpan(start, span.start)]
        quote = text[span]
        after = text[SourceSpan(span.end, max(span.end, end))]
    }

    private static func ends(_ bytes: [UInt8], _ i: Int) -> Bool {
        bytes[i - 1] == 0x0A || (i >= 2 && bytes[i - 1] == 0x20 && ".!?".utf8.contains(bytes[i - 2]))
    }

    var prefixWords: String { before.split(separator: " ").suffix(3).joined(separator: " ") }
    var suffixWords: String { after.split(separator: " ").prefix(3).joined(separator: " ") }
}

/// Links into a live page by its words (WICG Scroll to Text Fragment).
enum TextFragment {
    static func link(_ url: String, quote: String, prefix: String, suffix: String) -> String {
        var text = encoded(quote)
        let words = quote.split(separator: " ")
        if words.count > 8 {
            text =
                encoded(words.prefix(4).joined(separator: " ")) + "," + encoded(words.suffix(4).joined(separator: " "))
        }
        let before = prefix.isEmpty ? "" : encoded(prefix) + "-,"
        let after = suffix.isEmpty ? "" : ",-" + encoded(suffix)
        let base = url.split(separator: "#", maxSplits: 1).first.map(String.init) ?? url
        return base + "#:~:text=" + before + text + after
    }

    private static func encoded(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            if byte >= 0x30 && byte <= 0x39 || byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A
                || "._~".utf8.contains(byte)
            {
                out.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}
