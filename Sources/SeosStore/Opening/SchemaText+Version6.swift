extension SchemaText {
    /// From version 5 to version 6: the few decisions that resolution must respect are found without a look at all.
    static let version6 = """
        CREATE INDEX decision_binding ON decision(id) WHERE maker = 'person' OR undone = 1;

        """
}
