/// What a process of its own is asked to read.
public struct ReaderRequest: Sendable {
    public var bytes: [UInt8]
    public var uri: String
    public var mediaType: String?
    public var declaredCharset: String?
    public var focus: Double
    public var limits: ReadingLimits

    var packed: [UInt8] {
        var out = PackedWriter()
        out.string(uri)
        out.optional(mediaType)
        out.optional(declaredCharset)
        out.number(Int(max(0, min(1, focus)) * 1000))
        for limit in [
            limits.fileBytes, limits.ownProcessBytes, limits.textBytes, limits.depth, limits.elements, limits.cellSpan,
            limits.tableCells,
        ] {
            out.number(limit)
        }
        out.bytes(bytes)
        return out.packed
    }

    init(
        bytes: [UInt8], uri: String, mediaType: String?, declaredCharset: String?, focus: Double, limits: ReadingLimits
    ) {
        self.bytes = bytes
        self.uri = uri
        self.mediaType = mediaType
        self.declaredCharset = declaredCharset
        self.focus = focus
        self.limits = limits
    }

    /// nil for what is no request.
    init?(packed: [UInt8]) {
        var from = PackedReader(packed)
        uri = from.string()
        mediaType = from.optional()
        declaredCharset = from.optional()
        focus = Double(from.number()) / 1000
        limits = ReadingLimits()
        limits.fileBytes = from.number()
        limits.ownProcessBytes = from.number()
        limits.textBytes = from.number()
        limits.depth = from.number()
        limits.elements = from.number()
        limits.cellSpan = from.number()
        limits.tableCells = from.number()
        bytes = from.bytes()
        if from.isBroken { return nil }
    }
}
