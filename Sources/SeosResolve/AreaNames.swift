internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// What a region without a code is known by: the kind of place and the place that its name has, whatever the language.
///
/// "Pērnavas apriņķis" and "Pärnunmaa" are a county by the name of Pärnu, and so the division of Estonia that has that
/// name. Two words for one kind of nature beside one place are one as well. A name with any other word, or
/// with a place of which there are several, is known by its letters alone.
struct AreaNames {
    private let resources: NameResources
    private var builder: SignatureBuilder

    init(_ resources: NameResources) {
        self.resources = resources
        builder = SignatureBuilder(resources: resources)
    }

    /// Kinds of divisions of a country: which of them a language calls by which word differs.
    private static let divisions: Set<String> = ["county", "region", "province", "voivodeship", "canton"]
    /// Kinds of places that are smaller, under the same names; the first that fits is it.
    private static let parts = ["district", "municipality", "city", "metropolis"]

    /// The code of a region, or words for its kind and place; nil when its name says something else or nothing certain.
    mutating func key(of e: LocalEntity) -> String? {
        var place: Int32?
        var kinds: [[String]] = []
        let number = builder.signature(of: e.name, language: e.language)
        for part in builder.signatures[number].parts {
            if part.places.0 >= 0 {
                guard place == nil, let found = only(part, e.country) else { return nil }
                place = found
            } else if part.concepts.0 >= 0 {
                kinds.append(
                    [part.concepts.0, part.concepts.1, part.concepts.2].filter { $0 >= 0 }.map {
                        resources.lexicon.concepts[Int($0)].name
                    })
            } else {
                return nil
            }
        }
        guard let place, !kinds.isEmpty else { return nil }
        let code = resources.places.code(place)
        if kinds.count == 1, !resources.places.isCountry(place) {
            if let part = Self.parts.first(where: kinds[0].contains) { return "area \(part) \(code)" }
            if kinds[0].contains(where: Self.divisions.contains) {
                return resources.places.division(place).map { "code \($0)" } ?? "area division \(code)"
            }
        }
        let words = kinds.map { $0.min() ?? "" }.sorted()
        return "area \(words.joined(separator: " ")) \(code)"
    }

    /// The only place that a part of a name can be, or the only one that is a country's division, in the country that the
    /// page gives the region.
    private func only(_ part: NameSignature.Part, _ country: String?) -> Int32? {
        let all = [part.places.0, part.places.1, part.places.2].filter { $0 >= 0 }
        let own = country.map { PlaceNames.pack($0) }
        let fitting = all.filter { place in
            let country = resources.places.country(place)
            return own == nil || country == 0 || country == own
        }
        if fitting.count == 1 { return fitting[0] }
        // A list may have the town in another region than the one of its name.
        let divisions = fitting.filter { resources.places.division($0) != nil }
        return divisions.count == 1 ? divisions[0] : nil
    }
}
