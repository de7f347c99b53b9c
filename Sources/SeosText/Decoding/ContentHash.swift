/// SHA-256 of raw bytes (FIPS 180-4), the identity of a document's content.
public enum ContentHash {
    /// - Returns: 64 lower case hexadecimal digits.
    ///
    /// `sha256Hex(Array("abc".utf8))` begins with `ba7816bf`.
    public static func sha256Hex(_ bytes: [UInt8]) -> String {
        var state = initial
        var schedule = [UInt32](repeating: 0, count: 64)
        bytes.withUnsafeBufferPointer { input in
            var offset = 0
            while offset + 64 <= input.count {
                compress(UnsafeBufferPointer(rebasing: input[offset..<offset + 64]), &schedule, &state)
                offset += 64
            }
            var tail = Array(input[offset...])
            tail.append(0x80)
            while tail.count % 64 != 56 { tail.append(0) }
            let bits = UInt64(input.count) &* 8
            for shift in stride(from: 56, through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bits >> shift)) }
            tail.withUnsafeBufferPointer { rest in
                for start in stride(from: 0, to: rest.count, by: 64) {
                    compress(UnsafeBufferPointer(rebasing: rest[start..<start + 64]), &schedule, &state)
                }
            }
        }
        let digits = Array("0123456789abcdef".utf8)
        var hex: [UInt8] = []
        hex.reserveCapacity(64)
        for word in state {
            for shift in stride(from: 28, through: 0, by: -4) { hex.append(digits[Int(word >> shift & 15)]) }
        }
        return String(decoding: hex, as: UTF8.self)
    }

    private static func compress(
        _ block: UnsafeBufferPointer<UInt8>, _ w: inout [UInt32], _ state: inout [UInt32]
    ) {
        for i in 0..<16 {
            w[i] =
                UInt32(block[4 * i]) << 24 | UInt32(block[4 * i + 1]) << 16 | UInt32(block[4 * i + 2]) << 8
                | UInt32(block[4 * i + 3])
        }
        for i in 16..<64 {
            let a = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3
            let b = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10
            w[i] = w[i - 16] &+ a &+ w[i - 7] &+ b
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for i in 0..<64 {
            let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
            let t1 = h &+ s1 &+ (e & f ^ ~e & g) &+ constants[i] &+ w[i]
            let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
            let t2 = s0 &+ (a & b ^ a & c ^ b & c)
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ t2)
        }
        for (i, value) in [a, b, c, d, e, f, g, h].enumerated() { state[i] = state[i] &+ value }
    }

    private static func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { x >> n | x << (32 - n) }

    /// First 32 bits of the fractional parts of the square roots of the first eight primes.
    private static let initial: [UInt32] = primes.prefix(8).map { fraction(Double($0).squareRoot()) }

    /// First 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = primes.map { cubeRootFraction($0) }

    private static let primes: [Int] = {
        var primes: [Int] = []
        var n = 2
        while primes.count < 64 {
            if primes.allSatisfy({ n % $0 != 0 }) { primes.append(n) }
            n += 1
        }
        return primes
    }()

    private static func fraction(_ x: Double) -> UInt32 {
        UInt32((x - x.rounded(.down)) * 4_294_967_296)
    }

    /// Integer arithmetic, since no cube root of the standard library is exact to 32 bits: the largest r with
    /// r³ ≤ n·2⁹⁶, of which the low 32 bits are the fraction.
    private static func cubeRootFraction(_ n: Int) -> UInt32 {
        var low: UInt64 = 0
        var high: UInt64 = 1 << 36
        while high - low > 1 {
            let middle = (low + high) / 2
            let (squareHigh, squareLow) = middle.multipliedFullWidth(by: middle)
            // middle² < 2⁷², so its cube is squareHigh·2⁶⁴·middle + squareLow·middle < 2¹⁰⁸.
            let (carry, lowest) = squareLow.multipliedFullWidth(by: middle)
            let highest = squareHigh &* middle &+ carry
            let target = UInt64(n) << 32
            if highest < target || (highest == target && lowest == 0) { low = middle } else { high = middle }
        }
        return UInt32(truncatingIfNeeded: low)
    }
}
