extension ResolvedGraph {
    /// Somebody to ask about a project.
    public struct Contact: Sendable, Hashable {
        public var id: Int64
        public var name: String?
        public var email: String?
        public var phone: String?

        public init(id: Int64, name: String? = nil, email: String? = nil, phone: String? = nil) {
            self.id = id
            self.name = name
            self.email = email
            self.phone = phone
        }
    }
}
