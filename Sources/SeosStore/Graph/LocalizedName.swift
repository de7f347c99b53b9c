/// A name as some page writes it, with the language of the words around it.
public struct LocalizedName: Sendable, Hashable, Codable {
    public var name: String
    /// BCP 47.
    public var language: String

    public init(name: String, language: String) {
        self.name = name
        self.language = language
    }
}
