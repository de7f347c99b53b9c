extension SchemaText {
    /// From version 2 to version 3: what resolution needs to follow single documents without looking at all.
    static let version3 = #"""
        -- How resolution finds what a changed document may concern ---------------------------------------------------------------
        -- Written by resolution with the graph; while state has no value "keys", the next resolution looks at everything.

        CREATE TABLE entity_key (             -- who shares a name, a code, a fact, a partner
          key INTEGER NOT NULL,               -- family and hash
          trait INTEGER NOT NULL,             -- tells those of one key apart: a country, a name
          document_id INTEGER NOT NULL, local INTEGER NOT NULL,
          PRIMARY KEY (key, trait, document_id, local)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX entity_key_document ON entity_key(document_id);
        CREATE TABLE name_key (               -- which spellings of organizations' names share a part of their meaning
          key INTEGER NOT NULL, spelling INTEGER NOT NULL,
          PRIMARY KEY (key, spelling)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE spelling (               -- names of organizations
          id INTEGER PRIMARY KEY,             -- a hash of both
          name TEXT NOT NULL, language TEXT NOT NULL
        ) STRICT;
        CREATE TABLE judged_pair (            -- organizations that rules would join, or would ask about, each pair for itself
          left_document INTEGER NOT NULL, left_local INTEGER NOT NULL,
          right_document INTEGER NOT NULL, right_local INTEGER NOT NULL,
          rule TEXT NOT NULL, question INTEGER NOT NULL,
          score REAL NOT NULL, reason TEXT NOT NULL,
          PRIMARY KEY (left_document, left_local, right_document, right_local, rule, question)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX judged_pair_right ON judged_pair(right_document, right_local);
        CREATE TABLE changed_document (       -- since the last resolution; removed ones too
          id INTEGER PRIMARY KEY
        ) STRICT;
        CREATE TABLE changed_entity (         -- what documents said something of that they no longer say, since then
          id INTEGER PRIMARY KEY, kind TEXT NOT NULL
        ) STRICT;
        CREATE TABLE changed_mention (        -- local_entity.first_mention of what they no longer say
          id INTEGER NOT NULL, kind TEXT NOT NULL, PRIMARY KEY (kind, id)
        ) STRICT, WITHOUT ROWID;

        """#
}
