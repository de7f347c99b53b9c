internal import Synchronization

/// Signatures of names for resolutions that follow one another: bringing a graph up to date resolves what is around a page
/// several times, with mostly the same names.
///
/// Builders still number what they are asked for in the order in which it comes, so that nothing depends on what was
/// asked before; only the reading of the names is spared.
public final class SignatureMemory: Sendable {
    private let last = Mutex<SignatureBuilder?>(nil)

    public init() {}

    /// A builder without signatures, which knows how those of the one kept were made.
    func builder(_ resources: NameResources) -> SignatureBuilder {
        last.withLock { $0 }?.emptied() ?? SignatureBuilder(resources: resources)
    }

    /// Keeps what a builder knows, unless more is known already.
    func keep(_ builder: SignatureBuilder) {
        last.withLock { if builder.read > $0?.read ?? 0 { $0 = builder } }
    }
}
