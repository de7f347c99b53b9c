import Foundation

/// A line of `seos match`: two names, read without building a tree of the JSON.
struct NamePair {
    struct Name {
        var name = ""
        var language: String?
    }

    /// The id as it stands in the line; `null` when there is none.
    var id: [UInt8] = Array("null".utf8)
    var a = Name()
    var b = Name()

    /// nil when the line is no JSON object with the names `a` and `b`.
    init?(json: UnsafeBufferPointer<UInt8>) {
        var scanner = JSONScanner(json)
        var found = (false, false)
        let isWhole = scanner.object { key, scanner in
            switch key {
            case "id":
                guard let range = scanner.skipValue() else { return false }
                id = Array(json[range])
            case "a":
                guard let name = Self.name(&scanner) else { return false }
                a = name
                found.0 = true
            case "b":
                guard let name = Self.name(&scanner) else { return false }
                b = name
                found.1 = true
            default: return scanner.skipValue() != nil
            }
            return true
        }
        guard isWhole, scanner.isAtEnd, found.0, found.1 else { return nil }
    }

    private static func name(_ scanner: inout JSONScanner) -> Name? {
        var name = Name()
        var hasName = false
        let isWhole = scanner.object { key, scanner in
            switch key {
            case "name":
                guard let string = scanner.string() else { return false }
                name.name = string
                hasName = true
            case "lang":
                if let string = scanner.string() {
                    name.language = string
                } else if scanner.skipValue() == nil {
                    return false
                }
            default: return scanner.skipValue() != nil
            }
            return true
        }
        return isWhole && hasName ? name : nil
    }
}
