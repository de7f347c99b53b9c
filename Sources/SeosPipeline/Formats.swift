internal import SeosDocuments

/// The formats documents are read in, from the registry of readers.
public enum Formats {
    public struct Reader: Sendable {
        public var name: String
        public var endings: [String]
    }

    public static var readers: [Reader] { DocumentReaders.all.map { Reader(name: $0.name, endings: $0.extensions) } }
}
