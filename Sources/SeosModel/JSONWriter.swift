/// Writes one JSON text member by member, without making a tree of values first: for outputs with hundreds of members a
/// document.
///
///     var json = JSONWriter()
///     json.object { json in
///         json.member("name", "ALPA")
///         json.array("places") { json in json.string("Riga") }
///     }
///     // {"name":"ALPA","places":["Riga"]}
public struct JSONWriter {
    /// What is written so far.
    public private(set) var bytes: [UInt8] = []
    /// Whether something stands before what comes next inside the same brackets.
    private var needsComma = false

    /// - Parameter capacity: about how many bytes will be written.
    public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// An object among the items of an array, or by itself.
    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        separate()
        enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    public mutating func object(_ key: StaticString, _ members: (inout JSONWriter) -> Void) {
        write(key)
        enclose(UInt8(ascii: "{"), UInt8(ascii: "}"), members)
    }

    public mutating func array(_ key: StaticString, _ items: (inout JSONWriter) -> Void) {
        write(key)
        enclose(UInt8(ascii: "["), UInt8(ascii: "]"), items)
    }

    /// An array of strings, of which one may be left out.
    public mutating func array(_ key: StaticString, _ strings: [String], without known: String? = nil) {
        array(key) { json in
            for string in strings where string != known { json.string(string) }
        }
    }

    /// A string among the items of an array.
    public mutating func string(_ string: String) {
        separate()
        JSONValue.write(string, to: &bytes)
    }

    /// A string or null.
    public mutating func member(_ key: StaticString, _ string: String?) {
        write(key)
        if let string {
            JSONValue.write(string, to: &bytes)
        } else {
            bytes.append(contentsOf: "null".utf8)
        }
    }

    public mutating func member(_ key: StaticString, _ number: ExactDecimal) {
        write(key)
        bytes.append(contentsOf: number.description.utf8)
    }

    private mutating func enclose(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
        bytes.append(open)
        needsComma = false
        body(&self)
        bytes.append(close)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
    }

    /// Keys are words of our own: nothing in them needs an escape.
    private mutating func write(_ key: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }
}
