/// Aligns the parts of two signatures softly: each part with its best counterpart.
struct SignatureComparer {
    let resources: NameResources

    /// - Parameter wantsPairs: whether to say which parts agree, for reasons in words.
    func compare(
        _ a: NameSignature, _ b: NameSignature, _ words: [SignatureBuilder.Word], wantsPairs: Bool = false
    ) -> NameComparison {
        var result = NameComparison()
        result.isEqual = a.hash == b.hash
        let n = a.parts.count
        let m = b.parts.count
        withUnsafeTemporaryAllocation(of: Float.self, capacity: n + m + 1) { best in
            best.initialize(repeating: 0)
            for i in 0..<n {
                var partner = -1
                for j in 0..<m {
                    let s = likeness(a.parts[i], b.parts[j], words)
                    if s > best[i] {
                        best[i] = s
                        partner = j
                    }
                    if s > best[n + j] { best[n + j] = s }
                }
                if wantsPairs, partner >= 0 { result.pairs.append((i, partner)) }
            }
            var covered: (Float, Float) = (0, 0)
            var rest: (Float, Float) = (0, 0)
            var proper: (Float, Float) = (0, 0)
            var idea: (Float, Float) = (0, 0)
            var identity: (Float, Float) = (0, 0)
            var shared: (proper: Float, idea: Float, identity: Float) = (0, 0, 0)
            for i in 0..<n {
                let part = a.parts[i]
                covered.0 += part.weight * best[i]
                let left = part.weight * (1 - best[i])
                rest.0 += left
                if part.isProper || part.places.0 >= 0 {
                    identity.0 += left
                    result.identityShared += part.weight * best[i]
                }
                if part.isProper {
                    proper.0 += left
                    result.properShared += part.weight * best[i]
                } else if part.places.0 < 0, !part.isNumber {
                    idea.0 += left
                    result.ideaShared += part.weight * best[i]
                }
            }
            for j in 0..<m {
                let part = b.parts[j]
                covered.1 += part.weight * best[n + j]
                let left = part.weight * (1 - best[n + j])
                rest.1 += left
                if part.isProper || part.places.0 >= 0 {
                    identity.1 += left
                    shared.identity += part.weight * best[n + j]
                }
                if part.isProper {
                    proper.1 += left
                    shared.proper += part.weight * best[n + j]
                } else if part.places.0 < 0, !part.isNumber {
                    idea.1 += left
                    shared.idea += part.weight * best[n + j]
                }
            }
            // What one says twice the other has but once; and the order of the two does not matter.
            result.properShared = min(result.properShared, shared.proper)
            result.ideaShared = min(result.ideaShared, shared.idea)
            result.identityShared = min(result.identityShared, shared.identity)
            let share0 = a.totalWeight > 0 ? covered.0 / a.totalWeight : 0
            let share1 = b.totalWeight > 0 ? covered.1 / b.totalWeight : 0
            result.lesserCover = min(share0, share1)
            result.greaterCover = max(share0, share1)
            result.lesserRest = min(rest.0, rest.1)
            result.greaterRest = max(rest.0, rest.1)
            result.properRestLesser = min(proper.0, proper.1)
            result.properRestGreater = max(proper.0, proper.1)
            result.identityRestLesser = min(identity.0, identity.1)
            result.identityRestGreater = max(identity.0, identity.1)
            result.crossRest = min(proper.0, idea.1) + min(proper.1, idea.0)
            result.isOffset =
                result.identityShared < 0.3
                && (identity.0 - proper.0 >= 0.5 && idea.1 >= 0.35 || identity.1 - proper.1 >= 0.5 && idea.0 >= 0.35)
            result.ideaRestLesser = min(idea.0, idea.1)
            result.ideaRestGreater = max(idea.0, idea.1)
        }
        heads(a, b, &result)
        places(a, b, words, &result)
        numbers(a, b, &result)
        result.isOpposite = areOpposite(a, b)
        acronyms(a, b, &result)
        result.isSpecial = isSpecial(a, b, result)
        result.isOneTown = isOneTown(a, b, result)
        return result
    }

