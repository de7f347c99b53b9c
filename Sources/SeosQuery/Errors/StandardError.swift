/// An error in the words of the openCypher specification: its type, whether it is found before the query runs, and
/// its detail, such as SyntaxError, compile time, UndefinedVariable.
public struct StandardError: Sendable, Hashable {
    public var type: String
    public var isCompileTime: Bool
    public var detail: String

    init(_ type: String, _ detail: String, runtime: Bool = false) {
        self.type = type
        self.detail = detail
        isCompileTime = !runtime
    }

    /// What a code of ours amounts to when nothing more is known.
    init?(_ code: QueryError.Code) {
        switch code {
        case .syntax, .tooDeep, .tooLong: self = Self("SyntaxError", "UnexpectedSyntax")
        case .unknownVariable: self = .undefinedVariable
        case .unknownFunction: self = Self("SyntaxError", "UnknownFunction")
        case .type: self = Self("TypeError", "InvalidArgumentType", runtime: true)
        case .parameterMissing: self = Self("ParameterMissing", "MissingParameter", runtime: true)
        case .write: self = Self("SyntaxError", "InvalidClauseComposition")
        default: return nil
        }
    }

    static let undefinedVariable = Self("SyntaxError", "UndefinedVariable")
    static let variableTypeConflict = Self("SyntaxError", "VariableTypeConflict")
    static let variableAlreadyBound = Self("SyntaxError", "VariableAlreadyBound")
    static let invalidArgumentType = Self("SyntaxError", "InvalidArgumentType")
    static let invalidAggregation = Self("SyntaxError", "InvalidAggregation")
    static let nestedAggregation = Self("SyntaxError", "NestedAggregation")
    static let ambiguousAggregation = Self("SyntaxError", "AmbiguousAggregationExpression")
    static let noExpressionAlias = Self("SyntaxError", "NoExpressionAlias")
    static let columnNameConflict = Self("SyntaxError", "ColumnNameConflict")
    static let noVariablesInScope = Self("SyntaxError", "NoVariablesInScope")
    static let nonConstant = Self("SyntaxError", "NonConstantExpression")
    static let differentColumns = Self("SyntaxError", "DifferentColumnsInUnion")
    static let invalidClauses = Self("SyntaxError", "InvalidClauseComposition")
    static let relationshipUniqueness = Self("SyntaxError", "RelationshipUniquenessViolation")
    static let unexpectedSyntax = Self("SyntaxError", "UnexpectedSyntax")
    static let invalidArgumentCount = Self("SyntaxError", "InvalidNumberOfArguments")
    static let staticType = Self("TypeError", "InvalidArgumentType")
    static let wrongType = Self("TypeError", "InvalidArgumentType", runtime: true)
    static let wrongValue = Self("TypeError", "InvalidArgumentValue", runtime: true)
    static let mapElement = Self("TypeError", "MapElementAccessByNonString", runtime: true)
    static let outOfRange = Self("ArgumentError", "NumberOutOfRange", runtime: true)
    static let invalidArgument = Self("ArgumentError", "InvalidArgumentValue", runtime: true)
    static let arithmetic = Self("ArithmeticError", "DivisionByZero", runtime: true)
    static let overflow = Self("ArithmeticError", "IntegerOverflow", runtime: true)
}
