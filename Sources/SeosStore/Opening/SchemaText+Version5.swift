extension SchemaText {
    /// From version 4 to version 5: the domain of the web that a document gives an organization. Documents read before
    /// have none until they are read again.
    static let version5 = """
        ALTER TABLE local_entity ADD COLUMN domain TEXT;
        """
}
