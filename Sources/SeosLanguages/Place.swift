/// One place of the gazetteer.
public struct Place: Sendable, Hashable {
    /// ISO 3166-1, ISO 3166-2, NUTS, `geonames:<id>`, or `x-…` for regions larger than a country.
    public var code: String
    /// Code of the region it is part of; empty for countries.
    public var parent: String
    /// 0 country, 1–3 NUTS, 4 city or smaller, -1 larger than a country.
    public var level: Int
    /// ISO 3166 alpha-2; nil for regions larger than a country.
    public var country: String?
    /// A valley, a river, an island or another area that no register of regions numbers, smaller than the large ones that
    /// packs name (`x-alps`).
    public var isLandscape = false
    /// A part of the world, an ocean or a long river, too wide to be where a project acts.
    public var isWide = false
    /// A town that few outside its country know, called like a word of many languages.
    public var isSmall = false
    /// How many names the tables have for a town, up to 255: one with many is known elsewhere.
    public var names: UInt8 = 0
}
