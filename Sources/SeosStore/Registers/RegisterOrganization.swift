internal import SeosModel

/// An organization as a register knows it.
public struct RegisterOrganization: Sendable, Hashable {
    public struct Name: Sendable, Hashable, Codable {
        public var name: String
        /// BCP 47, when the register tells it.
        public var language: String?

        public init(name: String, language: String? = nil) {
            self.name = name
            self.language = language
        }
    }

    public var register: String
    /// Its id in the register.
    public var key: String
    /// At least one; the first is the one shown.
    public var names: [Name]
    /// ISO 3166.
    public var country: String?
    /// Of its web address: `ut.ee`.
    public var domain: String?

    public init(register: String, key: String, names: [Name], country: String?, domain: String?) {
        self.register = register
        self.key = key
        self.names = names
        self.country = country
        self.domain = domain
    }

    /// The same every time.
    public var id: Int64 { StableID.make("register", register, key) }
}
