/// Collects bytes and hands them to a sink in chunks, so that a graph of any size needs little memory.
struct ExportWriter: ~Copyable {
    private let sink: any ExportSink
    private var buffer: [UInt8] = []
    private static let chunk = 1 << 16
    /// Bytes given to the sink or waiting.
    private(set) var bytes = 0
    /// Characters left out because XML 1.0 forbids them.
    private(set) var removedCharacters = 0

    init(_ sink: any ExportSink) {
        self.sink = sink
        buffer.reserveCapacity(Self.chunk + 4096)
    }

    mutating func beginFile(named name: String) throws {
        try flush()
        try sink.beginFile(named: name)
    }

    /// Text exactly as it is.
    mutating func put(_ text: String) throws {
        buffer.append(contentsOf: text.utf8)
        try drain()
    }

    /// Lets `make` append to the buffer.
    mutating func put(_ make: (inout [UInt8]) -> Void) throws {
        make(&buffer)
        try drain()
    }

    /// Text for an XML attribute in double quotes; line breaks and tabs survive as references.
    mutating func putXMLAttribute(_ text: String) throws {
        removedCharacters += XMLText.append(text, to: &buffer, inAttribute: true)
        try drain()
    }

    /// Text between XML tags.
    mutating func putXMLText(_ text: String) throws {
        removedCharacters += XMLText.append(text, to: &buffer, inAttribute: false)
        try drain()
    }

    /// A quoted DOT string.
    mutating func putDOT(_ text: String, isLabel: Bool) throws {
        removedCharacters += DOTText.append(text, to: &buffer, isLabel: isLabel)
        try drain()
    }

    /// Gives the rest to the sink.
    mutating func flush() throws {
        if buffer.isEmpty { return }
        bytes += buffer.count
        try sink.write(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private mutating func drain() throws {
        if buffer.count >= Self.chunk { try flush() }
    }
}
