internal import SeosLanguages

/// Puts a comparison into words: "same kind: university; same place: EE; both have: development".
struct NameReasons {
    let matcher: NameMatcher
    let a: NameSignature
    let b: NameSignature

    func texts(_ comparison: NameComparison) -> [String] {
        var texts: [String] = []
        if comparison.isEqual { return ["same name"] }
        switch comparison.heads {
        case .same: texts.append("same kind: \(kind(a, b))")
        case .kin: texts.append("kindred kinds: \(kind(a)) and \(kind(b))")
        case .different: texts.append("different kinds: \(kind(a)) and \(kind(b))")
        case .unknown: break
        }
        switch comparison.places {
        case .same: texts.append("same place: \(places(shared: true).joined(separator: ", "))")
        case .different:
            texts.append(
                "different places: \(codes(a).joined(separator: ", ")) and \(codes(b).joined(separator: ", "))")
        case .unknown: break
        }
        if comparison.numbers == .different { texts.append("different numbers") }
        if comparison.isOpposite { texts.append("opposites") }
        if comparison.isPart { texts.append("one is a part of the other") }
        if comparison.isSpecial { texts.append("only one has a field of its own") }
        if comparison.acronyms == .same { texts.append("same acronym") }
        if comparison.initialsAgree { texts.append("the acronym is made of the other's first letters") }
        var ideas: [String] = []
        var words: [String] = []
        for (i, j) in comparison.pairs where !a.parts[i].isHead {
            let x = a.parts[i]
            if x.places.0 >= 0 || x.isNumber { continue }
            if let idea = sharedIdea(x, b.parts[j]) {
                if !ideas.contains(idea) { ideas.append(idea) }
            } else {
                let word = matcher.builder.words[Int(x.word)].letters
                words.append(String(decoding: word, as: UTF8.self))
            }
        }
        if !ideas.isEmpty { texts.append("both say: \(ideas.joined(separator: ", "))") }
        if !words.isEmpty { texts.append("same words: \(words.joined(separator: ", "))") }
        let left = rest(a, comparison.pairs.map(\.0))
        let right = rest(b, comparison.pairs.map(\.1))
        if !left.isEmpty { texts.append("only the first: \(left.joined(separator: ", "))") }
        if !right.isEmpty { texts.append("only the second: \(right.joined(separator: ", "))") }
        return texts.isEmpty ? ["nothing in common"] : texts
    }

    private func ideas(_ part: NameSignature.Part) -> [Int32] {
        [part.concepts.0, part.concepts.1, part.concepts.2].filter { $0 >= 0 }
    }

    private func idea(_ id: Int32) -> String { matcher.comparer.resources.lexicon.concepts[Int(id)].name }

    private func sharedIdea(_ x: NameSignature.Part, _ y: NameSignature.Part) -> String? {
        ideas(x).first { ideas(y).contains($0) }.map(idea)
    }

    private func kind(_ s: NameSignature) -> String { s.head >= 0 ? idea(s.head) : "-" }

    private func kind(_ s: NameSignature, _ t: NameSignature) -> String {
        guard let x = s.parts.first(where: \.isHead), let y = t.parts.first(where: \.isHead) else { return "-" }
        return sharedIdea(x, y) ?? "-"
    }

    private func groups(_ part: NameSignature.Part) -> [Int32] {
        [part.places.0, part.places.1, part.places.2].filter { $0 >= 0 }
    }

    private func code(_ group: Int32) -> String { matcher.comparer.resources.places.code(group) }

    private func codes(_ s: NameSignature) -> [String] { s.parts.compactMap { groups($0).first.map(code) } }

    private func places(shared: Bool) -> [String] {
        let other = Set(b.parts.flatMap(groups))
        var seen: [String] = []
        for part in a.parts {
            if let group = groups(part).first(where: { other.contains($0) }), !seen.contains(code(group)) {
                seen.append(code(group))
            }
        }
        return seen
    }

    private func rest(_ s: NameSignature, _ used: [Int]) -> [String] {
        s.parts.indices.filter { !used.contains($0) && !s.parts[$0].isHead }.map { n in
            let part = s.parts[n]
            if let group = groups(part).first { return code(group) }
            if let id = ideas(part).first { return idea(id) }
            return String(decoding: matcher.builder.words[Int(part.word)].letters, as: UTF8.self)
        }
    }
}
