import SeosStore

/// Where the model has a place for what is imported.
enum ModelCode {
    static func label(_ name: String) -> Int? {
        ModelTable.labels.first { $0.name == name }?.code ?? ModelTable.otherLabels[name]
    }

    static func type(_ name: String) -> Int? {
        ModelTable.types.first { $0.name == name }?.code ?? ModelTable.otherTypes[name]
    }

    static func nodes(_ file: ImportFile) -> ModelTable? {
        guard case .nodes(let label) = file.content else { return nil }
        return ModelTable.labels.first { $0.name == label }
    }

    /// The table of a type, where the model lets it join such labels.
    static func edges(_ file: ImportFile) -> ModelTable? {
        guard case .edges(let type, let source, let target) = file.content else { return nil }
        return ModelTable.types.first {
            $0.name == type && $0.sources.contains(source) && $0.targets.contains(target)
        }
    }
}
