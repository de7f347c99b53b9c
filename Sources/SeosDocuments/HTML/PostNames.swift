/// Which entry of a blog or news system an element holds, as the classes of the most common one say it.
///
/// The page says "single-post postid-1806" of the one entry it shows, each entry "post-1806 type-post" of itself. An
/// entry of the same type with another number is a teaser of another page; one of another type, such as a partner below
/// a project, is not.
struct PostNames: Equatable {
    var number: Int
    var type: [UInt8]

    /// The entry that a page shows, by the classes of its `body`; nil when it shows several or does not say.
    init?(page classes: ArraySlice<UInt8>) {
        self.init(classes, number: "postid-", type: "single-")
    }

    /// The entry that an element holds.
    init?(element classes: ArraySlice<UInt8>) {
        self.init(classes, number: "post-", type: "type-")
    }

    private init?(_ classes: ArraySlice<UInt8>, number: StaticString, type: StaticString) {
        var found: (number: Int?, type: [UInt8]?) = (nil, nil)
        for name in classes.prefix(2000).split(separator: 0x20) {
            if found.number == nil, let rest = Self.rest(name, after: number) {
                found.number = Int(String(decoding: rest, as: UTF8.self))
            }
            // "single-format-standard" and "single-post-title" are no types.
            if found.type == nil, let rest = Self.rest(name, after: type), !rest.contains(0x2D) {
                found.type = Array(rest)
            }
        }
        guard let number = found.number, let type = found.type else { return nil }
        self.number = number
        self.type = type
    }

    private static func rest(_ name: ArraySlice<UInt8>, after prefix: StaticString) -> ArraySlice<UInt8>? {
        prefix.withUTF8Buffer { name.starts(with: $0) } ? name.dropFirst(prefix.utf8CodeUnitCount) : nil
    }
}
