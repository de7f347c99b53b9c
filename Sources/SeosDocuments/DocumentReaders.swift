/// The formats that Seos reads. To add one, write its reader and list it here.
public enum DocumentReaders {
    public static let all: [any DocumentReader] = [HTMLReader(), XMLReader(), MarkdownReader(), PlainTextReader()]

    /// The reader for a media type such as `text/html; charset=utf-8`.
    public static func reader(
        mediaType: String, in readers: [any DocumentReader] = all
    ) -> (any DocumentReader)? {
        let essence = mediaType.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
        return readers.first { $0.mediaTypes.contains(essence) }
            ?? (essence.hasSuffix("+xml") ? readers.first { $0.mediaTypes.contains("application/xml") } : nil)
    }

    /// The reader for the ending of a path or web address.
    public static func reader(uri: String, in readers: [any DocumentReader] = all) -> (any DocumentReader)? {
        var path = uri.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        while path.last == UInt8(ascii: "/") { path.removeLast() }
        let name = path.suffix(from: path.lastIndex(of: UInt8(ascii: "/")).map(path.index(after:)) ?? path.startIndex)
        guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return nil }
        let ending = String(decoding: name.suffix(from: name.index(after: dot)), as: UTF8.self).lowercased()
        return readers.first { $0.extensions.contains(ending) }
    }
}
