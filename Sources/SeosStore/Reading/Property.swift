import SeosModel

/// Makes properties of nodes and relationships from columns; null columns make none.
enum Property {
    static func list(_ properties: [GraphSnapshot.Property?]) -> [GraphSnapshot.Property] {
        properties.compactMap { $0 }
    }

    static func text(_ name: String, _ value: String?) -> GraphSnapshot.Property? {
        value.map { GraphSnapshot.Property(name, .string($0)) }
    }

    static func integer(_ name: String, _ value: Int64?) -> GraphSnapshot.Property? {
        value.map { GraphSnapshot.Property(name, .integer($0)) }
    }

    static func double(_ name: String, _ value: Double?) -> GraphSnapshot.Property? {
        value.map { GraphSnapshot.Property(name, .double($0)) }
    }

    /// An integer when it is whole.
    static func decimal(_ name: String, coefficient: Int64?, scale: Int) -> GraphSnapshot.Property? {
        guard let coefficient, let decimal = ExactDecimal(coefficient: coefficient, scale: scale) else { return nil }
        return GraphSnapshot.Property(
            name, decimal.isInteger ? .integer(decimal.coefficient) : .decimal(decimal))
    }

    static func strings(_ name: String, _ json: String?) -> GraphSnapshot.Property? {
        json.map { GraphSnapshot.Property(name, .list(JSONText.strings($0).map { .string($0) })) }
    }

    /// The same name in two languages is one name here.
    static func names(_ json: String?) -> GraphSnapshot.Property? {
        guard let json else { return nil }
        var seen: Set<String> = []
        // An imported graph may tell no languages.
        let localized = JSONText.localizedNames(json).map(\.name)
        let names = (localized.isEmpty ? JSONText.strings(json) : localized).filter { seen.insert($0).inserted }
        return GraphSnapshot.Property("names", .list(names.map { .string($0) }))
    }
}
