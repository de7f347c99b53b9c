/// Words and an example for one function; its kinds of arguments and its result stand in the registry.
struct FunctionNote {
    var name: String
    /// Names of the arguments; `?` may be left out, `…` may be repeated.
    var parameters: String
    var summary: String
    var query: String
    var rows: [String]

    private init(_ name: String, _ parameters: String, _ summary: String, _ query: String, _ rows: String...) {
        self.name = name
        self.parameters = parameters
        self.summary = summary
        self.query = query
        self.rows = rows
    }

    static let all: [FunctionNote] = aggregates + graph + lists + texts + conversions + numbers + times + clocks

    private static let aggregates: [FunctionNote] = [
        .init(
            "count", "value", "The number of values that are not null, or with * of rows.",
            "MATCH (p:Project) RETURN count(*) AS n", "[2]"),
        .init(
            "collect", "value", "The values that are not null, as a list.",
            "UNWIND [1, null, 2] AS x RETURN collect(x) AS list", "[[1,2]]"),
        .init(
            "sum", "number", "The sum of numbers or durations; 0 of none.",
            "UNWIND [1, 2, null] AS x RETURN sum(x) AS s", "[3]"),
        .init(
            "avg", "number", "The average of numbers or durations; null of none.",
            "UNWIND [1, 2, null] AS x RETURN avg(x) AS a", "[1.5]"),
        .init(
            "min", "value", "The smallest value in the order of ORDER BY; null of none.",
            "UNWIND [3, 1, 2] AS x RETURN min(x) AS m", "[1]"),
        .init(
            "max", "value", "The largest value in the order of ORDER BY; null of none.",
            "UNWIND [3, 1, 2] AS x RETURN max(x) AS m", "[3]"),
        .init(
            "stDev", "number", "The standard deviation of a sample.",
            "UNWIND [1, 2, 3] AS x RETURN stDev(x) AS d", "[1.0]"),
        .init(
            "stDevP", "number", "The standard deviation of a whole population.",
            "UNWIND [1, 3] AS x RETURN stDevP(x) AS d", "[1.0]"),
        .init(
            "percentileDisc", "number, share", "The value at a share from 0 to 1 of the sorted values.",
            "UNWIND [10, 20, 30, 40] AS x RETURN percentileDisc(x, 0.5) AS p", "[20]"),
        .init(
            "percentileCont", "number, share", "As percentileDisc, between two values in proportion.",
            "UNWIND [10, 20, 30, 40] AS x RETURN percentileCont(x, 0.5) AS p", "[25.0]"),
    ]

    private static let graph: [FunctionNote] = [
        .init(
            "id", "element", "The number a node or relationship has in the graph.",
            "MATCH (o:Organization {name: 'Riga'}) RETURN id(o) AS id", "[1]"),
        .init(
            "type", "relationship", "The type of a relationship.",
            "MATCH ()-[r]->({name: 'Birch'}) RETURN type(r) AS t", "[\"PARTNER_IN\"]"),
        .init(
            "labels", "node", "The labels of a node.",
            "MATCH (n {name: 'Amber'}) RETURN labels(n) AS l", "[[\"Project\"]]"),
        .init(
            "properties", "element", "The properties of a node or relationship as a map.",
            "MATCH (p:Project {name: 'Amber'}) RETURN properties(p) AS m", "[{\"name\":\"Amber\",\"year\":2021}]"),
        .init(
            "keys", "element", "The names of the properties of a node, relationship or map.",
            "RETURN keys({a: 1, b: null}) AS k", "[[\"a\",\"b\"]]"),
        .init(
            "startNode", "relationship", "The node a relationship leaves.",
            "MATCH ()-[r]->({name: 'Birch'}) RETURN startNode(r).name AS n", "[\"Riga\"]"),
        .init(
            "endNode", "relationship", "The node a relationship leads to.",
            "MATCH ({name: 'Tartu'})-[r]->() RETURN endNode(r).name AS n", "[\"Amber\"]"),
        .init(
            "nodes", "path", "The nodes of a path, in order.",
            "MATCH q = ({name: 'Tartu'})-->() RETURN [n IN nodes(q) | n.name] AS n", "[[\"Tartu\",\"Amber\"]]"),
        .init(
            "relationships", "path", "The relationships of a path, in order.",
            "MATCH q = ({name: 'Tartu'})-->() RETURN size(relationships(q)) AS n", "[1]"),
        .init(
            "length", "path", "The number of relationships of a path.",
            "MATCH q = ({name: 'Tartu'})-[*2]-({name: 'Riga'}) RETURN length(q) AS n", "[2]"),
        .init(
            "exists", "value", "Whether a property is there, or a pattern has a match.",
            "MATCH (o:Organization) WHERE exists(o.country) RETURN count(o) AS n", "[2]"),
    ]

