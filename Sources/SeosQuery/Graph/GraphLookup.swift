/// How nodes are found by a property.
enum GraphLookup {
    /// The property equals the value.
    case equal
    /// It begins with it.
    case prefix
    /// It, or it in small letters, contains it.
    case part
}