    private func likeness(_ x: NameSignature.Part, _ y: NameSignature.Part, _ words: [SignatureBuilder.Word]) -> Float {
        if x.word == y.word {
            // "University", and the one of "University of Technology": one word, two kinds of bodies.
            return x.isHead && y.isHead && !Self.meet(x.concepts, y.concepts) ? 0 : 1
        }
        if x.isNumber || y.isNumber { return 0 }
        if x.concepts.0 >= 0, y.concepts.0 >= 0 {
            if Self.meet(x.concepts, y.concepts) { return 1 }
            // Two ideas that the lexicon tells apart are not made one by their letters.
            return 0
        }
        if x.places.0 >= 0, y.places.0 >= 0 {
            if Self.meet(x.places, y.places) { return 1 }
        }
        // Most words have other letters altogether.
        if x.length < 3 || y.length < 3 || (x.mask ^ y.mask).nonzeroBitCount > 6 { return 0 }
        return WordLikeness.of(words[Int(x.word)], words[Int(y.word)])
    }

    private static func meet(_ x: (Int32, Int32, Int32), _ y: (Int32, Int32, Int32)) -> Bool {
        has(y, x.0) || x.1 >= 0 && has(y, x.1) || x.2 >= 0 && has(y, x.2)
    }

    private static func has(_ y: (Int32, Int32, Int32), _ id: Int32) -> Bool { y.0 == id || y.1 == id || y.2 == id }

    // MARK: Heads

    private func heads(_ a: NameSignature, _ b: NameSignature, _ result: inout NameComparison) {
        guard let x = a.parts.first(where: \.isHead), let y = b.parts.first(where: \.isHead) else { return }
        if Self.meet(x.concepts, y.concepts) {
            result.heads = .same
            return
        }
        let kinship = resources.kinship(x.concepts, y.concepts)
        result.headKinship = kinship
        result.heads = kinship > 0 ? .kin : .different
        result.isPart = isPart(a, x, of: b, y) || isPart(b, y, of: a, x)
    }

    /// "Institut für Zeitgeschichte der Universität Wien", "Universität Wien": the whole stands in the name of its part.
    private func isPart(
        _ a: NameSignature, _ x: NameSignature.Part, of b: NameSignature, _ y: NameSignature.Part
    ) -> Bool {
        resources.isPart(x.concepts, of: y.concepts)
            && a.parts.contains { !$0.isHead && Self.meet(y.concepts, $0.concepts) }
            && !b.parts.contains { Self.meet(x.concepts, $0.concepts) }
    }

    /// One of two bodies of a kind has a field in its name, the other none, and no word of their own makes them one.
    private func isSpecial(_ a: NameSignature, _ b: NameSignature, _ comparison: NameComparison) -> Bool {
        guard comparison.heads == .same || comparison.headKinship >= 0.5, comparison.properShared < 0.3,
            comparison.acronyms != .same, let x = a.parts.first(where: \.isHead),
            let y = b.parts.first(where: \.isHead)
        else { return false }
        let rows = resources.fields.rows(of: x.concepts) | resources.fields.rows(of: y.concepts)
        return rows != 0 && resources.fields.names(a.parts, rows) != resources.fields.names(b.parts, rows)
    }

    /// "Ville de Vinhais", "Município de Vinhais"; not the town and the rural municipality of one name, where there are both.
    private func isOneTown(_ a: NameSignature, _ b: NameSignature, _ found: NameComparison) -> Bool {
        guard found.heads == .kin, found.headKinship >= 1, found.places == .same, found.sharedCountry != 0,
            found.identityRestGreater < 0.1, found.ideaRestGreater < 0.75,
            let x = a.parts.first(where: \.isHead), let y = b.parts.first(where: \.isHead)
        else { return false }
        return resources.areOne(x.concepts, y.concepts, in: found.sharedCountry)
    }

    // MARK: Places and numbers

