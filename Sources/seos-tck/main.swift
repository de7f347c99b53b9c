// Answers openCypher scenarios, one JSON line each: {"id","setup":[…],"query","parameters"} in, {"columns","rows"} or
// {"error","phase","detail"} out, a fresh empty graph each time. For tests; not installed.
import Foundation
import SeosModel
import SeosQuery

func parameter(_ any: Any) -> QueryValue {
    switch any {
    case let number as NSNumber:
        let code = String(cString: number.objCType)
        if code == "c" || code == "B" { return .boolean(number.boolValue) }
        if code == "d" || code == "f" { return .double(number.doubleValue) }
        return .integer(number.int64Value)
    case let text as String: return .string(text)
    case let list as [Any]: return .list(list.map(parameter))
    case let object as [String: Any]:
        if object.count == 1, let text = object["$float"] as? String, let value = Double(text) {
            return .double(value)
        }
        return .map(object.sorted { $0.key < $1.key }.map { .init($0.key, parameter($0.value)) })
    default: return .null
    }
}

func cell(_ value: QueryValue) -> String {
    switch value {
    case .double(let d):
        let text = d.isNaN ? "NaN" : d.isInfinite ? (d < 0 ? "-Infinity" : "Infinity") : "\(d)"
        return "{\"$float\":\"\(text)\"}"
    case .decimal(let d): return "{\"$float\":\"\(d.double)\"}"
    case .list(let items): return "[" + items.map(cell).joined(separator: ",") + "]"
    case .map(let entries): return object(entries)
    case .node(let node): return "{\"$node\":" + nodeText(node) + "}"
    case .relationship(let r): return "{\"$rel\":" + relationshipText(r) + "}"
    case .path(let path):
        var parts: [String] = []
        for (i, node) in path.nodes.enumerated() {
            parts.append(cell(.node(node)))
            guard i < path.relationships.count else { continue }
            let r = path.relationships[i]
            parts.append("{\"$rel\":\(relationshipText(r)),\"forward\":\(r.source == node.id)}")
        }
        return "{\"$path\":[" + parts.joined(separator: ",") + "]}"
    default: return value.json.text
    }
}

func object(_ entries: [QueryValue.Entry]) -> String {
    "{" + entries.map { QueryValue.string($0.name).json.text + ":" + cell($0.value) }.joined(separator: ",") + "}"
}

func nodeText(_ node: QueryValue.Node) -> String {
    let labels = QueryValue.list(node.labels.map { .string($0) }).json.text
    return "{\"labels\":\(labels),\"properties\":\(object(node.properties))}"
}

func relationshipText(_ r: QueryValue.Relationship) -> String {
    "{\"type\":\(QueryValue.string(r.type).json.text),\"properties\":\(object(r.properties))}"
}

func answer(_ line: String) -> String {
    guard let request = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let query = request["query"] as? String
    else { return "{\"error\":\"BadRequest\"}" }
    let graph = ScenarioGraph()
    do {
        for statement in request["setup"] as? [String] ?? [] {
            do { try graph.setUp(statement) } catch {
                return "{\"error\":\"SetUp\",\"message\":\(QueryValue.string(error.description).json.text)}"
            }
        }
        let given = request["parameters"] as? [String: Any] ?? [:]
        let (columns, rows) = try graph.ask(query, parameters: given.mapValues(parameter))
        let head = QueryValue.list(columns.map { .string($0) }).json.text
        let body = rows.map { "[" + $0.map(cell).joined(separator: ",") + "]" }.joined(separator: ",")
        return "{\"columns\":\(head),\"rows\":[\(body)]}"
    } catch {
        let standard = error.standard
        return "{\"error\":\"\(standard?.type ?? error.code.rawValue)\","
            + "\"phase\":\"\(standard?.isCompileTime ?? true ? "compile time" : "runtime")\","
            + "\"detail\":\"\(standard?.detail ?? "")\",\"message\":\(QueryValue.string(error.message).json.text)}"
    }
}

while let line = readLine(strippingNewline: true) {
    FileHandle.standardOutput.write(Data((answer(line) + "\n").utf8))
}
