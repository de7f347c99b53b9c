/// What an import refuses, with the place.
public struct ImportError: Error, Sendable, Equatable {
    /// A stable word for programs.
    public enum Code: String, Sendable {
        case missing = "import.missing"
        case cannotRead = "import.cannot-read"
        case noFiles = "import.no-files"
        case fileName = "import.file-name"
        case notText = "import.not-text"
        case quoting = "import.quoting"
        case cutOff = "import.cut-off"
        case columns = "import.columns"
        case header = "import.header"
        case id = "import.id"
        case duplicateID = "import.duplicate-id"
        case unknownID = "import.unknown-id"
        case tooMany = "import.too-many"
        case changed = "import.changed"
        case map = "import.map"
    }

    public var code: Code
    public var message: String
    /// The file's name, without its folder.
    public var file: String?
    /// From 1; the line a record begins with.
    public var line: Int?
    public var hint: String?

    public init(_ code: Code, _ message: String, file: String? = nil, line: Int? = nil, hint: String? = nil) {
        self.code = code
        self.message = message
        self.file = file
        self.line = line
        self.hint = hint
    }
}

extension ImportError: CustomStringConvertible {
    /// `nodes_Project.csv, line 7: a record has 3 columns, the header has 4`.
    public var description: String {
        guard let file else { return message }
        return line.map { "\(file), line \($0): \(message)" } ?? "\(file): \(message)"
    }
}

/// A value in a message: short, without control characters.
func shown(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(200), as: UTF8.self)
    var out = ""
    for scalar in text.unicodeScalars.prefix(40) {
        if scalar.properties.generalCategory == .control {
            out += "\\u{\(String(scalar.value, radix: 16))}"
        } else {
            out.unicodeScalars.append(scalar)
        }
    }
    return "'\(out)\(text.unicodeScalars.count > 40 ? "…" : "")'"
}
