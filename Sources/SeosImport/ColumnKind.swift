import Foundation
import SeosStore

/// What all values of a column have in common, narrowed value by value.
struct ColumnKind {
    private struct Set: OptionSet {
        let rawValue: UInt8
        static let integer = Set(rawValue: 1)
        static let number = Set(rawValue: 2)
        static let boolean = Set(rawValue: 4)
        static let texts = Set(rawValue: 8)
        static let numbers = Set(rawValue: 16)
        static let named = Set(rawValue: 32)
        static let decimal = Set(rawValue: 64)
        static let words = Set(rawValue: 128)
        static let anything: Set = [.integer, .number, .boolean, .texts, .numbers, .named, .decimal, .words]
    }

    private var possible = Set.anything
    private let words: [[UInt8]]
    private(set) var hasValues = false

    /// - Parameter words: those the model has for the column, when it has some.
    init(words: [String] = []) {
        self.words = words.map { Array($0.utf8) }
        if words.isEmpty { possible.remove(.words) }
    }

    mutating func look(_ value: UnsafeBufferPointer<UInt8>) {
        hasValues = true
        if possible.isEmpty { return }
        if possible.contains(.words), !words.contains(where: { $0.elementsEqual(value) }) { possible.remove(.words) }
        if possible.contains(.integer), NumberText.integer(value) == nil { possible.remove(.integer) }
        if !possible.contains(.integer), possible.contains(.number), NumberText.double(value) == nil {
            possible.remove(.number)
        }
        if possible.contains(.decimal), NumberText.decimal(value) == nil { possible.remove(.decimal) }
        if possible.contains(.boolean), !value.elementsEqual("true".utf8), !value.elementsEqual("false".utf8) {
            possible.remove(.boolean)
        }
        if !possible.isDisjoint(with: [.texts, .numbers, .named]) { lookForList(value) }
    }

    /// What the values of both have in common.
    mutating func merge(_ other: ColumnKind) {
        possible.formIntersection(other.possible)
        hasValues = hasValues || other.hasValues
    }

    private mutating func lookForList(_ value: UnsafeBufferPointer<UInt8>) {
        guard value.first == UInt8(ascii: "["),
            let items = try? JSONSerialization.jsonObject(with: Data(buffer: value)) as? [Any]
        else {
            possible.subtract([.texts, .numbers, .named])
            return
        }
        if !items.allSatisfy({ $0 is String }) { possible.remove(.texts) }
        let hasNames = items.allSatisfy { ($0 as? [String: Any]).map { $0["name"] is String } ?? false }
        if !hasNames { possible.remove(.named) }
        let isNumeric = items.allSatisfy { item in
            guard let number = item as? NSNumber else { return false }
            return !["c", "B"].contains(String(cString: number.objCType))
        }
        if !isNumeric { possible.remove(.numbers) }
    }

    /// The kind of a property that is kept under its own name. A column without any value is one of texts.
    var kind: ImportedCatalogue.ValueKind {
        guard hasValues else { return .text }
        if possible.contains(.integer) { return .integer }
        if possible.contains(.number) { return .number }
        if possible.contains(.boolean) { return .boolean }
        if possible.contains(.texts) { return .texts }
        if possible.contains(.numbers) { return .numbers }
        return .text
    }

    /// Whether every value has a place in a column of the model.
    func fits(_ content: ModelTable.Content) -> Bool {
        switch content {
        case .text: true
        case .integer: possible.contains(.integer)
        case .number: possible.contains(.integer) || possible.contains(.number)
        case .texts: possible.contains(.texts) || possible.contains(.named)
        case .amount: possible.contains(.decimal)
        case .words: possible.contains(.words)
        }
    }
}