    private static let lists: [FunctionNote] = [
        .init(
            "coalesce", "value…", "The first of the values that is not null.",
            "RETURN coalesce(null, 2, 3) AS x", "[2]"),
        .init(
            "nullIf", "value, other", "Null when both are equal, otherwise the first.",
            "RETURN nullIf(1, 1) AS a, nullIf(1, 2) AS b", "[null,1]"),
        .init(
            "size", "value", "The number of items of a list or map, or of characters of a text.",
            "RETURN size([1, 2, 3]) AS a, size('Tõrva') AS b", "[3,5]"),
        .init(
            "isEmpty", "value", "Whether a list, map or text holds nothing.",
            "RETURN isEmpty([]) AS a, isEmpty('x') AS b", "[true,false]"),
        .init("head", "list", "The first item; null of an empty list.", "RETURN head([1, 2]) AS x", "[1]"),
        .init("last", "list", "The last item; null of an empty list.", "RETURN last([1, 2]) AS x", "[2]"),
        .init("tail", "list", "All items but the first.", "RETURN tail([1, 2, 3]) AS x", "[[2,3]]"),
        .init(
            "reverse", "value", "A list or text from its end to its beginning.",
            "RETURN reverse([1, 2]) AS a, reverse('ab') AS b", "[[2,1],\"ba\"]"),
        .init(
            "range", "first, last, step?", "Whole numbers from the first to the last, both included.",
            "RETURN range(1, 7, 3) AS x", "[[1,4,7]]"),
    ]

    private static let texts: [FunctionNote] = [
        .init("toLower", "text", "The text in small letters.", "RETURN toLower('ÕUN') AS x", "[\"õun\"]"),
        .init("toUpper", "text", "The text in capitals.", "RETURN toUpper('õun') AS x", "[\"ÕUN\"]"),
        .init("trim", "text", "Without white space at both ends.", "RETURN trim('  a ') AS x", "[\"a\"]"),
        .init("lTrim", "text", "Without white space at the beginning.", "RETURN lTrim(' a ') AS x", "[\"a \"]"),
        .init("rTrim", "text", "Without white space at the end.", "RETURN rTrim(' a ') AS x", "[\" a\"]"),
        .init(
            "substring", "text, start, length?", "The characters from a position on, counted from 0.",
            "RETURN substring('project', 3, 2) AS x", "[\"je\"]"),
        .init("left", "text, length", "The first characters.", "RETURN left('project', 3) AS x", "[\"pro\"]"),
        .init("right", "text, length", "The last characters.", "RETURN right('project', 3) AS x", "[\"ect\"]"),
        .init(
            "replace", "text, part, other", "The text with every occurrence of a part replaced.",
            "RETURN replace('a-b-c', '-', '+') AS x", "[\"a+b+c\"]"),
        .init(
            "split", "text, separator", "The pieces between the separators; several may be given as a list.",
            "RETURN split('a,b', ',') AS x", "[[\"a\",\"b\"]]"),
    ]

