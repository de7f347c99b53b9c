extension SchemaText {
    /// From version 3 to version 4: where an entity's first mention stands is kept with it, so that reading all entities
    /// does not look up as many mentions; what belongs to no entity yet is in no index of entities.
    static let version4 =
        #"""
        CREATE TEMP TABLE kept AS
          SELECT l.*, m.start_byte, m.end_byte FROM local_entity l JOIN mention m ON m.id = l.first_mention;
        DROP TABLE local_entity;
        CREATE TABLE local_entity (          -- what one document says of one thing: the input of resolution
          document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
          local INTEGER NOT NULL,
          kind TEXT NOT NULL,                -- project, organization, region, programme, contact
          name TEXT NOT NULL,
          full_name TEXT, acronym TEXT,
          aliases TEXT NOT NULL,             -- JSON array
          country TEXT, code TEXT, organization_kind TEXT, email TEXT, phone TEXT,
          first_mention INTEGER NOT NULL,    -- mention.id: the mention key that decisions name
          first_start_byte INTEGER NOT NULL, first_end_byte INTEGER NOT NULL,
          entity_id INTEGER,                 -- computed by resolution
          PRIMARY KEY (document_id, local)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO local_entity
          SELECT document_id, local, kind, name, full_name, acronym, aliases, country, code, organization_kind, email,
            phone, first_mention, start_byte, end_byte, entity_id FROM temp.kept;
        DROP TABLE temp.kept;
        CREATE INDEX local_entity_first_mention ON local_entity(first_mention);
        DROP INDEX mention_entity;
        DROP INDEX claim_subject;
        DROP INDEX claim_object;
        DROP INDEX claim_owner;

        """# + entityIndexes.map(\.sql).joined()

    /// Indexes by entity: a resolution that gives most rows theirs makes them anew.
    static let entityIndexes = [
        (
            name: "local_entity_entity",
            sql: "CREATE INDEX local_entity_entity ON local_entity(entity_id) WHERE entity_id IS NOT NULL;\n"
        ),
        (
            name: "mention_entity",
            sql: "CREATE INDEX mention_entity ON mention(entity_id, document_id) WHERE entity_id IS NOT NULL;\n"
        ),
        (
            name: "claim_subject",
            sql: "CREATE INDEX claim_subject ON claim(subject_id, property) WHERE subject_id IS NOT NULL;\n"
        ),
        (
            name: "claim_object",
            sql: "CREATE INDEX claim_object ON claim(object_id) WHERE object_id IS NOT NULL;\n"
        ),
        (
            name: "claim_owner",
            sql: "CREATE INDEX claim_owner ON claim(owner_id) WHERE owner_id IS NOT NULL;\n"
        ),
    ]
}
