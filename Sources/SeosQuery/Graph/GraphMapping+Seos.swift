extension GraphMapping {
    /// The graph of Seos as `graph/schema.sql` stores it.
    static let seos: GraphMapping = {
        let project = LabelSet(code: 1)
        let organization = LabelSet(code: 2)
        let region = LabelSet(code: 3)
        let programme = LabelSet(code: 4)
        let amount = LabelSet(code: 5)
        let date = LabelSet(code: 6)
        let contact = LabelSet(code: 7)
        let document = LabelSet(code: 8)
        let claim = LabelSet(code: 9)
        let entities: LabelSet = [project, organization, region, programme, contact]

        let id = Property("id", .integer)
        let name = Property("name", .string)
        let names = Property("names", .list(.string), strings("names"))
        let counts = [Property("claims", .integer), Property("sources", .integer)]
        let support = counts + [Property("confidence", .float)]
        let about = "$.retired = 0"

        return GraphMapping(
            labels: [
                Label(
                    name: "Project", code: 1, table: "project",
                    properties: [
                        id, name, Property("full_name", .string), Property("acronym", .string),
                        Property("start_date", .string), Property("end_date", .string), Property("year", .integer),
                        Property("url", .string), names, Property("languages", .list(.string), strings("languages")),
                    ], indexed: ["name"]),
                Label(
                    name: "Organization", code: 2, table: "organization",
                    properties: [id, name, Property("kind", .string), Property("country", .string), names],
                    indexed: ["name"]),
                Label(
                    name: "Region", code: 3, table: "region",
                    properties: [
                        id, name, Property("code", .string), Property("level", .integer),
                        Property("country", .string), names,
                    ], indexed: ["name", "code"]),
                Label(
                    name: "Programme", code: 4, table: "programme",
                    properties: [
                        id, name, Property("period_start", .string), Property("period_end", .string), names,
                    ], indexed: ["name"]),
                Label(
                    name: "Amount", code: 5, table: "amount",
                    properties: [
                        id, Property("value", .decimal), Property("currency", .string), Property("kind", .string),
                        Property("as_written", .string),
                    ]),
                Label(
                    name: "Date", code: 6, table: "date",
                    properties: [
                        id, Property("start", .string, "$.\"start\""), Property("end", .string, "$.\"end\""),
                        Property("precision", .string), Property("kind", .string), Property("as_written", .string),
                    ]),
                Label(
                    name: "Contact", code: 7, table: "contact",
                    properties: [id, name, Property("email", .string), Property("phone", .string)]),
                Label(
                    name: "Document", code: 8, table: "document",
                    properties: [
                        id, Property("uri", .string), Property("title", .string), Property("language", .string),
                        Property("media_type", .string), Property("published", .string),
                        Property("ingested", .string),
                    ], indexed: ["uri"]),
                Label(
                    name: "Claim", code: 9, table: "claim", condition: "$.retired = 0",
                    properties: [
                        id, Property("property", .string), Property("value", .string), Property("quote", .string),
                        Property("start", .integer, "$.\"start\""), Property("end", .integer, "$.\"end\""),
                        Property("rule", .string), Property("confidence", .float), Property("language", .string),
                    ]),
            ],
            types: [
                RelationshipType(
                    name: "PARTNER_IN", code: 1,
                    parts: [Part(table: "partner_in", sources: organization, targets: project)],
                    properties: [role([(1, "lead"), (2, "partner"), (3, "associated")])] + support),
                RelationshipType(
                    name: "FUNDED_BY", code: 2,
                    parts: [Part(table: "funded_by", sources: project, targets: [programme, organization])],
                    properties: [role([(4, "funder"), (5, "cofinancier")])] + support),
                RelationshipType(
                    name: "HAS_AMOUNT", code: 3,
                    parts: [Part(table: "has_amount", sources: project, targets: amount)], properties: counts),
                RelationshipType(
                    name: "SHARE_OF", code: 4,
                    parts: [Part(table: "share_of", sources: amount, targets: organization)], properties: counts),
                RelationshipType(
                    name: "HAS_DATE", code: 5,
                    parts: [Part(table: "has_date", sources: project, targets: date)], properties: counts),
                RelationshipType(
                    name: "LOCATED_IN", code: 6,
                    parts: [Part(table: "located_in", sources: [organization, project], targets: region)],
                    properties: counts),
                RelationshipType(
                    name: "PART_OF", code: 7, parts: [Part(table: "part_of", sources: region, targets: region)],
                    properties: []),
                RelationshipType(
                    name: "CONTACT_OF", code: 8,
                    parts: [Part(table: "contact_of", sources: contact, targets: project)], properties: []),
                RelationshipType(
                    name: "MENTIONED_IN", code: 9,
                    parts: [
                        Part(
                            table: "mention", source: "$.entity_id", target: "$.document_id", sources: entities,
                            targets: document)
                    ],
                    properties: [
                        Property("quote", .string), Property("start", .integer, "$.\"start\""),
                        Property("end", .integer, "$.\"end\""), Property("language", .string),
                    ]),
                // The view `about` in parts, so that each is found by its own index; the ids agree with the view's.
                RelationshipType(
                    name: "ABOUT", code: 10,
                    parts: [
                        Part(
                            table: "claim", source: "$.id", target: "$.subject_id", id: "$.id * 4", condition: about,
                            sources: claim, targets: [entities, amount, date]),
                        Part(
                            table: "claim", source: "$.id", target: "$.object_id", id: "$.id * 4 + 1",
                            condition: about, sources: claim, targets: [entities, amount, date]),
                        Part(
                            table: "claim", source: "$.id", target: "$.owner_id", id: "$.id * 4 + 2",
                            condition: about, sources: claim, targets: [entities, amount, date]),
                    ],
                    properties: []),
                RelationshipType(
                    name: "STATED_IN", code: 11,
                    parts: [
                        Part(
                            table: "claim", source: "$.id", target: "$.document_id", condition: about, sources: claim,
                            targets: document)
                    ],
                    properties: []),
            ])
    }()

    /// Role codes as the words of the model.
    private static func role(_ words: [(code: Int, word: String)]) -> Property {
        let cases = words.map { "WHEN \($0.code) THEN '\($0.word)'" }.joined(separator: " ")
        return Property("role", .string, "CASE $.role \(cases) END")
    }

    /// A column that holds a JSON array of texts, or of objects with a `name`, as a list of texts.
    private static func strings(_ column: String) -> String {
        "(SELECT seos_collect(CASE j.type WHEN 'object' THEN json_extract(j.value, '$$.name') ELSE j.atom END)"
            + " FROM json_each($.\(column)) AS j)"
    }
}
