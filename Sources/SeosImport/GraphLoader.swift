import SeosStore

/// The second reading: rows into tables.
struct GraphLoader {
    let importer: GraphImporter
    let load: GraphLoad

    func run() throws {
        var catalogue = ImportedCatalogue(labels: [], types: [])
        var nextLabel = ModelTable.firstFreeLabel
        var codes: [String: Int] = [:]
        var number: Int64 = 0
        for label in importer.labels {
            let code = ModelCode.label(label) ?? nextLabel
            if code == nextLabel { nextLabel += 1 }
            codes[label] = code
            let files = importer.nodes.filter { if case .nodes(label) = $0.content { true } else { false } }
            catalogue.labels.append(try nodes(label, code, files, &number))
        }
        var nextType = ModelTable.firstFreeType
        var nextID: Int64 = 0
        for type in types {
            let code = ModelCode.type(type) ?? nextType
            if code == nextType { nextType += 1 }
            let files = importer.edges.filter { if case .edges(type, _, _) = $0.content { true } else { false } }
            catalogue.types.append(try edges(type, code, files, codes, &nextID))
        }
        try load.write(catalogue)
    }

    /// In the order of their files.
    private var types: [String] {
        var types: [String] = []
        for file in importer.edges {
            guard case .edges(let type, _, _) = file.content, !types.contains(type) else { continue }
            types.append(type)
        }
        return types
    }

    /// The properties that the model's columns do not take, in the order of the files.
    private func extra(_ files: [ImportFile], _ model: [ModelTable.Column], id: ColumnKind?)
        -> [ImportedCatalogue.Property]
    {
        var names: [String] = []
        var kinds: [String: ColumnKind] = [:]
        for property in files.flatMap(\.properties) {
            if kinds[property.name] == nil {
                names.append(property.name)
                kinds[property.name] = property.kind
            } else {
                kinds[property.name]?.merge(property.kind)
            }
        }
        var extra = id.map { [ImportedCatalogue.Property(name: "id", kind: $0.kind)] } ?? []
        for name in names {
            guard let kind = kinds[name] else { continue }
            if let column = model.first(where: { $0.name == name }), kind.fits(column.content) { continue }
            extra.append(.init(name: name, kind: kind.kind))
        }
        return extra
    }

    // MARK: Nodes

    private func nodes(
        _ label: String, _ code: Int, _ files: [ImportFile], _ number: inout Int64
    ) throws -> ImportedCatalogue.Label {
        let model = ModelTable.labels.first { $0.name == label }
        let isNumbered = importer.keys.numbering == .assigned
        var idKind = files[0].idKind
        for file in files.dropFirst() { idKind.merge(file.idKind) }
        let extra = extra(files, model?.columns ?? [], id: isNumbered ? idKind : nil)
        let columns = model.map { ["id"] + Self.columns($0) + ["extra"] } ?? ["id", "label", "extra"]
        let statement = try load.insert(into: model?.table ?? "node", columns)
        if model == nil { statement.bind(Int64(code), at: 2) }
        var written: [UInt8] = []
        for file in files {
            var plan = RowPlan(file, model: model?.columns ?? [], columns: columns, extra: extra)
            if isNumbered, let id = file.idColumn { plan.addExtra(column: id, "id", extra) }
            let reader = try file.reader()
            var records = 0
            while try file.next(reader), let id = file.idColumn {
                records += 1
                number += 1
                guard let key = isNumbered ? number : NumberText.integer(reader.bytes(id)) else {
                    throw Self.changed(reader)
                }
                statement.bind(key, at: 1)
                for (column, place) in plan.places {
                    guard case .column(let index, let content) = place else { continue }
                    try Self.bind(reader, column, content, statement, index, columns)
                }
                written.removeAll(keepingCapacity: true)
                plan.writeExtra(reader, to: &written)
                try written.withUnsafeBufferPointer {
                    if $0.isEmpty {
                        statement.bindNull(at: columns.count)
                    } else {
                        statement.bind($0, at: columns.count)
                    }
                    try statement.step()
                }
            }
            if records != file.records { throw Self.changed(reader) }
        }
        return .init(code: code, name: label, table: model?.table ?? "node", properties: extra)
    }

