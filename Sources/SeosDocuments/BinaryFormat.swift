/// Tells files that are not text.
enum BinaryFormat {
    /// The name of a format by its first bytes, or nil.
    static func named(_ bytes: [UInt8]) -> String? {
        for (start, name) in signatures where bytes.starts(with: start) { return name }
        if bytes.count > 11, bytes.starts(with: Array("RIFF".utf8)), bytes[3] == 0x46 {
            return bytes[8...11].elementsEqual("WEBP".utf8) ? "a WebP image" : "a RIFF file"
        }
        if bytes.count > 11, bytes[4...7].elementsEqual("ftyp".utf8) { return "an MPEG-4 file" }
        // Some writers put a few bytes before the mark of a PDF.
        let head = bytes.prefix(1024)
        if let percent = head.firstIndex(of: 0x25), head[percent...].starts(with: "%PDF-".utf8) { return "a PDF" }
        return nil
    }

    /// Whether too many bytes are control characters for any text, UTF-16 and UTF-32 aside.
    static func looksBinary(_ bytes: [UInt8]) -> Bool {
        let hasMark =
            bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0, 0, 0xFE])
        guard !hasMark, !isWideText(bytes) else { return false }
        var controls = 0
        let sample = bytes.prefix(1 << 20)
        for b in sample where b < 0x20 && !(b >= 0x09 && b <= 0x0D) && b != 0x1B { controls += 1 }
        return controls > 3 && controls * 20 > sample.count
    }

    /// Zero bytes in every second or in three of four places.
    private static func isWideText(_ bytes: [UInt8]) -> Bool {
        var zeros = [0, 0, 0, 0]
        let n = min(bytes.count, 8192) & ~3
        for i in 0..<n where bytes[i] == 0 { zeros[i & 3] += 1 }
        let quarter = n / 4
        guard quarter > 0 else { return false }
        let even = zeros[0] + zeros[2]
        let odd = zeros[1] + zeros[3]
        if zeros[2] + zeros[3] > quarter * 19 / 10, zeros[0] < quarter / 10 + 1 { return true }
        if zeros[0] + zeros[1] > quarter * 19 / 10, zeros[3] < quarter / 10 + 1 { return true }
        return (odd * 5 > quarter && even * 25 < quarter) || (even * 5 > quarter && odd * 25 < quarter)
    }

    private static let signatures: [([UInt8], String)] = [
        (Array("%PDF-".utf8), "a PDF"), ([0x89, 0x50, 0x4E, 0x47], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        (Array("GIF8".utf8), "a GIF image"), ([0x50, 0x4B, 0x03, 0x04], "a ZIP container (DOCX, ODT, EPUB, ZIP …)"),
        ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP container"), ([0x1F, 0x8B, 0x08], "a gzip file"),
        (Array("BZh".utf8) + [0x31], "a bzip2 file"), (Array("BZh9".utf8), "a bzip2 file"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz file"), ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard file"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"), (Array("Rar!".utf8) + [0x1A], "a RAR archive"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program"), ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"),
        (Array("{\\rtf".utf8), "an RTF document"), (Array("SQLite format 3".utf8) + [0], "an SQLite database"),
        ([0xCA, 0xFE, 0xBA, 0xBE], "a program"), ([0x49, 0x49, 0x2A, 0x00], "a TIFF image"),
        ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image"), (Array("ID3".utf8) + [0x03], "an MP3 file"),
        (Array("ID3".utf8) + [0x04], "an MP3 file"), (Array("OggS".utf8) + [0x00], "an Ogg file"),
        (Array("fLaC".utf8) + [0x00], "a FLAC file"), (Array("wOFF".utf8) + [0x00], "a font"),
        (Array("wOF2".utf8) + [0x00], "a font"), ([0x00, 0x61, 0x73, 0x6D], "a program"),
        (Array("!<arch>".utf8), "an archive"), (Array("%!PS".utf8), "a PostScript document"),
    ]
}
