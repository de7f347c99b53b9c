/// A regular expression as an automaton that is in all its states at once: its time is bounded by the length of the
/// text times the length of the pattern, whatever both are. It matches whole texts.
final class Regex {
    private enum Instruction {
        case one(RegexClass)
        case split(Int, Int)
        case jump(Int)
        case lineStart(Bool)
        case lineEnd(Bool)
        case wordEdge(Bool)
        case match
    }

    private var program: [Instruction] = []

    private static let longestProgram = 20_000

    /// - Throws: `RegexParser.Failure`.
    init(_ pattern: String) throws {
        try add(try RegexParser.parse(pattern))
        program.append(.match)
    }

    // MARK: Compiling

    private func emit(_ instruction: Instruction) throws -> Int {
        if program.count >= Self.longestProgram { throw RegexParser.Failure(message: "it is too long written out") }
        program.append(instruction)
        return program.count - 1
    }

    // The tree is at most `RegexParser.deepest` groups deep.
    private func add(_ node: RegexParser.Node) throws {
        switch node {
        case .empty: break
        case .one(let set): _ = try emit(.one(set))
        case .lineStart(let isMultiline): _ = try emit(.lineStart(isMultiline))
        case .lineEnd(let isMultiline): _ = try emit(.lineEnd(isMultiline))
        case .wordEdge(let isEdge): _ = try emit(.wordEdge(isEdge))
        case .sequence(let items): for item in items { try add(item) }
        case .either(let branches):
            var ends: [Int] = []
            for (i, branch) in branches.enumerated() {
                if i == branches.count - 1 {
                    try add(branch)
                } else {
                    let split = try emit(.jump(0))
                    try add(branch)
                    ends.append(try emit(.jump(0)))
                    program[split] = .split(split + 1, program.count)
                }
            }
            for end in ends { program[end] = .jump(program.count) }
        case .repeated(let inner, let least, let most):
            for _ in 0..<least { try add(inner) }
            if let most {
                var splits: [Int] = []
                for _ in least..<max(least, most) {
                    splits.append(try emit(.jump(0)))
                    try add(inner)
                }
                for split in splits { program[split] = .split(split + 1, program.count) }
            } else {
                let split = try emit(.jump(0))
                try add(inner)
                _ = try emit(.jump(split))
                program[split] = .split(split + 1, program.count)
            }
        }
    }

    // MARK: Matching

    /// Whether the whole text is one match. `step` is called for every piece of work.
    func matches(_ text: String, step: () throws -> Void) rethrows -> Bool {
        let characters = text.unicodeScalars.map(\.value)
        var current: [Int] = []
        var next: [Int] = []
        var marks = [Int](repeating: -1, count: program.count)
        var open: [Int] = []

        /// All states that are reached without reading anything.
        func follow(_ state: Int, at place: Int, into list: inout [Int]) -> Bool {
            open.append(state)
            var isMatch = false
            while let at = open.popLast() {
                if marks[at] == place { continue }
                marks[at] = place
                switch program[at] {
                case .one: list.append(at)
                case .jump(let to): open.append(to)
                case .split(let a, let b):
                    open.append(b)
                    open.append(a)
                case .lineStart(let isMultiline):
                    let holds = place == 0 || (isMultiline && RegexClass.isLineEnd(characters[place - 1]))
                    if holds { open.append(at + 1) }
                case .lineEnd(let isMultiline):
                    if place == characters.count || (isMultiline && RegexClass.isLineEnd(characters[place])) {
                        open.append(at + 1)
                    } else if place == characters.count - 1, RegexClass.isLineEnd(characters[place]) {
                        open.append(at + 1)
                    }
                case .wordEdge(let wanted):
                    let before = place > 0 && RegexClass.isWord(characters[place - 1])
                    let after = place < characters.count && RegexClass.isWord(characters[place])
                    if (before != after) == wanted { open.append(at + 1) }
                case .match: if place == characters.count { isMatch = true }
                }
            }
            return isMatch
        }

        var isMatch = follow(0, at: 0, into: &current)
        for (i, c) in characters.enumerated() {
            isMatch = false
            next.removeAll(keepingCapacity: true)
            for state in current {
                try step()
                if case .one(let set) = program[state], set.contains(c), follow(state + 1, at: i + 1, into: &next) {
                    isMatch = true
                }
            }
            swap(&current, &next)
            if current.isEmpty, !isMatch { return false }
        }
        return isMatch
    }
}
