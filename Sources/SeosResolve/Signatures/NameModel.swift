internal import SeosLanguages

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The weights of the evidence, a logistic model: `Concepts/model.tsv`, fitted by `Scripts/name-model`.
struct NameModel: Sendable {
    private let terms: [(weight: Float, value: @Sendable (NameComparison) -> Float)]

    init(files: DataFiles) {
        var byName: [String: Float] = [:]
        files.withRows("Concepts/model.tsv") { fields in
            guard fields.count >= 2 else { return }
            byName[String(decoding: fields[0], as: UTF8.self)] = Float(String(decoding: fields[1], as: UTF8.self))
        }
        terms = NameComparison.evidence.compactMap { item in
            byName[item.name].flatMap { $0 == 0 ? nil : (weight: $0, value: item.value) }
        }
    }

    func probability(_ comparison: NameComparison) -> Double {
        var sum: Float = 0
        for term in terms { sum += term.weight * term.value(comparison) }
        return 1 / (1 + exp(-Double(sum)))
    }
}
