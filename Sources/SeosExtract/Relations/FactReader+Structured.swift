internal import SeosModel

/// What a page says of its project in its markup (JSON-LD, microdata).
///
/// Markup confirms: a claim needs words of the page as its evidence, so a date counts where the text has it too.
extension FactReader {
    mutating func readStructured() {
        guard let project, projects.count == 1 else { return }
        for entry in document.metadata.prefix(Self.maximumEntries) {
            if entry.name == "jsonld" {
                for node in StructuredNode.projects(in: entry.value) { claim(node, project, "jsonld") }
            } else if entry.name == "itemprop:startdate" {
                claim(StructuredNode(start: entry.value), project, "microdata")
            } else if entry.name == "itemprop:enddate" {
                claim(StructuredNode(end: entry.value), project, "microdata")
            }
        }
    }

    /// Names of projects that the page's JSON-LD gives.
    var statedNames: [String] {
        document.metadata.prefix(Self.maximumEntries).filter { $0.name == "jsonld" }
            .flatMap { StructuredNode.projects(in: $0.value).compactMap(\.name) }
    }

    /// Statements of markup that are looked at; real pages have a handful.
    private static let maximumEntries = 200

    private mutating func claim(_ node: StructuredNode, _ project: Int, _ rule: String) {
        for (value, property) in [(node.start, Claim.Property.start), (node.end, .end)] {
            guard let value, let mention = mention(of: value, property) else { continue }
            builder.claim(
                Claim(
                    subject: project, property: property, mention: mention.index, evidence: [mention.span],
                    rule: "\(rule).\(property.word)", confidence: 0.9))
        }
    }

    /// The words of the page that give the same day, month or year as the markup.
    private func mention(of iso: String, _ property: Claim.Property) -> (index: Int, span: SourceSpan)? {
        let wanted = iso.prefix(10)
        guard wanted.count >= 4, wanted.allSatisfy({ $0.isNumber || $0 == "-" }) else { return nil }
        for view in views {
            for (k, value) in view.values.enumerated() {
                guard case .date(let date) = value.mention.value, !date.isPeriod,
                    let point = property == .end ? date.end ?? date.start : date.start, wanted == point.iso
                else { continue }
                return (valueMentions[view.index][k], value.mention.span)
            }
        }
        return nil
    }
}

/// A project of a JSON-LD script, as far as facts need it.
struct StructuredNode {
    var name: String?
    var start: String?
    var end: String?

    /// The objects whose type is a project. Read by keys at their depth, without building the whole tree; scripts that
    /// are no JSON give nothing or what stands before the fault.
    static func projects(in json: String) -> [StructuredNode] {
        var found: [StructuredNode] = []
        var open: [(node: StructuredNode, isProject: Bool)] = []
        var key: String?
        var bytes = Array(json.utf8)[...]
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "{"):
                guard open.count < 64 else { return found }
                open.append((StructuredNode(), false))
                key = nil
            case UInt8(ascii: "}"):
                if let last = open.popLast(), last.isProject { found.append(last.node) }
                key = nil
            case UInt8(ascii: ","): key = nil
            case UInt8(ascii: "\""):
                let text = string(&bytes)
                guard !open.isEmpty else { continue }
                guard let name = key else {
                    key = text
                    continue
                }
                switch name {
                case "@type" where text.hasSuffix("Project"): open[open.count - 1].isProject = true
                case "name": open[open.count - 1].node.name = text
                case "startDate", "foundingDate": open[open.count - 1].node.start = text
                case "endDate", "dissolutionDate": open[open.count - 1].node.end = text
                default: continue
                }
            default: continue
            }
        }
        return found
    }

    /// The rest of a string whose opening mark is taken; escapes are dropped, since dates and types have none.
    private static func string(_ bytes: inout ArraySlice<UInt8>) -> String {
        var out: [UInt8] = []
        while let byte = bytes.popFirst(), byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") {
                _ = bytes.popFirst()
            } else {
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
