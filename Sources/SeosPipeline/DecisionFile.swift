internal import SeosModel
public import SeosStore

/// A person's decisions as CSV, keyed to documents and names, so that they survive a database built anew.
///
/// Columns: kind, verdict, left_uri, left_name, left_start, right_uri, right_name, right_start, time. A row is found
/// again by document and name; the start decides between several of one name.
public enum DecisionFile {
    static let header = "kind,verdict,left_uri,left_name,left_start,right_uri,right_name,right_start,time"

    /// All decisions of persons that hold, oldest first.
    public static func write(_ store: Store) throws -> String {
        var byMention: [Int64: LocalEntityRow] = [:]
        try store.localEntities { byMention[$0.firstMention] = $0 }
        var lines = [header]
        for known in try store.decisions() where known.decision.maker == NewDecision.person && !known.isUndone {
            guard let left = byMention[known.decision.left], let right = byMention[known.decision.right] else {
                continue
            }
            let fields = [
                known.decision.kind.word, known.decision.verdict.rawValue, left.uri, left.name,
                String(left.firstSpan.start), right.uri, right.name, String(right.firstSpan.start), known.time,
            ]
            lines.append(fields.map(quoted).joined(separator: ","))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Adds the decisions of a file; all of them, or none when a row is wrong.
    ///
    /// - Returns: how many were added, and how many name a document or a name that the database lacks.
    /// - Throws: ``DecisionError/file(line:reason:)``.
    public static func read(_ text: String, into store: Store) throws -> (added: Int, unknown: Int) {
        var byName: [String: [LocalEntityRow]] = [:]
        try store.localEntities { byName[key($0.kind.word, $0.uri, $0.name), default: []].append($0) }
        var found: [(decision: NewDecision, time: String)] = []
        var verdicts: [String: (line: Int, verdict: NewDecision.Verdict)] = [:]
        var unknown = 0
        var named = NamedSides()
        for (n, fields) in rows(text) {
            if n == 1, fields.first == "kind" { continue }
            guard fields.count == 9 else {
                throw DecisionError.file(line: n, reason: "9 columns are wanted, \(fields.count) found")
            }
            guard let verdict = NewDecision.Verdict(rawValue: fields[1]), verdict != .unsure else {
                throw DecisionError.file(line: n, reason: "a verdict is 'same' or 'different'")
            }
            guard let kind = EntityKind.allCases.first(where: { $0.word == fields[0] }) else {
                throw DecisionError.file(line: n, reason: "there is no such kind")
            }
            let left = pick(byName[key(fields[0], fields[2], fields[3])], start: fields[4])
            let right = pick(byName[key(fields[0], fields[5], fields[6])], start: fields[7])
            let pair = [fields[2...4].joined(separator: "\t"), fields[5...7].joined(separator: "\t")].sorted()
                .joined(separator: "\n")
            if let earlier = verdicts[pair], earlier.verdict != verdict {
                throw DecisionError.file(line: n, reason: "contradicts line \(earlier.line)")
            }
            verdicts[pair] = (n, verdict)
            named.add(line: n, fields[0], Array(fields[2...4]), Array(fields[5...7]), areSame: verdict == .same)
            guard let left, let right else {
                unknown += 1
                continue
            }
            let decision = NewDecision(
                kind: kind, verdict: verdict, left: left.firstMention, right: right.firstMention, score: 1,
                reason: verdict == .same ? "a person says they are one" : "a person says they are two",
                maker: NewDecision.person)
            found.append((decision, fields[8]))
        }
        if let line = named.contradiction() {
            throw DecisionError.file(line: line, reason: "contradicts what other lines say together")
        }
        try store.addDecisions(found)
        return (found.count, unknown)
    }

    /// What the rows say is one thing, to find a row that says of two of them that they are not.
    private struct NamedSides {
        private var numbers: [[String]: Int] = [:]
        private var parents: [Int] = []
        private var apart: [(line: Int, left: Int, right: Int)] = []

        private mutating func root(_ side: Int) -> Int {
            var n = side
            while parents[n] != n {
                parents[n] = parents[parents[n]]
                n = parents[n]
            }
            return n
        }

        private mutating func number(_ side: [String]) -> Int {
            if let known = numbers[side] { return known }
            numbers[side] = parents.count
            parents.append(parents.count)
            return parents.count - 1
        }

        mutating func add(line: Int, _ kind: String, _ left: [String], _ right: [String], areSame: Bool) {
            let (a, b) = (number([kind] + left), number([kind] + right))
            if areSame {
                let (p, q) = (root(a), root(b))
                parents[max(p, q)] = min(p, q)
            } else {
                apart.append((line, a, b))
            }
        }

        /// The first line that parts what others join.
        mutating func contradiction() -> Int? {
            for row in apart where root(row.left) == root(row.right) { return row.line }
            return nil
        }
    }

    private static func key(_ kind: String, _ uri: String, _ name: String) -> String { "\(kind)\n\(uri)\n\(name)" }

    private static func pick(_ rows: [LocalEntityRow]?, start: String) -> LocalEntityRow? {
        rows?.first { String($0.firstSpan.start) == start } ?? rows?.first
    }

    private static func quoted(_ field: String) -> String {
        field.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
            ? "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
            : field
    }

    /// Rows of RFC 4180 with the numbers of their first lines.
    private static func rows(_ text: String) -> [(line: Int, fields: [String])] {
        var rows: [(Int, [String])] = []
        var fields: [String] = []
        var field: [UInt8] = []
        var line = 1
        var first = 1
        var isQuoted = false
        func endField() {
            fields.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
        }
        func endRow() {
            endField()
            if fields != [""] { rows.append((first, fields)) }
            fields = []
        }
        let bytes = Array(text.utf8)
        var i = 0
        while i < bytes.count {
            let b = bytes[i]
            if isQuoted {
                if b == 0x22, i + 1 < bytes.count, bytes[i + 1] == 0x22 {
                    field.append(b)
                    i += 1
                } else if b == 0x22 {
                    isQuoted = false
                } else {
                    field.append(b)
                }
                if b == 0x0A { line += 1 }
            } else if b == 0x22 {
                isQuoted = true
            } else if b == 0x2C {
                endField()
            } else if b == 0x0A {
                endRow()
                line += 1
                first = line
            } else if b != 0x0D {
                field.append(b)
            }
            i += 1
        }
        if !field.isEmpty || !fields.isEmpty { endRow() }
        return rows
    }
}