    /// An amount takes three columns.
    private static func columns(_ model: ModelTable) -> [String] {
        model.columns.flatMap { $0.content == .amount ? [$0.name, "minor", "scale"] : [$0.name] }
    }

    private static func bind(
        _ reader: CSVReader, _ column: Int, _ content: ModelTable.Content, _ statement: BulkStatement, _ index: Int,
        _ columns: [String]
    ) throws {
        if reader.isNull(column) {
            statement.bindNull(at: index)
            if content == .amount {
                statement.bindNull(at: index + 1)
                statement.bindNull(at: index + 2)
            }
            return
        }
        let value = reader.bytes(column)
        switch content {
        case .text, .texts: statement.bind(value, at: index)
        case .integer:
            guard let number = NumberText.integer(value) else { throw changed(reader) }
            statement.bind(number, at: index)
        case .number:
            guard let number = NumberText.double(value) else { throw changed(reader) }
            statement.bind(number, at: index)
        case .amount:
            guard let amount = NumberText.decimal(value) else { throw changed(reader) }
            var (coefficient, scale) = amount
            while scale > 0, coefficient % 10 == 0 { (coefficient, scale) = (coefficient / 10, scale - 1) }
            if scale == 0 {
                statement.bind(coefficient, at: index)
            } else {
                statement.bind(NumberText.double(value) ?? 0, at: index)
            }
            statement.bind(coefficient, at: index + 1)
            statement.bind(Int64(scale), at: index + 2)
        case .words(let words, let first):
            guard let place = words.firstIndex(where: { $0.utf8.elementsEqual(value) }) else { throw changed(reader) }
            statement.bind(first + Int64(place), at: index)
        }
    }

    static func changed(_ reader: CSVReader) -> ImportError {
        reader.error(.changed, "it was changed while it was read", hint: "try again")
    }

    // MARK: Relationships

    private func edges(
        _ type: String, _ code: Int, _ files: [ImportFile], _ labels: [String: Int], _ nextID: inout Int64
    ) throws -> ImportedCatalogue.RelationshipType {
        // One end that the model does not know of, and the whole type is kept apart.
        let model = files.allSatisfy { ModelCode.edges($0) != nil } ? ModelCode.edges(files[0]) : nil
        var idKind = files[0].idKind
        for file in files.dropFirst() { idKind.merge(file.idKind) }
        let hasIDs = files.allSatisfy { $0.idColumn != nil } && idKind.hasValues && idKind.fits(.integer)
        let keepsID = !hasIDs && files.contains { $0.idColumn != nil } && idKind.hasValues
        let extra = extra(files, model?.columns ?? [], id: keepsID ? idKind : nil)
        let buffer = try EdgeBuffer(load, model: model, code: code)
        var ends: [(source: Int, target: Int)] = []
        for file in files {
            guard case .edges(_, let sourceLabel, let targetLabel) = file.content else { continue }
            ends.append((labels[sourceLabel] ?? 0, labels[targetLabel] ?? 0))
            let (source, target) = (importer.number(of: sourceLabel), importer.number(of: targetLabel))
            var plan = RowPlan(file, model: model?.columns ?? [], columns: buffer.columns, extra: extra)
            if keepsID, let id = file.idColumn { plan.addExtra(column: id, "id", extra) }
            let reader = try file.reader()
            var records = 0
            while try file.next(reader) {
                records += 1
                nextID += 1
                guard let from = importer.keys.key(reader.bytes(file.sourceColumn), label: source),
                    let to = importer.keys.key(reader.bytes(file.targetColumn), label: target)
                else { throw Self.changed(reader) }
                var id = nextID
                if hasIDs, let column = file.idColumn {
                    guard let own = NumberText.integer(reader.bytes(column)) else {
                        throw reader.error(.id, "this relationship has no id, others have")
                    }
                    id = own
                }
                try buffer.add(source: from, target: to, id: id, plan, reader)
            }
            if records != file.records { throw Self.changed(reader) }
        }
        try buffer.flush()
        return .init(code: code, name: type, table: model?.table ?? "edge", ends: ends, properties: extra)
    }
}
