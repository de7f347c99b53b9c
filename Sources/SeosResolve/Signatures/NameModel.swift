internal import SeosLanguages

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The weights of the evidence, a logistic model: `Concepts/model.tsv`, fitted by `Scripts/name-model`.
struct NameModel: Sendable {
    private let weights: [Float]

    init(files: DataFiles) {
        var byName: [String: Float] = [:]
        files.withRows("Concepts/model.tsv") { fields in
            guard fields.count >= 2 else { return }
            byName[String(decoding: fields[0], as: UTF8.self)] = Float(String(decoding: fields[1], as: UTF8.self))
        }
        weights = NameComparison.evidence.map { byName[$0.name] ?? 0 }
    }

    func probability(_ comparison: NameComparison) -> Double {
        var sum: Float = 0
        for (n, item) in NameComparison.evidence.enumerated() where weights[n] != 0 {
            sum += weights[n] * item.value(comparison)
        }
        return 1 / (1 + exp(-Double(sum)))
    }
}
