internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// "Our school leads the project": the noun stands for the body whose page it is.
extension FactReader {
    /// Gives each such noun the page's own body for its mention; one whose body the page does not name names nobody.
    mutating func readOwnNouns() {
        for view in views {
            for (k, name) in view.names.enumerated() where name.isOwn {
                let body = name.tokens.lazy.compactMap { i in
                    view.reading.first(.orgHead, at: i).map { view.reading.tokens.folded($0.end - 1) }
                }.first
                guard let body, let owner = ownBody(with: body) ?? firstLineBody(with: body) ?? knownBody(with: body)
                else { continue }
                nameMentions[view.index][k] = owner
            }
        }
    }
}