    private static let conversions: [FunctionNote] = [
        .init("toString", "value", "The value as a text.", "RETURN toString(1.5) AS x", "[\"1.5\"]"),
        .init(
            "toStringOrNull", "value", "As toString; null for what has no text.",
            "RETURN toStringOrNull([1]) AS x", "[null]"),
        .init(
            "toInteger", "value", "A whole number, cut off after the point; null of a text that holds none.",
            "RETURN toInteger('7') AS a, toInteger(2.9) AS b, toInteger('x') AS c", "[7,2,null]"),
        .init(
            "toIntegerOrNull", "value", "As toInteger; null for what cannot be one.",
            "RETURN toIntegerOrNull([1]) AS x", "[null]"),
        .init(
            "toFloat", "value", "A number with a point; null of a text that holds none.",
            "RETURN toFloat('1.5') AS x", "[1.5]"),
        .init(
            "toFloatOrNull", "value", "As toFloat; null for what cannot be one.",
            "RETURN toFloatOrNull(true) AS x", "[null]"),
        .init(
            "toBoolean", "value", "True or false of a text, a whole number or itself.",
            "RETURN toBoolean('TRUE') AS a, toBoolean('x') AS b", "[true,null]"),
        .init(
            "toBooleanOrNull", "value", "As toBoolean; null for what cannot be one.",
            "RETURN toBooleanOrNull(1.5) AS x", "[null]"),
        .init(
            "toStringList", "list", "Every item as a text.", "RETURN toStringList([1, true]) AS x",
            "[[\"1\",\"true\"]]"),
        .init(
            "toIntegerList", "list", "Every item as a whole number.", "RETURN toIntegerList(['1', 'x']) AS x",
            "[[1,null]]"),
    ]

    private static let numbers: [FunctionNote] = [
        .init("abs", "number", "The number without its sign.", "RETURN abs(-3) AS x", "[3]"),
        .init("sign", "number", "-1, 0 or 1.", "RETURN sign(-0.5) AS x", "[-1]"),
        .init(
            "round", "number, places?", "The nearest whole number, or number with so many places.",
            "RETURN round(2.5) AS a, round(1.236, 2) AS b", "[3.0,1.24]"),
        .init("ceil", "number", "The smallest whole number that is not below.", "RETURN ceil(1.2) AS x", "[2.0]"),
        .init("floor", "number", "The largest whole number that is not above.", "RETURN floor(1.8) AS x", "[1.0]"),
        .init("sqrt", "number", "The square root.", "RETURN sqrt(9) AS x", "[3.0]"),
        .init("exp", "number", "e to the power of the number.", "RETURN exp(0) AS x", "[1.0]"),
        .init("log", "number", "The natural logarithm.", "RETURN log(1) AS x", "[0.0]"),
        .init("log10", "number", "The logarithm to base 10.", "RETURN log10(1000) AS x", "[3.0]"),
        .init("sin", "angle", "The sine of an angle in radians.", "RETURN sin(0) AS x", "[0.0]"),
        .init("cos", "angle", "The cosine of an angle in radians.", "RETURN cos(0) AS x", "[1.0]"),
        .init("tan", "angle", "The tangent of an angle in radians.", "RETURN tan(0) AS x", "[0.0]"),
        .init("cot", "angle", "The cotangent of an angle in radians.", "RETURN round(cot(pi() / 4), 6) AS x", "[1.0]"),
        .init("asin", "number", "The angle with this sine.", "RETURN asin(0) AS x", "[0.0]"),
        .init("acos", "number", "The angle with this cosine.", "RETURN acos(1) AS x", "[0.0]"),
        .init("atan", "number", "The angle with this tangent.", "RETURN atan(0) AS x", "[0.0]"),
        .init("atan2", "y, x", "The angle of the point (x, y).", "RETURN atan2(0, 1) AS x", "[0.0]"),
        .init("degrees", "angle", "Degrees of radians.", "RETURN degrees(pi()) AS x", "[180.0]"),
        .init("radians", "angle", "Radians of degrees.", "RETURN radians(180) = pi() AS x", "[true]"),
        .init("haversin", "angle", "Half of one minus the cosine.", "RETURN haversin(0) AS x", "[0.0]"),
        .init("isNaN", "number", "Whether it is the number that is none.", "RETURN isNaN(0.0 / 0.0) AS x", "[true]"),
        .init("mod", "number, divisor", "What remains after division.", "RETURN mod(7, 3) AS x", "[1]"),
        .init("power", "number, exponent", "The number to a power.", "RETURN power(2, 3) AS x", "[8.0]"),
        .init("pi", "", "The number π.", "RETURN floor(pi()) AS x", "[3.0]"),
        .init("e", "", "The base of the natural logarithm.", "RETURN log(e()) AS x", "[1.0]"),
        .init(
            "rand", "", "A number from 0 to below 1, another one each time.",
            "RETURN 0 <= rand() < 1 AS x", "[true]"),
    ]

