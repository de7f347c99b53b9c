import SeosModel

extension GraphSnapshot {
    /// Readers fail in obscure ways on a relationship without its node, so a graph that is not whole is refused.
    func checkWhole() throws(ExportError) {
        var ids = Set<Int64>(minimumCapacity: nodes.count)
        for node in nodes where !ids.insert(node.id).inserted { throw .duplicateNode(node.id) }
        var seen = Set<Int64>(minimumCapacity: relationships.count)
        for relationship in relationships {
            if !seen.insert(relationship.id).inserted { throw .duplicateRelationship(relationship.id) }
            for end in [relationship.source, relationship.target] where !ids.contains(end) {
                throw .relationshipWithoutNode(relationship: relationship.id, node: end)
            }
        }
    }
}
