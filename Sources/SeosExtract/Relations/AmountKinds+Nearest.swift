internal import SeosLanguages
internal import SeosModel
internal import SeosText

/// The label that is nearest to an amount, and what may stand between the two.
extension AmountKinds {
    /// Whether the words right behind an amount go on in its clause: no comma, no word for "and".
    func isJoined(_ start: Int, _ count: Int, _ view: BlockView) -> Bool {
        !(start..<(start + count)).contains {
            view.reading.first(.and, at: $0) != nil || ",;.".utf8.contains(view.reading.ascii($0))
        }
    }

    /// No project costs a few euros or milliards; such figures stand beside its words by chance, unless a label says so.
    func isPlausible(_ value: ValueReader.Found, isLabelled: Bool) -> Bool {
        guard case .money(let money) = value.mention.value else { return false }
        let amount = money.amount.double
        return amount > 0 && (isLabelled || amount >= 100 && amount < 5e9)
    }

    func hasPartBehind(_ end: Int, _ place: Place, _ view: BlockView) -> Bool {
        let r = view.reading
        guard
            let part = (end..<min(end + 4, place.sentence.upperBound)).lazy.compactMap({ r.first(.ofWhich, at: $0) })
                .first
        else { return false }
        // "€4,980,250 of that comes from the Union": the words look back.
        return !(part.end..<min(part.end + 3, place.sentence.upperBound)).contains { i in
            r.at(i).contains {
                $0.meaning == .amountEU
                    || $0.meaning == .nameOrganization && Self.unionKeys.contains(r.entry($0).key)
            }
        }
    }

    static func kind(_ meaning: Meaning) -> Claim.AmountKind {
        switch meaning {
        case .amountTotal: return .total
        case .amountEU: return .eu
        case .amountNational: return .national
        case .amountOwn: return .own
        case .amountShare: return .partnerShare
        case .amountShareEU: return .partnerEU
        default: return .other
        }
    }

    /// The amount word nearest to the value; the longest at a place. Funds named beside an amount say it is theirs.
    func nearest(in tokens: Range<Int>, _ view: BlockView, fromEnd: Bool) -> Cue? {
        guard !tokens.isEmpty else { return nil }
        var best: (meaning: Meaning, distance: Int, length: Int, end: Int)?
        for i in tokens {
            for match in view.reading.at(i) where match.end <= tokens.upperBound {
                let meaning: Meaning
                switch view.reading.meaning(match) {
                case let m where m.isAmountLabel: meaning = m
                case .price: meaning = .amountNone
                case .share where fromEnd || match.start - tokens.lowerBound <= 3: meaning = .amountShare
                case .shareEU where fromEnd: meaning = .amountShareEU
                case .nameOrganization where view.reading.tokens[match.start].isCapitalized:
                    guard
                        Self.fundKeys.contains(view.reading.entry(match).key)
                            || !fromEnd && view.reading.entry(match).key == "eu"
                    else { continue }
                    meaning = .amountEU
                default: continue
                }
                let distance = fromEnd ? tokens.upperBound - match.end : match.start - tokens.lowerBound
                // A word inside a longer one says less ("toetus" in "kogutoetus").
                if let known = best,
                    distance > known.distance || (distance == known.distance && match.length <= known.length)
                {
                    continue
                }
                if let known = best, fromEnd, distance < known.distance, known.length > match.length,
                    known.distance - distance < known.length, view.reading.ascii(known.end) != UInt8(ascii: ":")
                {
                    continue
                }
                best = (meaning, distance, match.length, match.end)
            }
        }
        return best.map { best in
            let isVerb = view.reading.at(best.end - best.length).contains {
                $0.meaning == .share && $0.end == best.end
            }
            return (best.meaning, best.distance, best.end - best.length, best.end, isVerb)
        }
    }
}