    private static let times: [FunctionNote] = [
        .init(
            "date", "value?", "A date of a text, a map or another date; today without one.",
            "RETURN date('2024-03-01') AS x", "[\"2024-03-01\"]"),
        .init(
            "localtime", "value?", "A time of day without a zone.",
            "RETURN localtime({hour: 12, minute: 5}) AS x", "[\"12:05\"]"),
        .init(
            "time", "value?", "A time of day with an offset.", "RETURN time('12:05+02:00') AS x",
            "[\"12:05+02:00\"]"),
        .init(
            "localdatetime", "value?", "A date and time without a zone.",
            "RETURN localdatetime('2024-03-01T12:05') AS x", "[\"2024-03-01T12:05\"]"),
        .init(
            "datetime", "value?", "A date and time in a zone.",
            "RETURN datetime('2024-03-01T12:05Z') AS x", "[\"2024-03-01T12:05Z\"]"),
        .init(
            "date.truncate", "unit, value?, fields?", "A date cut to the beginning of a unit.",
            "RETURN date.truncate('year', date('2024-03-05')) AS x", "[\"2024-01-01\"]"),
        .init(
            "localtime.truncate", "unit, value?, fields?", "A time of day cut to a unit.",
            "RETURN localtime.truncate('hour', localtime('12:05')) AS x", "[\"12:00\"]"),
        .init(
            "time.truncate", "unit, value?, fields?", "A time with an offset cut to a unit.",
            "RETURN time.truncate('hour', time('12:05Z')) AS x", "[\"12:00Z\"]"),
        .init(
            "localdatetime.truncate", "unit, value?, fields?", "A date and time cut to a unit.",
            "RETURN localdatetime.truncate('day', localdatetime('2024-03-05T12:05')) AS x", "[\"2024-03-05T00:00\"]"),
        .init(
            "datetime.truncate", "unit, value?, fields?", "A date and time in a zone cut to a unit.",
            "RETURN datetime.truncate('month', datetime('2024-03-05T12:05Z')) AS x", "[\"2024-03-01T00:00Z\"]"),
        .init(
            "datetime.fromepoch", "seconds, nanoseconds?", "The time so long after the beginning of 1970.",
            "RETURN datetime.fromepoch(60, 0) AS x", "[\"1970-01-01T00:01Z\"]"),
        .init(
            "datetime.fromepochmillis", "milliseconds", "The time so many thousandths after the beginning of 1970.",
            "RETURN datetime.fromepochmillis(60000) AS x", "[\"1970-01-01T00:01Z\"]"),
        .init(
            "timestamp", "", "Milliseconds since the beginning of 1970.",
            "RETURN timestamp() > 1600000000000 AS x", "[true]"),
        .init(
            "duration", "value", "A length of time of a map or a text.",
            "RETURN duration({days: 1, hours: 2}) AS x", "[\"P1DT2H\"]"),
        .init(
            "duration.between", "from, to", "The time between two moments.",
            "RETURN duration.between(date('2024-01-01'), date('2024-03-05')) AS x", "[\"P2M4D\"]"),
        .init(
            "duration.inMonths", "from, to", "The whole months between two moments.",
            "RETURN duration.inMonths(date('2024-01-01'), date('2024-03-05')) AS x", "[\"P2M\"]"),
        .init(
            "duration.inDays", "from, to", "The whole days between two moments.",
            "RETURN duration.inDays(date('2024-01-01'), date('2024-03-05')) AS x", "[\"P64D\"]"),
        .init(
            "duration.inSeconds", "from, to", "The seconds between two moments.",
            "RETURN duration.inSeconds(localtime('12:00'), localtime('12:05')) AS x", "[\"PT5M\"]"),
    ]

    /// The clock is read once a query.
    private static let clocks: [FunctionNote] = ["date", "localtime", "time", "localdatetime", "datetime"].flatMap {
        kind in
        ["transaction", "statement", "realtime"].map { moment in
            FunctionNote(
                "\(kind).\(moment)", "zone?", "As \(kind)() of now, in a time zone: of the moment the query began.",
                "RETURN \(kind).\(moment)() = \(kind).\(moment)() AS x", "[true]")
        }
    }
}
