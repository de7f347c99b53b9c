/// A value of the naive evaluator.
enum NaiveValue: Hashable {
    case null
    case boolean(Bool)
    case integer(Int)
    case text(String)
    /// Numbers of nodes and relationships in the graph.
    case node(Int)
    case relationship(Int)

    var isNull: Bool { self == .null }

    var literal: String {
        switch self {
        case .null: "null"
        case .boolean(let b): b ? "true" : "false"
        case .integer(let n): "\(n)"
        case .text(let s): "'\(s)'"
        case .node, .relationship: "?"
        }
    }

    /// As the product writes it in JSON.
    var json: String {
        if case .text(let s) = self { return "\"\(s)\"" }
        return literal
    }

    /// `a = b`; nil is null.
    static func equal(_ a: NaiveValue, _ b: NaiveValue) -> Bool? {
        if a.isNull || b.isNull { return nil }
        return a == b
    }

    /// `a < b`; nil where the two cannot be compared.
    static func less(_ a: NaiveValue, _ b: NaiveValue) -> Bool? {
        switch (a, b) {
        case (.integer(let x), .integer(let y)): return x < y
        case (.text(let x), .text(let y)): return Array(x.utf8).lexicographicallyPrecedes(Array(y.utf8))
        case (.boolean(let x), .boolean(let y)): return !x && y
        default: return nil
        }
    }

    /// For ORDER BY, min and max: texts, truth, numbers, and null at the end.
    static func comesBefore(_ a: NaiveValue, _ b: NaiveValue) -> Bool {
        func rank(_ v: NaiveValue) -> Int {
            switch v {
            case .node: 0
            case .relationship: 1
            case .text: 2
            case .boolean: 3
            case .integer: 4
            case .null: 5
            }
        }
        if rank(a) != rank(b) { return rank(a) < rank(b) }
        return less(a, b) ?? false
    }
}

/// A small graph of the Seos model, at random: parallel relationships, loops and nodes without any among it.
struct NaiveGraph {
    struct Node {
        var label: String
        var id: Int
        var properties: [String: NaiveValue]
    }

    struct Relationship {
        var type: String
        var id: Int
        var source: Int
        var target: Int
        var role: String?
    }

    var nodes: [Node] = []
    var relationships: [Relationship] = []

    static let properties: [String: [String]] = [
        "Project": ["id", "name", "year"], "Organization": ["id", "name", "country"],
        "Region": ["id", "name", "code", "level"], "Programme": ["id", "name"],
    ]
    static let types: [String: (sources: [String], targets: [String])] = [
        "PARTNER_IN": (["Organization"], ["Project"]), "PART_OF": (["Region"], ["Region"]),
        "LOCATED_IN": (["Organization", "Project"], ["Region"]),
        "FUNDED_BY": (["Project"], ["Programme", "Organization"]),
    ]
    static let roles = ["lead": 1, "partner": 2, "associated": 3, "funder": 4, "cofinancier": 5]

    init(_ random: inout NaiveRandom) {
        for (label, count) in [("Project", 3), ("Organization", 3), ("Region", 3), ("Programme", 1)] {
            for _ in 0..<(1 + random.below(count)) {
                let id = 10 + nodes.count * (1 + random.below(3))
                if nodes.contains(where: { $0.id == id }) { continue }
                var own: [String: NaiveValue] = [
                    "id": .integer(id), "name": .text(random.one(["Amber", "Birch", "Cedar"])),
                ]
                switch label {
                case "Project": own["year"] = random.one([.null, .integer(2020), .integer(2021)])
                case "Organization": own["country"] = random.one([.null, .text("EE"), .text("LV")])
                case "Region":
                    own["code"] = random.one([.null, .text("EE"), .text("EE0")])
                    own["level"] = random.one([.null, .integer(0), .integer(1)])
                default: break
                }
                nodes.append(Node(label: label, id: id, properties: own))
            }
        }
        for _ in 0..<(3 + random.below(9)) {
            let type = random.one(["PARTNER_IN", "PARTNER_IN", "PART_OF", "LOCATED_IN", "FUNDED_BY"])
            guard let ends = Self.types[type] else { continue }
            let sources = nodes.indices.filter { ends.sources.contains(nodes[$0].label) }
            let targets = nodes.indices.filter { ends.targets.contains(nodes[$0].label) }
            if sources.isEmpty || targets.isEmpty { continue }
            let role: String? =
                type == "PARTNER_IN"
                ? random.one(["lead", "partner", "associated"])
                : type == "FUNDED_BY" ? random.one(["funder", "cofinancier"]) : nil
            relationships.append(
                Relationship(
                    type: type, id: 100 + relationships.count, source: random.one(sources), target: random.one(targets),
                    role: role))
        }
    }

    /// For the tables of Seos.
    var sql: String {
        func text(_ v: NaiveValue?) -> String { v?.literal ?? "NULL" }
        var lines = ["PRAGMA synchronous = OFF; BEGIN;"]
        for n in nodes {
            let (id, name) = (n.id, text(n.properties["name"]))
            switch n.label {
            case "Project":
                lines.append(
                    "INSERT INTO project (id, name, year, names, languages) VALUES (\(id), \(name), \(text(n.properties["year"])), '[]', '[]');"
                )
            case "Organization":
                lines.append(
                    "INSERT INTO organization (id, name, country, names) VALUES (\(id), \(name), \(text(n.properties["country"])), '[]');"
                )
            case "Region":
                lines.append(
                    "INSERT INTO region (id, name, code, level, names) VALUES (\(id), \(name), \(text(n.properties["code"])), \(text(n.properties["level"])), '[]');"
                )
            default: lines.append("INSERT INTO programme (id, name, names) VALUES (\(id), \(name), '[]');")
            }
        }
        for r in relationships {
            let ends = "\(nodes[r.source].id), \(nodes[r.target].id), \(r.id)"
            switch r.type {
            case "PART_OF": lines.append("INSERT INTO part_of (source, target, id) VALUES (\(ends));")
            case "LOCATED_IN":
                lines.append("INSERT INTO located_in (source, target, id, claims, sources) VALUES (\(ends), 1, 1);")
            default:
                let role = r.role.flatMap { Self.roles[$0] } ?? 0
                lines.append(
                    "INSERT INTO \(r.type.lowercased()) (source, target, id, role, claims, sources, confidence) VALUES (\(ends), \(role), 1, 1, 0.5);"
                )
            }
        }
        return lines.joined(separator: "\n") + "\nCOMMIT;"
    }

    /// For a graph in memory of any labels.
    var create: String {
        let made = nodes.enumerated().map { i, n in
            let own = n.properties.filter { !$0.value.isNull }.sorted { $0.key < $1.key }
            return "(n\(i):\(n.label) {\(own.map { "\($0.key): \($0.value.literal)" }.joined(separator: ", "))})"
        }
        let joined = relationships.map { r in
            let role = r.role.map { " {role: '\($0)'}" } ?? ""
            return "(n\(r.source))-[:\(r.type)\(role)]->(n\(r.target))"
        }
        return "CREATE " + (made + joined).joined(separator: ", ")
    }
}

struct NaiveRandom {
    var state: UInt64

    mutating func below(_ n: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(n))
    }

    mutating func one<T>(_ items: [T]) -> T { items[below(items.count)] }
    mutating func happens(_ percent: Int) -> Bool { below(100) < percent }
}
