public import SeosModel

extension ResolvedGraph {
    /// A day, month, year or period that some project has.
    public struct Date: Sendable, Hashable {
        public var id: Int64
        /// ISO 8601, as precise as it was written.
        public var start: String?
        /// ISO 8601, as precise as it was written.
        public var end: String?
        public var precision: DatePoint.Precision?
        public var kind: DateKind
        public var asWritten: String

        public init(
            id: Int64, start: String? = nil, end: String? = nil, precision: DatePoint.Precision? = nil,
            kind: DateKind, asWritten: String
        ) {
            self.id = id
            self.start = start
            self.end = end
            self.precision = precision
            self.kind = kind
            self.asWritten = asWritten
        }
    }
}

extension ResolvedGraph {
    /// What a date is of.
    public enum DateKind: String, Sendable, Hashable, CaseIterable {
        case period, event, programme
    }
}
