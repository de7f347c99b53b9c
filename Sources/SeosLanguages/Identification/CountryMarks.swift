/// What telephone numbers and bank accounts in a line tell of its country, and so of its language.
///
/// "Kontakt: tel. +420 493 654 321" is Czech or Slovak by its letters alone.
enum CountryMarks {
    /// The language that most people speak where the first calling code or IBAN of a text belongs; nil without one or
    /// where several languages are at home.
    static func language(of utf8: UnsafeBufferPointer<UInt8>) -> String? {
        var i = 0
        while i < utf8.count {
            if utf8[i] == 0x2B, i == 0 || !isDigit(utf8[i - 1]), let found = callingCode(utf8, i + 1) { return found }
            if isCapital(utf8[i]), i == 0 || !isWord(utf8[i - 1]), let found = account(utf8, i) { return found }
            i += 1
        }
        return nil
    }

    /// Up to three digits of a code, behind which at least six more follow.
    private static func callingCode(_ p: UnsafeBufferPointer<UInt8>, _ start: Int) -> String? {
        var digits: [UInt8] = []
        var i = start
        while i < p.count, digits.count < 9, isDigit(p[i]) || isBetween(p[i]) {
            if isDigit(p[i]) { digits.append(p[i]) }
            i += 1
        }
        guard digits.count >= 8 else { return nil }
        for length in [3, 2, 1] {
            if let language = codes[String(decoding: digits[..<length], as: UTF8.self)] {
                return language.isEmpty ? nil : language
            }
        }
        return nil
    }

    /// Two capitals, two digits and at least eight digits or capitals more.
    private static func account(_ p: UnsafeBufferPointer<UInt8>, _ i: Int) -> String? {
        guard i + 12 < p.count, isCapital(p[i + 1]), isDigit(p[i + 2]), isDigit(p[i + 3]) else { return nil }
        var more = 0
        var at = i + 4
        while at < p.count, more < 8, isDigit(p[at]) || isCapital(p[at]) || p[at] == 0x20 {
            if p[at] != 0x20 { more += 1 }
            at += 1
        }
        guard more == 8 else { return nil }
        return accounts[String(decoding: p[i..<i + 2], as: UTF8.self)]
    }

    /// Space, brackets, hyphen, full stop, slash.
    private static func isBetween(_ b: UInt8) -> Bool {
        b == 0x20 || b == 0x28 || b == 0x29 || (b >= 0x2D && b <= 0x2F)
    }
    private static func isDigit(_ b: UInt8) -> Bool { b >= 0x30 && b <= 0x39 }
    private static func isCapital(_ b: UInt8) -> Bool { b >= 0x41 && b <= 0x5A }
    private static func isWord(_ b: UInt8) -> Bool { isDigit(b) || isCapital(b) || b >= 0x61 && b <= 0x7A || b >= 0x80 }

    /// ITU-T E.164; empty where several languages are at home, so that no shorter code is taken.
    private static let codes: [String: String] = [
        "30": "el", "31": "nl", "33": "fr", "34": "es", "351": "pt", "352": "", "353": "", "354": "is", "355": "sq",
        "356": "mt", "357": "el", "358": "fi", "359": "bg", "36": "hu", "370": "lt", "371": "lv", "372": "et",
        "380": "uk", "381": "sr", "385": "hr", "386": "sl", "387": "bs", "389": "mk", "39": "it", "40": "ro",
        "420": "cs", "421": "sk", "43": "de", "44": "en", "45": "da", "46": "sv", "47": "nb", "48": "pl", "49": "de",
        "7": "ru", "90": "tr",
    ]

    /// ISO 13616.
    private static let accounts: [String: String] = [
        "AT": "de", "BG": "bg", "CY": "el", "CZ": "cs", "DE": "de", "DK": "da", "EE": "et", "ES": "es", "FI": "fi",
        "FR": "fr", "GB": "en", "GR": "el", "HR": "hr", "HU": "hu", "IS": "is", "IT": "it", "LT": "lt", "LV": "lv",
        "MT": "mt", "NL": "nl", "NO": "nb", "PL": "pl", "PT": "pt", "RO": "ro", "SE": "sv", "SI": "sl", "SK": "sk",
        "UA": "uk",
    ]
}
