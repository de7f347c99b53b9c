internal import Foundation
internal import SeosModel

extension QueryRows {
    /// The next row as a type of the caller's, whose members are named like the columns; nil after the last one.
    ///
    /// A node or relationship is decoded from an object of its properties, a list from an array, a date from its text; null
    /// needs an optional member.
    ///
    /// ```swift
    /// struct Partner: Decodable { var name: String, country: String?, projects: Int }
    /// let rows = try engine.run(engine.prepare(
    ///     "MATCH (o:Organization)-[:PARTNER_IN]->(p) RETURN o.name AS name, o.country AS country, count(p) AS projects"))
    /// while let partner = try rows.next(as: Partner.self) { print(partner.name, partner.projects) }
    /// ```
    ///
    /// - Throws: `QueryError` as ``next()`` does, and with code `query.type` for a row that the type does not fit.
    public func next<Row: Decodable>(as type: Row.Type) throws(QueryError) -> Row? {
        guard let row = try next() else { return nil }
        let object = JSONValue.object(zip(columns, row).map { JSONValue.Member($0, $1.plain) })
        do {
            return try JSONDecoder().decode(type, from: Data(object.text.utf8))
        } catch let error as DecodingError {
            throw QueryError(code: .type, message: "a row is no \(type): \(Self.words(error))")
        } catch {
            throw QueryError(code: .type, message: "a row is no \(type): \(error)")
        }
    }

    private static func words(_ error: DecodingError) -> String {
        switch error {
        case .keyNotFound(let key, _): "there is no column '\(key.stringValue)'"
        case .valueNotFound(_, let context): "'\(path(context))' is null"
        case .typeMismatch(let type, let context): "'\(path(context))' is not of the type \(type)"
        case .dataCorrupted(let context): "'\(path(context))': \(context.debugDescription)"
        @unknown default: "\(error)"
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        context.codingPath.map(\.stringValue).joined(separator: ".")
    }
}

extension QueryValue {
    /// Nodes and relationships as objects of their properties, paths as lists of those.
    fileprivate var plain: JSONValue {
        switch self {
        case .list(let items): .array(items.map(\.plain))
        case .map(let entries): Self.plain(entries)
        case .node(let node): Self.plain(node.properties)
        case .relationship(let relationship): Self.plain(relationship.properties)
        case .path(let path): .array(path.nodes.map { Self.plain($0.properties) })
        default: json
        }
    }

    private static func plain(_ entries: [Entry]) -> JSONValue {
        .object(entries.map { JSONValue.Member($0.name, $0.value.plain) })
    }
}
