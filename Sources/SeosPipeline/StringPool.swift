/// One copy of every string: documents repeat the same names thousands of times.
struct StringPool {
    private var strings: Set<String> = []

    mutating func one(_ string: String) -> String {
        // Short strings have no storage to share.
        if string.utf8.count < 16 { return string }
        return strings.insert(string).memberAfterInsert
    }
}
