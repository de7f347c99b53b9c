public import SeosModel

extension Store {
    /// The whole graph in memory, in the same order every time.
    ///
    /// - Returns: labels, types and properties of the model, without `ingested`; `names` as a list of strings.
    public func snapshot(_ parts: SnapshotParts = .all) throws -> GraphSnapshot {
        try read { db in
            var graph = GraphSnapshot()
            for table in try NodeTable.all(db) where parts.holds(label: table.label) {
                try table.nodes(db) { graph.nodes.append($0) }
            }
            for table in try RelationshipTable.all(db) where parts.holds(type: table.type) {
                try table.relationships(db) { graph.relationships.append($0) }
            }
            return graph
        }
    }
}
