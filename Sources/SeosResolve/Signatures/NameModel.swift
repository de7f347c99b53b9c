internal import SeosLanguages

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// The weights of the evidence, a logistic model: `Concepts/model.tsv`, fitted by `Scripts/name-model`.
struct NameModel: Sendable {
    /// One weight for each piece of ``NameComparison/forEachEvidence(_:)``; 0 where the file names none.
    private let weights: [Float]

    init(files: DataFiles) {
        var byName: [String: Float] = [:]
        files.withRows("Concepts/model.tsv") { fields in
            guard fields.count >= 2 else { return }
            byName[String(decoding: fields[0], as: UTF8.self)] = Float(String(decoding: fields[1], as: UTF8.self))
        }
        var weights: [Float] = []
        NameComparison().forEachEvidence { name, _ in weights.append(byName["\(name)"] ?? 0) }
        self.weights = weights
    }

    func probability(_ comparison: NameComparison) -> Double {
        var sum: Float = 0
        var k = 0
        weights.withUnsafeBufferPointer { weights in
            comparison.forEachEvidence { _, value in
                sum += weights[k] * value
                k += 1
            }
        }
        return 1 / (1 + exp(-Double(sum)))
    }
}
