/// A file of cases in tree-sitter's form: a head between two lines of `=`, the input, `---`, the expectations.
///
/// The head's first line names the case; lines that begin with `:` are attributes (`:language et`, `:none date money`).
/// An expectation is kind, value, quote in double quotes and an optional note, parted by two or more spaces. `#` begins
/// a comment before the first case and among expectations.
public struct CaseFile: Sendable {
    public struct FormatError: Error, CustomStringConvertible {
        public var place: String
        public var reason: String
        public var description: String { "\(place): \(reason)" }
    }

    public let cases: [TestCase]

    /// - Throws: ``FormatError`` with file and line for whatever is not in the form.
    public init(path: String) throws {
        guard let text = Folders.text(path) else { throw FormatError(place: path, reason: "the file cannot be read") }
        try self.init(text: text, name: path.split(separator: "/").suffix(2).joined(separator: "/"))
    }

    public init(text: String, name: String) throws {
        var reader = CaseReader(lines: text.split(separator: "\n", omittingEmptySubsequences: false), file: name)
        cases = try reader.read()
    }
}

private struct CaseReader {
    let lines: [Substring]
    let file: String
    private var at = 0

    init(lines: [Substring], file: String) {
        self.lines = lines
        self.file = file
    }

    mutating func read() throws -> [TestCase] {
        var cases: [TestCase] = []
        while at < lines.count, !isRule(lines[at]) {
            guard lines[at].isEmpty || lines[at].hasPrefix("#") else {
                throw error("want a line of '=' before the first case")
            }
            at += 1
        }
        while at < lines.count { cases.append(try one()) }
        return cases
    }

    private mutating func one() throws -> TestCase {
        let first = at + 1
        at += 1
        guard at < lines.count, !lines[at].isEmpty, !isRule(lines[at]) else { throw error("want the name of a case") }
        var test = TestCase(
            name: String(lines[at]), language: nil, none: [], input: "", expectations: [], place: "\(file):\(first)")
        at += 1
        while at < lines.count, !isRule(lines[at]) {
            let words = lines[at].split(separator: " ").map(String.init)
            switch words.first {
            case ":language" where words.count == 2: test.language = words[1]
            case ":none" where words.count > 1: test.none.formUnion(words.dropFirst())
            default: throw error("unknown attribute '\(lines[at])'")
            }
            at += 1
        }
        at += 1
        var body: [Substring] = []
        while at < lines.count, lines[at] != "---" {
            if isRule(lines[at]) { throw error("want '---' before the next case") }
            body.append(lines[at])
            at += 1
        }
        guard at < lines.count else { throw error("want '---' after the input") }
        at += 1
        test.input = body.joined(separator: "\n")
        while at < lines.count, !isRule(lines[at]) {
            if !lines[at].isEmpty, !lines[at].hasPrefix("#") {
                let expectation = try expectation(lines[at])
                guard test.input.contains(expectation.quote) else {
                    throw error("the input does not hold \"\(expectation.quote)\"")
                }
                test.expectations.append(expectation)
            }
            at += 1
        }
        return test
    }

    private func expectation(_ line: Substring) throws -> TestCase.Expectation {
        guard let open = line.firstIndex(of: "\""), let close = line.lastIndex(of: "\""), open < close else {
            throw error("want a quote in double quotes")
        }
        let before = columns(line[..<open])
        let after = columns(line[line.index(after: close)...])
        guard before.count == 2, after.count <= 1 else {
            throw error("want kind, value, \"quote\" and at most one note")
        }
        return TestCase.Expectation(
            kind: before[0], value: before[1], quote: String(line[line.index(after: open)..<close]),
            note: after.first ?? "", line: at + 1)
    }

    /// Columns are parted by two or more spaces, so that "1200 EUR" is one.
    private func columns(_ text: Substring) -> [String] {
        var columns: [String] = []
        var word = ""
        var spaces = 0
        for character in text {
            if character == " " {
                spaces += 1
                continue
            }
            if spaces > 1, !word.isEmpty {
                columns.append(word)
                word = ""
            } else if spaces == 1, !word.isEmpty {
                word += " "
            }
            spaces = 0
            word.append(character)
        }
        if !word.isEmpty { columns.append(word) }
        return columns
    }

    private func isRule(_ line: Substring) -> Bool { line.count >= 3 && line.allSatisfy { $0 == "=" } }

    private func error(_ reason: String) -> CaseFile.FormatError {
        CaseFile.FormatError(place: "\(file):\(at + 1)", reason: reason)
    }
}