    private func places(
        _ a: NameSignature, _ b: NameSignature, _ words: [SignatureBuilder.Word], _ result: inout NameComparison
    ) {
        var any: (Bool, Bool) = (false, false)
        var same = false
        var isAlike = false
        var local: (Bool, Bool) = (false, false)
        // "Slovenian Red Cross", "Croatian Red Cross": what else they share, the countries differ.
        var countries: (Bool, Bool) = (false, false)
        var sameCountry = false
        for x in a.parts where x.places.0 >= 0 {
            any.0 = true
            let isCountry = resources.places.isCountry(x.places.0)
            if isCountry { countries.0 = true } else { local.0 = true }
            for y in b.parts where y.places.0 >= 0 {
                if Self.meet(x.places, y.places) {
                    same = true
                    if isCountry { sameCountry = true } else { shareCountry(x.places, y.places, &result) }
                }
                // One name in two spellings, though the gazetteer knows them as two places.
                if WordLikeness.of(words[Int(x.word)], words[Int(y.word)]) >= 0.8 { isAlike = true }
            }
        }
        for y in b.parts where y.places.0 >= 0 {
            any.1 = true
            if resources.places.isCountry(y.places.0) { countries.1 = true } else { local.1 = true }
        }
        result.countriesDiffer = a.country != 0 && b.country != 0 && a.country != b.country && !same && !isAlike
        if countries.0, countries.1, !sameCountry {
            result.places = .different
        } else if same {
            result.places = .same
        } else if !isAlike, any.0, any.1, local.0 == local.1 || result.countriesDiffer {
            result.places = .different
        }
    }

    /// Notes the country of the places that two parts have in common.
    private func shareCountry(
        _ x: (Int32, Int32, Int32), _ y: (Int32, Int32, Int32), _ result: inout NameComparison
    ) {
        for place in [x.0, x.1, x.2] where place >= 0 && Self.has(y, place) {
            let country = resources.places.country(place)
            guard result.sharedCountry == 0 || result.sharedCountry == country else {
                result.sharedCountry = 0
                return
            }
            result.sharedCountry = country
        }
    }

    private func numbers(_ a: NameSignature, _ b: NameSignature, _ result: inout NameComparison) {
        var any = (false, false)
        var same = false
        for x in a.parts where x.isNumber {
            any.0 = true
            for y in b.parts where y.isNumber && y.word == x.word { same = true }
        }
        for y in b.parts where y.isNumber { any.1 = true }
        if any.0, any.1 { result.numbers = same ? .same : .different }
    }

    /// "Wasserverband Nördliches Burgenland", "… Südliches Burgenland": one of a group of ideas each, and not the same.
    private func areOpposite(_ a: NameSignature, _ b: NameSignature) -> Bool {
        a.parts.contains { x in
            guard x.concepts.1 < 0, let group = resources.opposites(of: x.concepts.0) else { return false }
            return b.parts.contains { $0.concepts.1 < 0 && resources.opposites(of: $0.concepts.0) == group }
                && !b.parts.contains { Self.meet(x.concepts, $0.concepts) }
        }
    }

    // MARK: Acronyms

    private func acronyms(_ a: NameSignature, _ b: NameSignature, _ result: inout NameComparison) {
        if !a.acronyms.isEmpty, !b.acronyms.isEmpty {
            result.acronyms = a.acronyms.contains { b.acronyms.contains($0) } ? .same : .different
        }
        result.initialsAgree =
            a.acronyms.contains { Self.spells($0, b.initials) } || b.acronyms.contains { Self.spells($0, a.initials) }
        if result.initialsAgree, a.isOnlyAcronym != b.isOnlyAcronym {
            let (short, long) = a.isOnlyAcronym ? (a, b) : (b, a)
            result.isSpelledOut =
                short.acronyms.first?.first == long.initials.first
                && short.acronyms.first.map { long.initials.count <= $0.count * 2 } == true
        }
    }

    /// Whether the letters of an acronym are first letters of the words, in order, with few words left out.
    private static func spells(_ acronym: [UInt8], _ initials: [UInt8]) -> Bool {
        guard acronym.count >= 3, initials.count >= acronym.count, initials.count <= acronym.count * 2 + 2 else {
            return false
        }
        var k = 0
        for letter in initials where k < acronym.count && letter == acronym[k] { k += 1 }
        return k == acronym.count
    }
}
