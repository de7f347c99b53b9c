import Foundation
import SeosModel

/// One line of `seos annotate`: `{"id","text","lang"?,"ref_time"?}`.
struct AnnotateRequest {
    var id: JSONValue = .null
    var text: [UInt8] = []
    var language: String?
    /// The day that relative dates are counted from.
    var reference: DatePoint?

    /// Reads a line; nil when it is no JSON object with a text.
    ///
    /// The usual shape is read straight from the bytes. Whatever else a line may hold (nested members, escaped keys,
    /// fractions as ids) goes to Foundation, which decides.
    init?(line: UnsafeBufferPointer<UInt8>) {
        var scanner = LineScanner(bytes: line)
        if let request = Self(scanner: &scanner) {
            self = request
            return
        }
        let data = Data(line)
        guard let slow = try? JSONDecoder().decode(Slow.self, from: data) else { return nil }
        self.init(text: Array(slow.text.utf8), id: JSONLines.id(of: data), language: slow.lang, time: slow.ref_time)
    }

    private struct Slow: Decodable {
        var text: String
        var lang: String?
        var ref_time: String?
    }

    private init(text: [UInt8], id: JSONValue, language: String?, time: String?) {
        self.text = text
        self.id = id
        self.language = language
        reference = time.flatMap(Self.day)
    }

    private init?(scanner: inout LineScanner) {
        guard scanner.take(UInt8(ascii: "{")) else { return nil }
        var text: [UInt8]?
        var id = JSONValue.null
        var language: String?
        var time: String?
        repeat {
            guard let key = scanner.plainString(), scanner.take(UInt8(ascii: ":")) else { return nil }
            switch key {
            case "text":
                guard let bytes = scanner.string() else { return nil }
                text = bytes
            case "id":
                guard let value = scanner.scalar() else { return nil }
                id = value
            default:
                guard let value = scanner.scalar() else { return nil }
                if key == "lang" || key == "ref_time" {
                    guard value == .null || value.string != nil else { return nil }
                    if key == "lang" { language = value.string } else { time = value.string }
                }
            }
        } while scanner.take(UInt8(ascii: ","))
        guard scanner.take(UInt8(ascii: "}")), scanner.isAtEnd, let text else { return nil }
        self.init(text: text, id: id, language: language, time: time)
    }

    /// The day of an ISO 8601 time; nil when it names none.
    static func day(_ time: String) -> DatePoint? {
        let parts = time.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]) else {
            return nil
        }
        let point = DatePoint(year: year, month: month, day: day)
        return point.isValid ? point : nil
    }
}

extension JSONValue {
    fileprivate var string: String? {
        if case .string(let s) = self { return s }
        return nil
    }
}
