/// How alike two words in plain letters are.
enum WordLikeness {
    /// 1 for the same word, about 0.9 for one stem with different endings, less for other spellings; 0 when unlike.
    static func of(_ a: SignatureBuilder.Word, _ b: SignatureBuilder.Word) -> Float {
        let x = a.letters
        let y = b.letters
        let shorter = min(x.count, y.count)
        if shorter < 3 { return x == y ? 1 : 0 }
        // Letters that only one of them has; each costs at least half an edit.
        let foreign = (a.mask ^ b.mask).nonzeroBitCount
        if foreign > 6 { return 0 }
        var shared = 0
        while shared < shorter, x[shared] == y[shared] { shared += 1 }
        if shared == x.count && shared == y.count { return 1 }
        let longer = max(x.count, y.count)
        if shared >= 4, longer - shared <= 4, shared * 3 >= longer * 2 { return 0.92 }
        if shared >= 5, shared * 2 >= longer { return 0.85 }
        if shared >= 4, shared * 5 >= shorter * 4, longer - shorter <= 5 { return 0.8 }
        guard shorter >= 4, longer - shorter <= 4, x.count <= 64, y.count <= 64 else { return 0 }
        if x[0] != y[0], shorter < 6 { return 0 }
        let distance = edits(x, y)
        let likeness = 1 - Float(distance) / Float(longer)
        return likeness >= 0.7 ? likeness : 0
    }

    /// Levenshtein distance by bit vectors (Myers 1999); both at most 64 letters.
    private static func edits(_ x: [UInt8], _ y: [UInt8]) -> Int {
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 26) { peq in
            peq.initialize(repeating: 0)
            for (i, c) in x.enumerated() where c >= 97 && c <= 122 { peq[Int(c) - 97] |= 1 << UInt64(i) }
            var vp = UInt64.max
            var vn: UInt64 = 0
            var score = x.count
            let last = UInt64(1) << UInt64(x.count - 1)
            for c in y {
                let eq = c >= 97 && c <= 122 ? peq[Int(c) - 97] : 0
                let xv = eq | vn
                let xh = (((eq & vp) &+ vp) ^ vp) | eq
                var ph = vn | ~(xh | vp)
                var mh = vp & xh
                if ph & last != 0 { score += 1 }
                if mh & last != 0 { score -= 1 }
                ph = ph << 1 | 1
                mh <<= 1
                vp = mh | ~(xv | ph)
                vn = ph & xv
            }
            return score
        }
    }
}
