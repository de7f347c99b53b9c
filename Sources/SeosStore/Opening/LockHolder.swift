import Foundation

/// Finds out which process holds the write lock of a database, to name it in a message.
enum LockHolder {
    /// - Returns: for example "process 4711 (seos)"; nil where the system does not tell.
    ///
    /// SQLite locks byte 120 of the `-shm` file while it writes in WAL mode, and bytes of the database itself
    /// otherwise; Linux lists all such locks by inode.
    static func describe(path: String) -> String? {
        guard let locks = try? String(contentsOfFile: "/proc/locks", encoding: .utf8) else { return nil }
        let shared = inode(path + "-shm")
        let main = inode(path)
        for line in locks.split(separator: "\n") {
            // 1: POSIX  ADVISORY  WRITE 4711 08:01:131077 120 120
            let fields = line.split(separator: " ", omittingEmptySubsequences: true)
            guard fields.count >= 8, fields[3] == "WRITE", let pid = Int(fields[4]), pid > 0,
                let holder = fields[5].split(separator: ":").last.flatMap({ UInt64($0) })
            else { continue }
            let isWriteLock = holder == shared && fields[6] == "120"
            if isWriteLock || holder == main { return name(of: pid) }
        }
        return nil
    }

    private static func inode(_ path: String) -> UInt64? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.systemFileNumber] as? NSNumber)?.uint64Value
    }

    private static func name(of pid: Int) -> String {
        let command = try? String(contentsOfFile: "/proc/\(pid)/comm", encoding: .utf8)
        guard let word = command?.split(separator: "\n").first else { return "process \(pid)" }
        return "process \(pid) (\(word))"
    }
}
