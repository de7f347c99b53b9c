internal import Foundation

/// A query kept in a `.cypher` file, with a header of comments:
///
/// ```
/// // title: Partners of an organization
/// // question: With whom does it work, and in how many projects?
/// // param: name = 'University of Tartu'
/// MATCH …
/// ```
///
/// `name` is the file's name without its ending. A parameter's default is written as in a query; without one
/// (`// param: name`) it must be given.
public struct NamedQuery: Sendable {
    public struct Parameter: Sendable, Hashable {
        public var name: String
        public var defaultValue: QueryValue?

        public init(name: String, defaultValue: QueryValue?) {
            self.name = name
            self.defaultValue = defaultValue
        }
    }

    public var name: String
    public var title: String
    public var question: String
    public var parameters: [Parameter]
    /// The whole file: positions in errors are positions in the file.
    public var text: String

    /// Reads a query from the text of a file.
    ///
    /// - Throws: `QueryError` with code `query.syntax` when the header says something that cannot be read.
    public init(name: String, text: String) throws(QueryError) {
        self.name = name
        self.text = text
        title = name
        question = ""
        parameters = []
        var offset = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let start = offset
            offset += line.utf8.count + 1
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            guard trimmed.hasPrefix("//") else {
                if trimmed.isEmpty { continue }
                break
            }
            let comment = trimmed.dropFirst(2).split(separator: ":", maxSplits: 1)
            guard comment.count == 2 else { continue }
            let value = comment[1].trimmingCharacters(in: .whitespaces)
            switch comment[0].trimmingCharacters(in: .whitespaces) {
            case "title": title = value
            case "question": question += question.isEmpty ? value : " " + value
            case "param":
                guard let parameter = Self.parameter(value) else {
                    let fault = QueryFault(
                        .syntax, "this parameter cannot be read", at: start..<start + line.utf8.count,
                        hint: "write '// param: name = default', the default as in a query")
                    throw QueryError(fault, source: Array(text.utf8))
                }
                parameters.append(parameter)
            default: break
            }
        }
    }

    /// Reads a file.
    ///
    /// - Throws: `QueryError` with code `query.database` when it cannot be read.
    public init(path: String) throws(QueryError) {
        let url = URL(fileURLWithPath: path)
        guard let data = try? Data(contentsOf: url), let text = String(data: data, encoding: .utf8) else {
            throw QueryError(code: .database, message: "the query file \(QueryError.quoted(path)) cannot be read")
        }
        try self.init(name: url.deletingPathExtension().lastPathComponent, text: text)
    }

    /// Names of the queries in a folder, sorted.
    public static func names(in folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { $0.hasSuffix(".cypher") }.map { String($0.dropLast(7)) }.sorted()
    }

    /// The defaults, with what is given in their place.
    ///
    /// - Throws: `QueryError` with code `query.parameter-missing` for a name the query does not have, or a parameter
    ///   that has neither a default nor a value.
    public func values(_ given: [String: QueryValue] = [:]) throws(QueryError) -> [String: QueryValue] {
        for name in given.keys.sorted() where !parameters.contains(where: { $0.name == name }) {
            throw QueryError(
                code: .parameterMissing,
                message: "the query '\(self.name)' has no parameter \(QueryError.quoted(name))",
                hint: Suggestion.hint(for: name, among: parameters.map(\.name)))
        }
        var values = given
        for parameter in parameters where values[parameter.name] == nil {
            guard let value = parameter.defaultValue else {
                throw QueryError(
                    code: .parameterMissing, message: "the query '\(name)' needs the parameter '\(parameter.name)'",
                    hint: "give it with --param \(parameter.name)=…")
            }
            values[parameter.name] = value
        }
        return values
    }

    private static func parameter(_ text: String) -> Parameter? {
        let parts = text.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        guard let name = parts.first, !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else {
            return nil
        }
        if parts.count == 1 { return Parameter(name: name, defaultValue: nil) }
        return QueryValue(literal: parts[1]).map { Parameter(name: name, defaultValue: $0) }
    }
}
