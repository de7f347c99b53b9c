internal import SeosModel

/// What a page says of a project beside its names, read from the short keys of ``LocalEntity/evidence``.
///
/// Behind a reference: of all entities only some are projects.
final class ProjectFacts {
    private(set) var programmes: Set<String> = []
    private(set) var addresses: Set<String> = []
    /// "2023-11".
    private(set) var starts: Set<String> = []
    private(set) var ends: Set<String> = []
    private(set) var startYear: Int?
    private(set) var endYear: Int?
    private(set) var totals: [Amount] = []
    private(set) var shares: [Amount] = []

    /// In hundredths of a currency's unit.
    struct Amount: Hashable {
        var hundredths: Int64
        var currency: String

        /// Equal, or equal as far as rounding to three digits or whole thousands goes.
        func isAbout(_ other: Amount) -> Bool {
            let larger = max(hundredths, other.hundredths)
            return currency == other.currency && abs(hundredths - other.hundredths) <= larger / 1000
        }

        /// A figure that two projects may well share by chance.
        var isRound: Bool { hundredths % 1_000_000 == 0 || hundredths < 1_000_000 }
    }

    init(_ e: LocalEntity) {
        for item in e.evidence {
            guard let space = item.utf8.firstIndex(of: 0x20) else { continue }
            let value = String(item[item.index(after: space)...])
            switch item[..<space] {
            case "programme": programmes.insert(value)
            case "address": addresses.insert(value)
            case "start":
                starts.insert(value)
                startYear = Self.earlier(startYear, value)
            case "end":
                ends.insert(value)
                endYear = Self.earlier(endYear, value)
            case "from": startYear = Self.earlier(startYear, value)
            case "until": endYear = Self.earlier(endYear, value)
            case "amount":
                let parts = value.utf8.split(separator: 0x20)
                guard parts.count == 3, let hundredths = Self.hundredths(parts[1]) else { continue }
                let amount = Amount(hundredths: hundredths, currency: String(decoding: parts[2], as: UTF8.self))
                if parts[0].elementsEqual("total".utf8) { totals.append(amount) }
                if parts[0].elementsEqual("eu".utf8) { shares.append(amount) }
            default: continue
            }
        }
    }

    /// What two projects hardly share by chance: an address, a date in one programme, an amount.
    func forEachKey(_ body: (String) -> Void) {
        for address in addresses { body("address \(address)") }
        for programme in programmes {
            for date in starts { body("start \(date) \(programme)") }
            for date in ends { body("end \(date) \(programme)") }
        }
        for amount in totals + shares {
            // Neighbouring steps of about a hundredth: rounding must not part two figures.
            let step = Self.step(amount.hundredths)
            for step in step...(step + 1) { body("amount \(amount.currency) \(step)") }
        }
    }

    private static func step(_ hundredths: Int64) -> Int {
        var value = hundredths
        var magnitude = 0
        while value >= 1000 {
            value /= 10
            magnitude += 1
        }
        return magnitude * 1000 + Int(value)
    }

    private static func earlier(_ known: Int?, _ date: String) -> Int? {
        guard let year = Int(date.prefix(4)) else { return known }
        return min(known ?? year, year)
    }

    private static func hundredths(_ text: some Collection<UInt8>) -> Int64? {
        var value: Int64 = 0
        var decimals = -1
        for byte in text {
            if byte == 0x2E, decimals < 0 {
                decimals = 0
            } else if byte >= 0x30, byte <= 0x39 {
                if decimals >= 2 { continue }
                if decimals >= 0 { decimals += 1 }
                let (product, overflow) = value.multipliedReportingOverflow(by: 10)
                if overflow || product > Int64.max / 1000 { return nil }
                value = product + Int64(byte - 0x30)
            } else {
                return nil
            }
        }
        for _ in 0..<(2 - max(0, decimals)) { value *= 10 }
        return value
    }

    /// Two periods that lie apart are two projects, whatever they share.
    func contradicts(_ other: ProjectFacts) -> Bool {
        guard let start = startYear, let otherStart = other.startYear else { return false }
        if let end = endYear, otherStart > end { return true }
        if let otherEnd = other.endYear, start > otherEnd { return true }
        return abs(start - otherStart) > 3
    }
}
