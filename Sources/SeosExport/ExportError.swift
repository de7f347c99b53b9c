/// Why a graph could not be written.
public enum ExportError: Error, Sendable, Hashable {
    case unknownFormat(String, known: [String])
    /// A relationship names a node that the graph does not have.
    case relationshipWithoutNode(relationship: Int64, node: Int64)
    case duplicateNode(Int64)
    case duplicateRelationship(Int64)
    case cannotWrite(path: String, reason: String)
    /// The reader of standard output went away; nothing to tell the user.
    case closedPipe
    /// A format of several files was sent to standard output.
    case needsFolder(format: String)
    case graphvizMissing(tool: String)
    case graphvizTimeout(tool: String, seconds: Double)
    case graphvizFailed(tool: String, status: Int32, message: String)
}
