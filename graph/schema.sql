-- The database of Seos, schema version 6. A test compares this file with what the migrations make.
-- Tables are STRICT. Ids of documents, mentions, claims and entities are stable hashes below 2^53.

-- What was read ------------------------------------------------------------------------------------------------------

CREATE TABLE document (
  id INTEGER PRIMARY KEY,            -- from the uri
  uri TEXT NOT NULL UNIQUE,
  title TEXT,
  language TEXT NOT NULL,            -- BCP 47, und when it is not clear
  media_type TEXT NOT NULL,
  charset TEXT NOT NULL,
  published TEXT,                    -- ISO 8601
  url TEXT,                          -- web address of the live page, when the source states one
  hash TEXT NOT NULL,                -- SHA-256 of the raw bytes
  extractor TEXT NOT NULL,           -- version of the rules and packs that read it
  version INTEGER NOT NULL,          -- 1 for the first content seen under this uri
  text TEXT NOT NULL,                -- the stored text: every span counts its UTF-8 bytes
  ingested TEXT NOT NULL             -- UTC, ISO 8601
) STRICT;

CREATE TABLE document_version (      -- earlier contents of a document
  document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  hash TEXT NOT NULL,
  text TEXT NOT NULL,
  ingested TEXT NOT NULL,
  PRIMARY KEY (document_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (               -- of current versions only
  id INTEGER PRIMARY KEY,            -- from uri, kind, start_byte, end_byte
  document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,                -- project, organization, region, programme, contact, money, date, percent, ...
  start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL,
  "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,   -- Unicode code points
  quote TEXT NOT NULL,
  name TEXT NOT NULL,                -- base form
  language TEXT NOT NULL,
  local INTEGER,                     -- number of the document's own entity, null for values
  code TEXT, country TEXT,
  value TEXT,                        -- values: "46388.4 EUR", "2023-06-21/2027-01-31", "85 %"
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  entity_id INTEGER                  -- computed by resolution
) STRICT;
CREATE INDEX mention_document ON mention(document_id, start_byte);
CREATE INDEX mention_entity ON mention(entity_id, document_id) WHERE entity_id IS NOT NULL;

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
  entity_id INTEGER, domain TEXT,                 -- computed by resolution
  PRIMARY KEY (document_id, local)
) STRICT, WITHOUT ROWID;
CREATE INDEX local_entity_entity ON local_entity(entity_id) WHERE entity_id IS NOT NULL;

CREATE TABLE claim (
  id INTEGER PRIMARY KEY,            -- from uri, version hash, property, subject, object, span, rule
  document_id INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  retired INTEGER NOT NULL DEFAULT 0,      -- 1: a newer version of the page no longer is this text
  superseded INTEGER NOT NULL DEFAULT 0,   -- 1: the page itself corrects it further on
  property TEXT NOT NULL,            -- partner, funder, amount, period, start, end, event, programme, region, contact, url, name, duration
  role TEXT,                         -- lead, partner, associated, funder, cofinancier, supplier
  amount_kind TEXT,                  -- total, eu, national, own, partner_share, partner_eu, other
  subject INTEGER NOT NULL,          -- local_entity.local
  object INTEGER,
  owner INTEGER,                     -- whose share an amount is
  mention_id INTEGER,                -- mention.id of the value or of the object
  value TEXT,                        -- the value as text, like mention.value; the object's name for an entity
  quote TEXT NOT NULL,               -- the exact words
  start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL,
  "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  language TEXT NOT NULL,
  subject_id INTEGER, object_id INTEGER, owner_id INTEGER   -- entities; computed by resolution; object_id may be an amount or a date
) STRICT;
CREATE INDEX claim_document ON claim(document_id);
CREATE INDEX claim_subject ON claim(subject_id, property) WHERE subject_id IS NOT NULL;
CREATE INDEX claim_object ON claim(object_id) WHERE object_id IS NOT NULL;
CREATE INDEX claim_owner ON claim(owner_id) WHERE owner_id IS NOT NULL;

CREATE TABLE evidence (              -- further spans of a claim; the first stands in claim itself
  claim_id INTEGER NOT NULL REFERENCES claim(id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL,
  "start" INTEGER NOT NULL, "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (claim_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE problem (
  id INTEGER PRIMARY KEY,
  uri TEXT NOT NULL,
  document_id INTEGER REFERENCES document(id) ON DELETE CASCADE,   -- null when nothing could be read
  code TEXT NOT NULL,
  severity TEXT NOT NULL,            -- note, warning, failure
  message TEXT NOT NULL,
  start_byte INTEGER, end_byte INTEGER, "start" INTEGER, "end" INTEGER,
  time TEXT NOT NULL
) STRICT;
CREATE INDEX problem_uri ON problem(uri);

CREATE TABLE decision (              -- why mentions are one thing, or are not
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,                -- project, organization, region, programme, contact
  verdict TEXT NOT NULL,             -- same, different, unsure
  left_mention INTEGER NOT NULL,     -- local_entity.first_mention
  right_mention INTEGER NOT NULL,
  score REAL NOT NULL,
  reason TEXT NOT NULL,              -- words
  maker TEXT NOT NULL,               -- rule id, or person
  time TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kind, left_mention, right_mention, maker)
) STRICT;
CREATE INDEX decision_right ON decision(right_mention);
CREATE INDEX decision_binding ON decision(id) WHERE maker = 'person' OR undone = 1;

CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;   -- e.g. resolved: 0 while entities lag behind documents

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

-- Search by words: folded (case, diacritics, width) with the same function as the matcher.
CREATE VIRTUAL TABLE name_search USING fts5(folded, entity_id UNINDEXED, kind UNINDEXED, name UNINDEXED, tokenize = "trigram");

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
