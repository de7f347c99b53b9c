extension SchemaText {
    /// From version 1 to version 2: tables that also hold an imported graph, where any value may be unknown, and
    /// registers.
    static let version2 = #"""
        DROP VIEW partner;
        DROP VIEW project_amount;
        DROP VIEW fact;
        DROP VIEW mentioned_in;
        DROP VIEW about;
        DROP VIEW stated_in;
        CREATE TEMP TABLE old_project AS SELECT * FROM project;
        DROP TABLE project;
        CREATE TEMP TABLE old_organization AS SELECT * FROM organization;
        DROP TABLE organization;
        CREATE TEMP TABLE old_region AS SELECT * FROM region;
        DROP TABLE region;
        CREATE TEMP TABLE old_programme AS SELECT * FROM programme;
        DROP TABLE programme;
        CREATE TEMP TABLE old_amount AS SELECT * FROM amount;
        DROP TABLE amount;
        CREATE TEMP TABLE old_date AS SELECT * FROM date;
        DROP TABLE date;
        CREATE TEMP TABLE old_contact AS SELECT * FROM contact;
        DROP TABLE contact;
        CREATE TEMP TABLE old_partner_in AS SELECT * FROM partner_in;
        DROP TABLE partner_in;
        CREATE TEMP TABLE old_funded_by AS SELECT * FROM funded_by;
        DROP TABLE funded_by;
        CREATE TEMP TABLE old_has_amount AS SELECT * FROM has_amount;
        DROP TABLE has_amount;
        CREATE TEMP TABLE old_share_of AS SELECT * FROM share_of;
        DROP TABLE share_of;
        CREATE TEMP TABLE old_has_date AS SELECT * FROM has_date;
        DROP TABLE has_date;
        CREATE TEMP TABLE old_located_in AS SELECT * FROM located_in;
        DROP TABLE located_in;
        CREATE TEMP TABLE old_part_of AS SELECT * FROM part_of;
        DROP TABLE part_of;
        CREATE TEMP TABLE old_contact_of AS SELECT * FROM contact_of;
        DROP TABLE contact_of;
        -- What it amounts to: computed by resolution and replaced whole in one transaction, or imported -------------------------
        -- extra: JSON object of the properties of an imported graph that a table has no column for; see imported_property.

        CREATE TABLE project (
          id INTEGER PRIMARY KEY, name TEXT, full_name TEXT, acronym TEXT, start_date TEXT, end_date TEXT, year INTEGER,
          url TEXT, names TEXT, languages TEXT, extra TEXT      -- names: JSON array of {"name","language"}; languages: JSON array
        ) STRICT;
        CREATE INDEX project_name ON project(name);
        CREATE TABLE organization (
          id INTEGER PRIMARY KEY, name TEXT, kind TEXT, country TEXT, names TEXT, extra TEXT
        ) STRICT;
        CREATE INDEX organization_name ON organization(name);
        CREATE TABLE region (
          id INTEGER PRIMARY KEY, name TEXT, code TEXT, level INTEGER, country TEXT, names TEXT, extra TEXT
        ) STRICT;
        CREATE INDEX region_name ON region(name);
        CREATE INDEX region_code ON region(code);
        CREATE TABLE programme (
          id INTEGER PRIMARY KEY, name TEXT, period_start TEXT, period_end TEXT, names TEXT, extra TEXT
        ) STRICT;
        CREATE INDEX programme_name ON programme(name);
        CREATE TABLE amount (
          id INTEGER PRIMARY KEY, value ANY,   -- whole currency units: an integer when whole
          minor INTEGER, scale INTEGER,        -- the exact decimal: minor * 10^-scale
          currency TEXT, kind TEXT, as_written TEXT, extra TEXT
        ) STRICT;
        CREATE TABLE date (
          id INTEGER PRIMARY KEY, "start" TEXT, "end" TEXT, precision TEXT, kind TEXT, as_written TEXT, extra TEXT
        ) STRICT;
        CREATE TABLE contact (
          id INTEGER PRIMARY KEY, name TEXT, email TEXT, phone TEXT, extra TEXT
        ) STRICT;

        -- Edges: (source, target, id) first, and the other way round in a covering index. role: see the views.
        CREATE TABLE partner_in (            -- organization -> project; role 1 lead, 2 partner, 3 associated; 0 none, or one in extra
          source INTEGER NOT NULL, target INTEGER NOT NULL, id INTEGER NOT NULL, role INTEGER NOT NULL,
          claims INTEGER, sources INTEGER, confidence REAL, extra TEXT,
          PRIMARY KEY (source, target, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX partner_in_back ON partner_in(target, source, id, role);
        CREATE TABLE funded_by (             -- project -> programme or organization; role 4 funder, 5 cofinancier
          source INTEGER NOT NULL, target INTEGER NOT NULL, id INTEGER NOT NULL, role INTEGER NOT NULL,
          claims INTEGER, sources INTEGER, confidence REAL, extra TEXT,
          PRIMARY KEY (source, target, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX funded_by_back ON funded_by(target, source, id, role);
        CREATE TABLE has_amount (            -- project -> amount
          source INTEGER NOT NULL, target INTEGER NOT NULL, id INTEGER NOT NULL, claims INTEGER, sources INTEGER, extra TEXT,
          PRIMARY KEY (source, target, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX has_amount_back ON has_amount(target, source, id);
        CREATE TABLE share_of (              -- amount -> organization
          source INTEGER NOT NULL, target INTEGER NOT NULL, id INTEGER NOT NULL, claims INTEGER, sources INTEGER, extra TEXT,
          PRIMARY KEY (source, target, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX share_of_back ON share_of(target, source, id);
        CREATE TABLE has_date (              -- project -> date
          source INTEGER NOT NULL, target INTEGER NOT NULL, id INTEGER NOT NULL, claims INTEGER, sources INTEGER, extra TEXT,
          PRIMARY KEY (source, target, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX has_date_back ON has_date(target, source, id);
        CREATE TABLE located_in (            -- organization or project -> region
          source INTEGER NOT NULL, target INTEGER NOT NULL, id INTEGER NOT NULL, claims INTEGER, sources INTEGER, extra TEXT,
          PRIMARY KEY (source, target, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX located_in_back ON located_in(target, source, id);
        CREATE TABLE part_of (               -- region -> region
          source INTEGER NOT NULL, target INTEGER NOT NULL, id INTEGER NOT NULL, extra TEXT,
          PRIMARY KEY (source, target, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX part_of_back ON part_of(target, source, id);
        CREATE TABLE contact_of (            -- contact -> project
          source INTEGER NOT NULL, target INTEGER NOT NULL, id INTEGER NOT NULL, extra TEXT,
          PRIMARY KEY (source, target, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX contact_of_back ON contact_of(target, source, id);

        INSERT INTO project (id, name, full_name, acronym, start_date, end_date, year, url, names, languages) SELECT id, name, full_name, acronym, start_date, end_date, year, url, names, languages FROM temp.old_project;
        DROP TABLE temp.old_project;
        INSERT INTO organization (id, name, kind, country, names) SELECT id, name, kind, country, names FROM temp.old_organization;
        DROP TABLE temp.old_organization;
        INSERT INTO region (id, name, code, level, country, names) SELECT id, name, code, level, country, names FROM temp.old_region;
        DROP TABLE temp.old_region;
        INSERT INTO programme (id, name, period_start, period_end, names) SELECT id, name, period_start, period_end, names FROM temp.old_programme;
        DROP TABLE temp.old_programme;
        INSERT INTO amount (id, value, minor, scale, currency, kind, as_written) SELECT id, value, minor, scale, currency, kind, as_written FROM temp.old_amount;
        DROP TABLE temp.old_amount;
        INSERT INTO date (id, "start", "end", precision, kind, as_written) SELECT id, "start", "end", precision, kind, as_written FROM temp.old_date;
        DROP TABLE temp.old_date;
        INSERT INTO contact (id, name, email, phone) SELECT id, name, email, phone FROM temp.old_contact;
        DROP TABLE temp.old_contact;
        INSERT INTO partner_in (source, target, id, role, claims, sources, confidence) SELECT source, target, id, role, claims, sources, confidence FROM temp.old_partner_in;
        DROP TABLE temp.old_partner_in;
        INSERT INTO funded_by (source, target, id, role, claims, sources, confidence) SELECT source, target, id, role, claims, sources, confidence FROM temp.old_funded_by;
        DROP TABLE temp.old_funded_by;
        INSERT INTO has_amount (source, target, id, claims, sources) SELECT source, target, id, claims, sources FROM temp.old_has_amount;
        DROP TABLE temp.old_has_amount;
        INSERT INTO share_of (source, target, id, claims, sources) SELECT source, target, id, claims, sources FROM temp.old_share_of;
        DROP TABLE temp.old_share_of;
        INSERT INTO has_date (source, target, id, claims, sources) SELECT source, target, id, claims, sources FROM temp.old_has_date;
        DROP TABLE temp.old_has_date;
        INSERT INTO located_in (source, target, id, claims, sources) SELECT source, target, id, claims, sources FROM temp.old_located_in;
        DROP TABLE temp.old_located_in;
        INSERT INTO part_of (source, target, id) SELECT source, target, id FROM temp.old_part_of;
        DROP TABLE temp.old_part_of;
        INSERT INTO contact_of (source, target, id) SELECT source, target, id FROM temp.old_contact_of;
        DROP TABLE temp.old_contact_of;

        -- An imported graph: what the tables above have no place for -----------------------------------------------------------

        CREATE TABLE imported_label (         -- a label whose nodes were imported, with the table that holds them
          code INTEGER PRIMARY KEY,           -- 1 to 9 are those of the model
          name TEXT NOT NULL UNIQUE,          -- empty: nodes without a label
          "table" TEXT NOT NULL
        ) STRICT;
        CREATE TABLE imported_type (          -- a type whose relationships were imported
          code INTEGER PRIMARY KEY,           -- 1 to 11 are those of the model
          name TEXT NOT NULL UNIQUE,
          "table" TEXT NOT NULL
        ) STRICT;
        CREATE TABLE imported_end (           -- which labels a type joins
          type INTEGER NOT NULL, source INTEGER NOT NULL, target INTEGER NOT NULL,
          PRIMARY KEY (type, source, target)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE imported_property (      -- what extra holds
          owner TEXT NOT NULL,                -- node or edge
          code INTEGER NOT NULL,              -- of the label or type
          number INTEGER NOT NULL,            -- in the order of the columns
          name TEXT NOT NULL,
          key TEXT NOT NULL,                  -- its name in extra
          type TEXT NOT NULL,                 -- text, integer, number, boolean, texts, numbers
          PRIMARY KEY (owner, code, number)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE node (                   -- nodes of labels that the model does not have
          id INTEGER PRIMARY KEY, label INTEGER NOT NULL, extra TEXT
        ) STRICT;
        CREATE INDEX node_label ON node(label);
        CREATE TABLE edge (                   -- relationships of types, or between labels, that the model does not have
          type INTEGER NOT NULL, source INTEGER NOT NULL, target INTEGER NOT NULL, id INTEGER NOT NULL, extra TEXT,
          PRIMARY KEY (type, source, target, id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX edge_back ON edge(type, target, source, id);

        -- Registers: organizations known from elsewhere, and which mentions name them -------------------------------------------

        CREATE TABLE register (
          name TEXT PRIMARY KEY, file TEXT NOT NULL, imported TEXT NOT NULL      -- imported: UTC, ISO 8601
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE register_organization (
          id INTEGER PRIMARY KEY,             -- from register and key
          register TEXT NOT NULL REFERENCES register(name) ON DELETE CASCADE,
          key TEXT NOT NULL,                  -- its id there
          name TEXT NOT NULL, country TEXT, domain TEXT,
          names TEXT NOT NULL,                -- JSON array of {"name","language"}
          UNIQUE (register, key)
        ) STRICT;
        CREATE TABLE register_link (          -- decided by rule; a mention names one organization of a register
          mention INTEGER NOT NULL,           -- local_entity.first_mention
          organization_id INTEGER NOT NULL REFERENCES register_organization(id) ON DELETE CASCADE,
          score REAL NOT NULL,
          reason TEXT NOT NULL,               -- words
          maker TEXT NOT NULL,                -- rule id
          time TEXT NOT NULL,
          PRIMARY KEY (mention, organization_id)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX register_link_organization ON register_link(organization_id);
        CREATE INDEX local_entity_first_mention ON local_entity(first_mention);

        -- Views for people, Datasette, pandas and sqlite3 ---------------------------------------------------------------------

        CREATE VIEW partner AS
          SELECT p.name AS project, o.name AS organization, o.country AS country,
                 CASE e.role WHEN 1 THEN 'lead' WHEN 2 THEN 'partner' WHEN 3 THEN 'associated' END AS role,
                 e.claims, e.sources, e.confidence, p.id AS project_id, o.id AS organization_id
          FROM partner_in e JOIN organization o ON o.id = e.source JOIN project p ON p.id = e.target;
        CREATE VIEW project_amount AS
          SELECT p.name AS project, a.kind, a.value, a.currency, a.as_written, o.name AS share_of, e.sources, p.id AS project_id, a.id AS amount_id
          FROM has_amount e JOIN project p ON p.id = e.source JOIN amount a ON a.id = e.target
          LEFT JOIN share_of s ON s.source = a.id LEFT JOIN organization o ON o.id = s.target;
        CREATE VIEW fact AS                  -- every claim with its words and its document
          SELECT c.id, c.property, c.role, c.amount_kind, c.value, c.quote, c."start", c."end", c.rule, c.confidence, c.language,
                 d.uri AS document, c.subject_id, c.object_id, c.owner_id
          FROM claim c JOIN document d ON d.id = c.document_id WHERE c.retired = 0;
        CREATE VIEW mentioned_in AS          -- entity -> document, one row a mention
          SELECT entity_id AS source, document_id AS target, id, quote, "start", "end", language
          FROM mention WHERE entity_id IS NOT NULL;
        CREATE VIEW about AS                 -- claim -> entity
          SELECT id AS source, subject_id AS target, id * 4 AS id FROM claim WHERE retired = 0 AND subject_id IS NOT NULL
          UNION ALL SELECT id, object_id, id * 4 + 1 FROM claim WHERE retired = 0 AND object_id IS NOT NULL
          UNION ALL SELECT id, owner_id, id * 4 + 2 FROM claim WHERE retired = 0 AND owner_id IS NOT NULL;
        CREATE VIEW stated_in AS             -- claim -> document
          SELECT id AS source, document_id AS target, id FROM claim WHERE retired = 0;

        """#
}
