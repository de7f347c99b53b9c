internal import Dispatch
public import SeosDocuments
public import SeosExtract
internal import SeosLanguages
internal import SeosModel
internal import SeosResolve
public import SeosStore
internal import SeosText
internal import Synchronization

/// Reads inputs into a database and resolves: the order of work, in batches, on several threads.
///
/// Every batch of documents is one transaction; what was acknowledged survives a kill, and the same command goes on
/// from there. Unchanged inputs are told by their hash before they are read.
public final class Ingestor: Sendable {
    public struct Options: Sendable {
        public var jobs: Int
        /// Changes nothing; the summary says what would be done.
        public var dryRun = false
        /// Removes documents of the database that are no longer among the inputs.
        public var prune = false
        /// Reads only inputs that failed before.
        public var retryFailed = false
        /// Documents a transaction: what a kill may lose is at most so many that were not yet acknowledged. Their rows land
        /// all over the tables, so the larger a batch, the fewer pages are written twice.
        public var batchSize = 512
        /// Where large files are read.
        public var process: ReaderProcess? = .own

        public init(jobs: Int) { self.jobs = max(1, jobs) }
    }

    /// Counts that add up: `found == added + updated + unchanged + failed + skipped`.
    public struct Summary: Sendable {
        public var found = 0
        public var added = 0
        public var updated = 0
        public var unchanged = 0
        public var failed = 0
        /// Not asked for (`--retry-failed`), or left because the run was stopped.
        public var skipped = 0
        public var removed = 0
        /// Documents read with at least one problem above a note.
        public var withProblems = 0
        public var rowsWritten = 0
        public var wasStopped = false
        /// Files in folders whose format is not read, by ending.
        public var otherFormats: [String: Int] = [:]
        public var failures: [(uri: String, code: String, message: String)] = []
        public var isMissing = false
        public var isUnreadable = false

        public init() {}
    }

    private let store: Store
    private let resources: Resources
    private let stopped = Atomic<Bool>(false)

    public init(store: Store, resources: Resources) {
        self.store = store
        self.resources = resources
    }

    /// Ends after the batch under way; what is written stays.
    public func stop() { stopped.store(true, ordering: .relaxed) }

    private enum Outcome: Sendable {
        case read(ReadDocument)
        case unchanged
        case failed(uri: String, [Problem])
    }

    /// - Parameters:
    ///   - paths: files, folders, `-`.
    ///   - time: UTC, ISO 8601; recorded with what is written.
    ///   - progress: called after every batch with the numbers done and found.
    public func ingest(
        _ paths: [String], options: Options, time: String, progress: (Int, Summary) -> Void = { _, _ in }
    ) throws -> Summary {
        var summary = Summary()
        warmUp()
        let listing = Inputs.list(paths)
        summary.otherFormats = listing.skipped
        summary.found = listing.items.count + listing.failures.count
        for failure in listing.failures {
            let message = failure.reason == .missing ? "there is no such file or folder" : "it cannot be read"
            let problem = Problem(code: "input.\(failure.reason.rawValue)", severity: .failure, message: message)
            try fail(failure.uri, [problem], options, time, &summary)
            if failure.reason == .missing { summary.isMissing = true } else { summary.isUnreadable = true }
        }
        var items = listing.items
        if options.retryFailed {
            let failedBefore = Set(try store.failedURIs())
            let wanted = items.filter { failedBefore.contains($0.uri) }
            summary.skipped += items.count - wanted.count
            items = wanted
        }
        var analyzers = (0..<options.jobs).map { _ in
            DocumentAnalyzer(resources: resources, wantsSource: false, process: options.process)
        }
        var start = 0
        // One batch is written while the next is read; what is known of it is looked up before, so that neither waits.
        var writing: Writing?
        var known = try fingerprints(of: items.prefix(options.batchSize))
        // Where something is new, places are looked up.
        if items.prefix(options.batchSize).contains(where: { known[$0.uri] == nil }) { resources.prepare() }
        while start < items.count {
            if stopped.load(ordering: .relaxed) {
                summary.wasStopped = true
                summary.skipped += items.count - start
                break
            }
            let end = min(items.count, start + options.batchSize)
            let outcomes = analyze(items[start..<end], &analyzers, known)
            if let writing { try finish(writing, options, time, &summary) }
            let read = try sort(outcomes, known, options, time, &summary)
            known = try fingerprints(of: items[end..<min(items.count, end + options.batchSize)])
            writing = options.dryRun ? nil : Writing(read, store, resources.version, time)
            start = end
            progress(start, summary)
        }
        if let writing { try finish(writing, options, time, &summary) }
        // What was read is written, and what reading remembers of words is of no use to what follows.
        (writing, known) = (nil, [:])
        analyzers = []
        if options.prune, !summary.wasStopped {
            let present = Set(listing.items.map(\.uri))
            for document in try store.documents() where !present.contains(document.uri) {
                if !options.dryRun { _ = try store.remove(document.uri) }
                summary.removed += 1
            }
        }
        if !options.dryRun, try !store.isResolved() { try follow(time: time) }
        return summary
    }

