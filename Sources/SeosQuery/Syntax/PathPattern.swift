/// Nodes joined by relationships: `(a)-[r:T]->(b)<--(c)`.
struct PathPattern: Sendable {
    enum Search: Sendable { case shortest, allShortest }

    var variable: Name?
    var search: Search?
    var start: NodePattern
    var steps: [Step]
    var range: Range<Int>

    struct Step: Sendable {
        var relationship: RelationshipPattern
        var node: NodePattern
    }

    var nodes: [NodePattern] { [start] + steps.map(\.node) }
}

struct NodePattern: Sendable {
    var variable: Name?
    var labels: LabelExpression?
    var properties: [PropertyPattern]
    /// A parameter that stands for all properties.
    var allProperties: Expression?
    var range: Range<Int>
}

struct RelationshipPattern: Sendable {
    enum Direction: Sendable { case forward, backward, either }

    struct Length: Sendable {
        /// Nil where the query leaves the bound out.
        var least: Int?
        var most: Int?
        var range: Range<Int>
    }

    var variable: Name?
    /// Alternatives; none means any type.
    var types: [Name]
    var length: Length?
    var properties: [PropertyPattern]
    var allProperties: Expression?
    var direction: Direction
    var range: Range<Int>
}

struct PropertyPattern: Sendable {
    var name: Name
    var value: Expression
}

/// `:A`, `:A:B`, `:A|B`, `:A&B`, `:!A`, `:%`.
indirect enum LabelExpression: Sendable {
    case label(Name)
    case any
    case not(LabelExpression)
    case and(LabelExpression, LabelExpression)
    case or(LabelExpression, LabelExpression)
}
