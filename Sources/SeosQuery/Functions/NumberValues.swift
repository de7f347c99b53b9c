#if canImport(Glibc)
    internal import Glibc
#else
    internal import Foundation
#endif

extension Functions {
    private static let number: [ValueFunction.Parameter] = [.kinds([.number])]

    private static func plain(
        _ name: String, _ synonyms: [String] = [], _ function: @escaping @Sendable (Double) -> Double
    ) -> ValueFunction {
        ValueFunction(name: name, synonyms: synonyms, parameters: number, result: .float, wants: "a number") { call in
            .float(function(try call.number(0)))
        }
    }

    private static func constant(_ name: String, _ value: Double) -> ValueFunction {
        ValueFunction(name: name, parameters: [], result: .float) { _ in .float(value) }
    }

    static let numberValues: [ValueFunction] = [
        ValueFunction(name: "abs", parameters: number, result: .number, wants: "a number") { call in
            switch call.arguments[0] {
            case .integer(let n):
                if n == .min { throw Arithmetic.overflow(call.range) }
                return .integer(abs(n))
            default: return .float(abs(try call.number(0)))
            }
        },
        ValueFunction(name: "sign", parameters: number, result: .integer, wants: "a number") { call in
            let d = try call.number(0)
            return .integer(d > 0 ? 1 : d < 0 ? -1 : 0)
        },
        ValueFunction(
            name: "round", parameters: [.kinds([.number]), .kinds([.integer])], optional: 1, result: .float,
            wants: "a number"
        ) { call in
            let d = try call.number(0)
            guard call.arguments.count > 1 else { return .float((d + 0.5).rounded(.down)) }
            let places = try call.integer(1)
            guard (0...15).contains(places) else { throw call.fault("round takes 0 to 15 places", .outOfRange) }
            let factor = pow(10, Double(places))
            return .float((d * factor).rounded(.toNearestOrAwayFromZero) / factor)
        },
        plain("ceil", ["ceiling"]) { $0.rounded(.up) },
        plain("floor") { $0.rounded(.down) },
        plain("sqrt") { $0.squareRoot() },
        plain("exp") { exp($0) },
        plain("log", ["ln"]) { log($0) },
        plain("log10") { log10($0) },
        plain("sin") { sin($0) },
        plain("cos") { cos($0) },
        plain("tan") { tan($0) },
        plain("cot") { 1 / tan($0) },
        plain("asin") { asin($0) },
        plain("acos") { acos($0) },
        plain("atan") { atan($0) },
        plain("degrees") { $0 * 180 / .pi },
        plain("radians") { $0 * .pi / 180 },
        plain("haversin") { (1 - cos($0)) / 2 },
        ValueFunction(name: "atan2", parameters: number + number, result: .float, wants: "numbers") { call in
            .float(atan2(try call.number(0), try call.number(1)))
        },
        ValueFunction(name: "isNaN", parameters: number, result: .boolean, wants: "a number") { call in
            .boolean(try call.number(0).isNaN)
        },
        ValueFunction(name: "mod", parameters: number + number, result: .number, wants: "numbers") { call in
            try Arithmetic.scale(.modulo, call.arguments[0], call.arguments[1], call.range)
        },
        ValueFunction(name: "power", parameters: number + number, result: .float, wants: "numbers") { call in
            try Arithmetic.scale(.power, call.arguments[0], call.arguments[1], call.range)
        },
        constant("pi", .pi),
        constant("e", M_E),
        ValueFunction(name: "rand", parameters: [], result: .float, isRandom: true) { _ in
            .float(Double.random(in: 0..<1))
        },
    ]
}