    /// Makes the tables of places and names while the first pages are read: every run needs them, and they take a moment.
    private func warmUp() {
        let languages = resources.languages
        DispatchQueue.global().async { _ = languages.gazetteer }
        if languages.files.isEmbedded { DispatchQueue.global().async { _ = NameResources.of(languages.files) } }
    }

    /// Computes the graph anew from what the documents say and what persons decided.
    public func resolve(time: String) throws {
        try resolution.run(time: time)
    }

    /// Brings the graph up to date with what changed since the last resolution: the same graph, with as little work as
    /// that takes.
    public func follow(time: String) throws {
        let resolution = resolution
        do {
            try store.updateGraph { update in
                let limit = max(Self.followed, try update.documentCount() / Self.followedShare)
                guard let changes = try update.changes(keysVersion: resolution.keysVersion, limit: limit) else {
                    throw GraphRevision.TooFar()
                }
                try GraphRevision(resolution.languages, update, time: time).run(changes)
            }
        } catch is GraphRevision.TooFar {
            try resolution.run(time: time)
        }
    }

    /// So many changed documents, or such a share of all, are followed one by one.
    private static let followed = 8
    private static let followedShare = 100

    private var resolution: GraphResolution {
        GraphResolution(
            languages: resources.languages, store: store, keysVersion: "\(Resolver.version).\(resources.version)")
    }

    private func fingerprints(of items: ArraySlice<Inputs.Item>) throws -> [String: Fingerprint] {
        var known: [String: Fingerprint] = [:]
        for item in items { known[item.uri] = try store.fingerprint(item.uri) }
        return known
    }

    private func analyze(
        _ items: ArraySlice<Inputs.Item>, _ analyzers: inout [DocumentAnalyzer], _ known: [String: Fingerprint]
    ) -> [Outcome] {
        Parallel.map(Array(items), states: &analyzers) { analyzer, item in
            switch Inputs.bytes(of: item) {
            case .failure(let error): return Outcome.failed(uri: item.uri, [error.problem])
            case .success(let bytes):
                if let old = known[item.uri], old.extractor == resources.version,
                    old.hash == ContentHash.sha256Hex(bytes)
                {
                    return .unchanged
                }
                let document = analyzer.read(bytes: bytes, uri: item.uri)
                if document.problems.contains(where: { $0.severity == .failure }) {
                    return .failed(uri: item.uri, document.problems)
                }
                return .read(ReadDocument(document: document, extraction: analyzer.extract(document)))
            }
        }
    }

    /// Counts what needs no writing; answers what does.
    private func sort(
        _ outcomes: [Outcome], _ known: [String: Fingerprint], _ options: Options, _ time: String,
        _ summary: inout Summary
    ) throws -> [ReadDocument] {
        var read: [ReadDocument] = []
        for outcome in outcomes {
            switch outcome {
            case .unchanged: summary.unchanged += 1
            case .failed(let uri, let problems):
                try fail(uri, problems, options, time, &summary)
                summary.isUnreadable = true
            case .read(let document):
                let problems = document.document.problems + document.extraction.problems
                if problems.contains(where: { $0.severity > .note }) { summary.withProblems += 1 }
                if options.dryRun {
                    if known[document.document.uri] == nil { summary.added += 1 } else { summary.updated += 1 }
                }
                read.append(document)
            }
        }
        return read
    }

    /// A batch on its way into the database.
    private final class Writing: Sendable {
        let documents: [ReadDocument]
        private let done = DispatchSemaphore(value: 0)
        private let result = Mutex<Result<[Result<SaveOutcome, StoreError>], any Error>?>(nil)

        init(_ documents: [ReadDocument], _ store: Store, _ version: String, _ time: String) {
            self.documents = documents
            DispatchQueue.global().async {
                let saved = Result {
                    try store.save(batch: documents, extractorVersion: version, time: time)
                }
                self.result.withLock { $0 = saved }
                self.done.signal()
            }
        }

        func wait() throws -> [Result<SaveOutcome, StoreError>] {
            done.wait()
            return try result.withLock { try $0?.get() ?? [] }
        }
    }

    private func finish(_ writing: Writing, _ options: Options, _ time: String, _ summary: inout Summary) throws {
        for (document, result) in zip(writing.documents, try writing.wait()) {
            switch result {
            case .success(let outcome):
                summary.rowsWritten += outcome.rowsWritten
                switch outcome.change {
                case .added: summary.added += 1
                case .updated: summary.updated += 1
                case .unchanged: summary.unchanged += 1
                }
            case .failure(let error):
                let problem = Problem(code: error.code, severity: .failure, message: error.description)
                try fail(document.document.uri, [problem], options, time, &summary)
            }
        }
    }

    private func fail(
        _ uri: String, _ problems: [Problem], _ options: Options, _ time: String, _ summary: inout Summary
    ) throws {
        summary.failed += 1
        if let first = problems.first(where: { $0.severity == .failure }) ?? problems.first {
            summary.failures.append((uri, first.code, first.message))
        }
        if !options.dryRun { summary.rowsWritten += try store.recordFailure(uri: uri, problems: problems, time: time) }
    }
}
