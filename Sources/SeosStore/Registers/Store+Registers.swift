import Foundation
import GRDB

extension Store {
    /// Puts a register in the place of the one of its name, if there is one; its links go with it.
    ///
    /// - Parameters:
    ///   - file: where it came from, for people.
    ///   - time: now, UTC, ISO 8601.
    public func replaceRegister(
        _ name: String, _ organizations: [RegisterOrganization], file: String, time: String
    ) throws {
        try write { db in
            try db.execute(sql: "DELETE FROM register WHERE name = ?", arguments: [name])
            try db.execute(
                sql: "INSERT INTO register (name, file, imported) VALUES (?,?,?)", arguments: [name, file, time])
            let statement = try db.makeStatement(
                sql: """
                    INSERT INTO register_organization (id, register, key, name, country, domain, names)
                    VALUES (?,?,?,?,?,?,?)
                    """)
            let encoder = JSONEncoder()
            encoder.outputFormatting = .withoutEscapingSlashes
            for organization in organizations.sorted(by: { $0.id < $1.id }) {
                let names = String(decoding: try encoder.encode(organization.names), as: UTF8.self)
                try statement.execute(arguments: [
                    organization.id, name, organization.key, organization.names[0].name, organization.country,
                    organization.domain, names,
                ])
            }
        }
    }

    /// Names of the registers, sorted.
    public func registers() throws -> [String] {
        try read { try String.fetchAll($0, sql: "SELECT name FROM register ORDER BY name") }
    }

    /// Every organization of a register, sorted by id.
    public func registerOrganizations(_ register: String) throws -> [RegisterOrganization] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT key, names, country, domain FROM register_organization WHERE register = ? ORDER BY id",
                arguments: [register]
            ).map { row in
                let names = try? JSONDecoder().decode(
                    [RegisterOrganization.Name].self, from: Data((row[1] as String).utf8))
                return RegisterOrganization(
                    register: register, key: row[0], names: names ?? [], country: row[2], domain: row[3])
            }
        }
    }

    /// Makes these the links of a register. Those that stay as they are keep their time.
    public func replaceRegisterLinks(_ register: String, _ links: [RegisterLink], time: String) throws {
        try write { db in
            let own = "organization_id IN (SELECT id FROM register_organization WHERE register = ?)"
            let before = try Row.fetchAll(
                db, sql: "SELECT mention, organization_id, score, reason, maker, time FROM register_link WHERE \(own)",
                arguments: [register])
            var times: [RegisterLink: String] = [:]
            for row in before {
                let link = RegisterLink(
                    mention: row[0], organizationID: row[1], score: row[2], reason: row[3], maker: row[4])
                times[link] = row[5]
            }
            try db.execute(sql: "DELETE FROM register_link WHERE \(own)", arguments: [register])
            let statement = try db.makeStatement(
                sql: """
                    INSERT INTO register_link (mention, organization_id, score, reason, maker, time)
                    VALUES (?,?,?,?,?,?)
                    """)
            for link in links {
                try statement.execute(arguments: [
                    link.mention, link.organizationID, link.score, link.reason, link.maker, times[link] ?? time,
                ])
            }
        }
    }

    /// What registers know an entity as: the most linked first.
    public func registerEntries(of entity: Int64) throws -> [RegisterEntry] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT g.register, g.key, g.name, g.country, g.domain, count(*) AS mentions, max(l.score) AS score,
                      l.reason, l.maker
                    FROM local_entity e JOIN register_link l ON l.mention = e.first_mention
                    JOIN register_organization g ON g.id = l.organization_id
                    WHERE e.entity_id = ? GROUP BY g.id
                    ORDER BY mentions DESC, score DESC, g.register, g.key
                    """, arguments: [entity]
            ).map {
                RegisterEntry(
                    register: $0[0], key: $0[1], name: $0[2], country: $0[3], domain: $0[4], mentions: $0[5],
                    score: $0[6], reason: $0[7], maker: $0[8])
            }
        }
    }
}
