public import SeosModel

/// Why a person's decision cannot be taken.
public enum DecisionError: Error, Sendable, Equatable {
    case unknownEntity(Int64)
    case unknownMention(Int64, entity: Int64)
    case sameEntity(Int64)
    case differentKinds(EntityKind, EntityKind)
    /// A split would take everything.
    case nothingLeft(Int64)
    /// A row of a decisions file that cannot be read, or contradicts an earlier one.
    case file(line: Int, reason: String)

    public var code: String {
        switch self {
        case .unknownEntity: "decision.unknown-entity"
        case .unknownMention: "decision.unknown-mention"
        case .sameEntity: "decision.same-entity"
        case .differentKinds: "decision.different-kinds"
        case .nothingLeft: "decision.nothing-left"
        case .file: "decision.file"
        }
    }
}

extension DecisionError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownEntity(let id): "there is no entity \(id)"
        case .unknownMention(let id, let entity): "entity \(entity) has no mention \(id)"
        case .sameEntity(let id): "both are entity \(id) already"
        case .differentKinds(let a, let b): "these are of different kinds, \(a.word) and \(b.word), and cannot be one"
        case .nothingLeft(let id): "nothing would be left of entity \(id): its other mentions are in the same document"
        case .file(let line, let reason): "line \(line): \(reason)"
        }
    }
}
