/// The values of one property in a row of places. Where they are few different ones, each stands once and a place takes
/// one byte.
struct ValueColumn {
    private var codes: [UInt8] = []
    private var values: [Value] = []
    private var isCoded = false

    init() {}

    init(_ all: [Value]) {
        var known: [Value: UInt8] = [:]
        var distinct: [Value] = []
        var codes: [UInt8] = []
        codes.reserveCapacity(all.count)
        for value in all {
            // A whole float is one with the integer as a key, but not as a value.
            if case .float = value { break }
            if let code = known[value] {
                codes.append(code)
                continue
            }
            if distinct.count == 256 { break }
            known[value] = UInt8(distinct.count)
            codes.append(UInt8(distinct.count))
            distinct.append(value)
        }
        isCoded = codes.count == all.count
        self.codes = isCoded ? codes : []
        values = isCoded ? distinct : all
    }

    var count: Int { isCoded ? codes.count : values.count }

    @inline(__always)
    subscript(place: Int) -> Value { isCoded ? values[Int(codes[place])] : values[place] }
}
