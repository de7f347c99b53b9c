/// SHA-256 of raw bytes (FIPS 180-4), the identity of a document's content.
public enum ContentHash {
    /// - Returns: 64 lower case hexadecimal digits.
    ///
    /// `sha256Hex(Array("abc".utf8))` begins with `ba7816bf`.
    public static func sha256Hex(_ bytes: [UInt8]) -> String {
        var state = initial
        var schedule = [UInt32](repeating: 0, count: 64)
        let full = bytes.count & ~63
        var tail = Array(bytes[full...])
        tail.append(0x80)
        while tail.count % 64 != 56 { tail.append(0) }
        let bits = UInt64(bytes.count) &* 8
        for shift in stride(from: 56, through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bits >> shift)) }
        schedule.withUnsafeMutableBufferPointer { w in
            constants.withUnsafeBufferPointer { k in
                bytes.withUnsafeBufferPointer { compress(UnsafeBufferPointer(rebasing: $0[..<full]), w, k, &state) }
                tail.withUnsafeBufferPointer { compress($0, w, k, &state) }
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

    /// Takes in whole blocks of 64 bytes.
    private static func compress(
        _ p: UnsafeBufferPointer<UInt8>, _ w: UnsafeMutableBufferPointer<UInt32>, _ k: UnsafeBufferPointer<UInt32>,
        _ state: inout [UInt32]
    ) {
        var h = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7])
        var offset = 0
        while offset < p.count {
            for i in 0..<16 {
                let at = offset &+ 4 &* i
                w[i] = UInt32(p[at]) &<< 24 | UInt32(p[at &+ 1]) &<< 16 | UInt32(p[at &+ 2]) &<< 8 | UInt32(p[at &+ 3])
            }
            for i in 16..<64 {
                let early = w[i &- 15]
                let late = w[i &- 2]
                let a = rotate(early, 7) ^ rotate(early, 18) ^ early &>> 3
                let b = rotate(late, 17) ^ rotate(late, 19) ^ late &>> 10
                w[i] = w[i &- 16] &+ a &+ w[i &- 7] &+ b
            }
            var (a, b, c, d, e, f, g, last) = h
            for i in 0..<64 {
                let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
                let t1 = last &+ s1 &+ (e & f ^ ~e & g) &+ k[i] &+ w[i]
                let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
                let t2 = s0 &+ (a & b ^ a & c ^ b & c)
                (last, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ t2)
            }
            h = (
                h.0 &+ a, h.1 &+ b, h.2 &+ c, h.3 &+ d, h.4 &+ e, h.5 &+ f, h.6 &+ g, h.7 &+ last
            )
            offset &+= 64
        }
        state = [h.0, h.1, h.2, h.3, h.4, h.5, h.6, h.7]
    }

    private static func rotate(_ x: UInt32, _ n: UInt32) -> UInt32 { x &>> n | x &<< (32 &- n) }

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
