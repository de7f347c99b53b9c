internal import SeosModel

/// What single blocks and lists tell by their links, dates and place on the page.
extension ContentMarker {
    /// Lists of nothing but links before and after the text are menus and teasers; between paragraphs they belong to it.
    mutating func markLinkLists() {
        guard let first = prose.firstIndex(where: { $0 >= 80 }), let last = prose.lastIndex(where: { $0 >= 80 }) else {
            return
        }
        var groups: [Int: (ink: Int, links: Int, count: Int)] = [:]
        for draft in drafts where draft.group > 0 {
            groups[draft.group, default: (0, 0, 0)].ink += draft.inkBytes
            groups[draft.group, default: (0, 0, 0)].links += draft.linkBytes
            groups[draft.group, default: (0, 0, 0)].count += 1
        }
        for i in drafts.indices where drafts[i].role == .content && !drafts[i].isFact {
            guard i < first || i > last else { continue }
            let group = drafts[i].group > 0 ? groups[drafts[i].group] : nil
            let (ink, links) = group.map { ($0.ink, $0.links) } ?? (drafts[i].inkBytes, drafts[i].linkBytes)
            // Behind the text a list of headlines may have words before its links.
            let most = i > last && drafts[i].group > 0 ? 5 : 8
            if links * 10 > ink * most, !(drafts[i].kind == .heading(level: 1)) {
                drafts[i].role = i < first ? .navigation : .related
            }
        }
    }

    /// Headlines of other pages: paragraphs that are one long link, and at the end of the page headings that are links
    /// with what stands below them.
    mutating func markTeasers() {
        for i in drafts.indices where drafts[i].role == .content && drafts[i].linkDensity > 0.75 {
            // A bold line that is all link is a headline, whatever it looks like.
            guard
                drafts[i].kind == .paragraph || drafts[i].kind == .heading(level: 6)
                    || (drafts[i].kind == .labelValue && drafts[i].cells.isEmpty)
            else { continue }
            let (words, isAddress) = drafts[i].bytes.withUnsafeBufferPointer { p in
                (TextShape.wordCount(p, 0..<p.count), Self.holdsAddress(p))
            }
            if words >= (drafts[i].linkDensity > 0.85 ? 5 : 7) && !isAddress { drafts[i].role = .related }
        }
        let content = drafts.indices.filter { drafts[$0].role == .content }
        let headings = content.filter { drafts[$0].isHeading }
        var start: Int?
        for heading in headings.reversed() {
            guard drafts[heading].linkDensity > 0.85 else { break }
            start = heading
        }
        let last = headings.filter { heading in start.map { heading >= $0 } ?? false }
        // Names of partners are short.
        let long = last.filter { i in
            drafts[i].bytes.withUnsafeBufferPointer { TextShape.wordCount($0, 0..<$0.count) >= 4 }
        }
        guard let start, last.count >= 3, long.count * 2 >= last.count else { return }
        let after = content.filter { $0 >= start }
        guard after.filter({ prose[$0] >= 300 }).count * 3 <= last.count else { return }
        // More text behind the first headline than before it: headlines stand between the paragraphs.
        let text = after.reduce(0) { $0 + prose[$1] }
        let isScattered = text > content.reduce(0) { $1 < start ? $0 + prose[$1] : $0 }
        for i in after where !isScattered || drafts[i].linkDensity > 0.5 { drafts[i].role = .related }
    }

    private static func holdsAddress(_ p: UnsafeBufferPointer<UInt8>) -> Bool {
        for i in 0..<max(0, p.count - 3) {
            if p[i] == 0x3A && p[i + 1] == 0x2F && p[i + 2] == 0x2F { return true }
            if p[i] == 0x77 && p[i + 1] == 0x77 && p[i + 2] == 0x77 && p[i + 3] == 0x2E { return true }
        }
        return p.contains(0x40)
    }

    /// Breadcrumbs, badges and dates above the title.
    mutating func markBeforeTitle() {
        guard let title = drafts.firstIndex(where: { $0.kind == .heading(level: 1) && $0.role == .content }),
            !drafts[..<title].indices.contains(where: { prose[$0] >= 80 })
        else { return }
        for i in drafts[..<title].indices where drafts[i].role == .content && !drafts[i].isFact && !drafts[i].isHeading
        {
            drafts[i].role = .navigation
        }
    }

    /// "18 November 2019" and "Published …, updated …" between the title and the text, and the title once more.
    mutating func markDateline() {
        let heading = drafts.firstIndex { $0.kind == .heading(level: 1) && $0.role == .content }
        if let heading {
            for i in drafts.indices
            where i > heading && drafts[i].role == .content && drafts[i].bytes == drafts[heading].bytes {
                drafts[i].role = .furniture
            }
        }
        let title = heading ?? -1
        var paragraphs = 0
        for i in drafts.indices where i > title && drafts[i].role == .content {
            if prose[i] >= 80 { paragraphs += 1 }
            // A lead may stand before the date.
            guard paragraphs < 3 else { return }
            if prose[i] >= 80 { continue }
            switch drafts[i].kind {
            case .paragraph: break
            case .labelValue where drafts[i].cells.isEmpty && !drafts[i].bytes.contains(0x09): break
            // A lead may be written as a heading.
            case .heading where drafts[i].inkBytes >= 60: continue
            // Dates below a heading or in a list belong to what it says.
            default: return
            }
            // "Start: 16.5.2017" beside "End: 31.1.2020" is what the page states, not when it was put up.
            if drafts[i].isFact, hasFactBeside(i) { continue }
            // "Projektbeginn" above "01.10.2022": a label without a value has it below.
            let follows = i > 0 && drafts[i - 1].label != nil && drafts[i - 1].value == nil
            let isDateline = drafts[i].bytes.withUnsafeBufferPointer(Self.isDateline)
            if drafts[i].isTime || isDateline, !follows, !isCard(i) {
                drafts[i].role = .furniture
            }
        }
    }

    /// "Start", "1 Oct 2024", "Finish", "31 March 2028": a line in a row of labels and values that stand as paragraphs; bylines
    /// are fewer.
    private func isCard(_ i: Int) -> Bool {
        var first = i
        while first > 0, i - first < Self.leastCards, isShort(first - 1) { first -= 1 }
        var last = i
        while last + 1 < drafts.count, last - i < Self.leastCards, isShort(last + 1) { last += 1 }
        return last - first + 1 >= Self.leastCards && i > first
    }

    private static let leastCards = 6

    private func isShort(_ i: Int) -> Bool {
        guard drafts[i].kind == .paragraph, drafts[i].role == .content || drafts[i].role == .furniture else {
            return false
        }
        return drafts[i].bytes.withUnsafeBufferPointer { p in
            TextShape.wordCount(p, 0..<p.count) <= 6 && !TextShape.endsSentence(p, 0..<p.count)
        }
    }

    private func hasFactBeside(_ i: Int) -> Bool {
        for k in [i - 1, i + 1] where drafts.indices.contains(k) {
            if drafts[k].role == .content && drafts[k].isFact { return true }
        }
        return false
    }

    /// Lists of nothing but headlines of other pages, wherever they stand. A line that ends in a colon keeps its list.
    mutating func markHeadlineLists() {
        var i = 0
        while i < drafts.count {
            guard isListed(i) else {
                i += 1
                continue
            }
            var end = i
            var headlines = 0
            while end < drafts.count, isListed(end), drafts[end].group == drafts[i].group {
                if isHeadline(drafts[end]) { headlines += 1 }
                end += 1
            }
            let isAnnounced = i > 0 && drafts[i - 1].role == .content && drafts[i - 1].bytes.last == 0x3A
            if headlines >= 2, headlines * 4 >= (end - i) * 3, !isAnnounced {
                for k in i..<end where drafts[k].role == .content { drafts[k].role = .related }
            }
            i = end
        }
    }

    /// A line of six words and more that are all link, to another page as it seems.
    func isHeadline(_ draft: BlockDraft) -> Bool {
        draft.linkDensity > 0.85
            && draft.bytes.withUnsafeBufferPointer {
                TextShape.wordCount($0, 0..<$0.count) >= 6 && !Self.holdsAddress($0)
            }
    }

    /// Items of lists, those that are headings among them.
    private func isListed(_ i: Int) -> Bool {
        drafts[i].group > 0 && (drafts[i].isListItem || drafts[i].isHeading && drafts[i].linkDensity > 0.85)
    }

    /// What stands below a heading that announces other pages, up to the next heading of its rank or the end of the
    /// element that holds it, once most of the text has been said.
    mutating func markSections() {
        let total = prose.reduce(0, +)
        for start in announcements where drafts[start].node >= 0 {
            guard let box = parent(of: Int(drafts[start].node)) else { continue }
            let level: Int
            switch drafts[start].kind {
            case .heading(let own): level = own
            case .paragraph, .labelValue: level = 6
            default: continue
            }
            guard prose[..<start].reduce(0, +) * 2 >= total else { continue }
            for i in (start + 1)..<max(start + 1, drafts.count) {
                guard Int(drafts[i].node) < Int(tree.nodes[box].end) else { break }
                if case .heading(let other) = drafts[i].kind, other <= level, drafts[i].linkDensity < 0.5 { break }
                if drafts[i].role == .content { drafts[i].role = .related }
            }
        }
    }

    /// On pages of prose the short lines between the title and the text are names of authors, sections, reading times.
    mutating func markBylines() {
        guard let title = drafts.firstIndex(where: { $0.kind == .heading(level: 1) && $0.role == .content }),
            let text = drafts.indices.first(where: { $0 > title && prose[$0] >= 80 }), text - title < 20,
            prose.reduce(0, +) >= 1500, facts <= 3, !holdFigures((title + 1)..<text)
        else { return }
        for i in (title + 1)..<text where drafts[i].role == .content && drafts[i].kind == .paragraph {
            let isScrap = drafts[i].bytes.withUnsafeBufferPointer { p in
                TextShape.wordCount(p, 0..<p.count) <= 6 && !TextShape.endsSentence(p, 0..<p.count)
            }
            if isScrap { drafts[i].role = .furniture }
        }
    }

    /// "€ 2,117,640.50", "total budget", "€ 1,799,994": boxes of figures, two at least, which no byline has.
    private func holdFigures(_ lines: Range<Int>) -> Bool {
        lines.filter { i in
            drafts[i].role == .content && !drafts[i].isTime
                && drafts[i].bytes.withUnsafeBufferPointer { p in
                    p.count(where: TextShape.isDigit) >= 5 && !Self.isDateline(p)
                }
        }.count >= 2
    }

    private var facts: Int { drafts.reduce(0) { $1.role == .content && $1.isFact ? $0 + 1 : $0 } }

    /// "Read more: Headline of another page" between paragraphs.
    mutating func markAsides() {
        let content = drafts.indices.filter { drafts[$0].role == .content }
        for (n, i) in content.enumerated() where drafts[i].linkDensity > 0.6 && n > 0 && n + 1 < content.count {
            guard prose[content[n - 1]] >= 80 || drafts[content[n - 1]].role != .content,
                prose[content[n + 1]] >= 80 || drafts[content[n + 1]].isHeading || drafts[i + 1].role == .related,
                drafts[i].cells.isEmpty
            else { continue }
            switch drafts[i].kind {
            case .paragraph, .labelValue, .heading(level: 6): break
            default: continue
            }
            let isHeadline = drafts[i].bytes.withUnsafeBufferPointer { p in
                TextShape.wordCount(p, 0..<p.count) >= 7 && !Self.holdsAddress(p) && drafts[i].group == 0
            }
            if isHeadline { drafts[i].role = .related }
        }
    }

    /// "Close", "Print": a word or two that are all link, on a line of their own within the text.
    mutating func markButtons() {
        guard let first = prose.firstIndex(where: { $0 >= 80 }) else { return }
        for i in drafts.indices where i > first && drafts[i].role == .content && drafts[i].linkDensity > 0.99 {
            guard drafts[i].kind == .paragraph, drafts[i].group == 0, drafts[i].label == nil else { continue }
            let isButton = drafts[i].bytes.withUnsafeBufferPointer { p in
                TextShape.wordCount(p, 0..<p.count) <= 2 && !Self.holdsAddress(p)
                    && !p.contains(where: TextShape.isDigit)
            }
            if isButton { drafts[i].role = .furniture }
        }
    }

    /// "You may also like:" goes with what it announces.
    mutating func markLeadIns() {
        guard let first = prose.firstIndex(where: { $0 >= 80 }) else { return }
        for i in drafts.indices.dropLast().reversed() where i > first && drafts[i].role == .content {
            let next = drafts[i + 1]
            guard next.role == .related || next.role == .notice, next.linkBytes > 0 || next.isHeading else { continue }
            guard prose[i] < 80, drafts[i].value == nil, drafts[i].cells.isEmpty else { continue }
            switch drafts[i].kind {
            case .heading(let level) where level > 1: drafts[i].role = .related
            case .paragraph, .labelValue:
                let announces = drafts[i].bytes.withUnsafeBufferPointer { p in
                    TextShape.wordCount(p, 0..<p.count) <= 10 && !TextShape.endsSentence(p, 0..<p.count)
                }
                if announces { drafts[i].role = .related }
            default: break
            }
        }
    }

    /// A time of day, or one year among few words; two years make a period.
    private static func isDateline(_ p: UnsafeBufferPointer<UInt8>) -> Bool {
        guard p.count <= 90, TextShape.wordCount(p, 0..<p.count) <= 14 else { return false }
        var years = 0
        var hasTime = false
        var i = 0
        while i < p.count {
            guard TextShape.isDigit(p[i]) else {
                i += 1
                continue
            }
            let start = i
            while i < p.count, TextShape.isDigit(p[i]) { i += 1 }
            if i - start == 4, p[start] == 0x31 || p[start] == 0x32 { years += 1 }
            if i - start <= 2, i + 2 < p.count, p[i] == 0x3A, TextShape.isDigit(p[i + 1]), TextShape.isDigit(p[i + 2]) {
                hasTime = true
            }
        }
        let isAmount =
            p.contains(0x25) || p.contains(0x24)
            || p.indices.dropLast(2).contains {
                p[$0] == 0xE2 && p[$0 + 1] == 0x82 && p[$0 + 2] == 0xAC
            }
        return !isAmount && (hasTime && years > 0 || years == 1 && TextShape.wordCount(p, 0..<p.count) <= 6)
    }

    /// On pages of prose with hardly a fact the short lines before the buttons at the end are credits and keywords.
    mutating func markCredits() {
        guard let last = prose.lastIndex(where: { $0 >= 80 }) else { return }
        guard facts <= 3, prose.reduce(0, +) >= 800 else { return }
        for i in drafts.indices.reversed() where i > last && drafts[i].role == .content {
            guard i + 1 == drafts.count || drafts[i + 1].role != .content else { return }
            switch drafts[i].kind {
            case .paragraph, .labelValue: break
            default: return
            }
            let isCredit = drafts[i].bytes.withUnsafeBufferPointer { p in
                if drafts[i].value != nil, let label = drafts[i].label {
                    return TextShape.wordCount(p, label) <= 2 && TextShape.wordCount(p, 0..<p.count) <= 12
                }
                return TextShape.wordCount(p, 0..<p.count) <= 10 && !TextShape.endsSentence(p, 0..<p.count)
                    && !p.contains(where: TextShape.isDigit)
            }
            guard isCredit else { return }
            drafts[i].role = .furniture
        }
    }

    /// For readers who want the text and nothing else: short lines outside it that state nothing, and lists of links.
    mutating func markScraps() {
        guard let first = prose.firstIndex(where: { $0 >= 80 }), let last = prose.lastIndex(where: { $0 >= 80 }) else {
            return
        }
        for i in drafts.indices where drafts[i].role == .content && !drafts[i].isFact {
            let isOutside = (i < first || i > last) && !drafts[i].isHeading && prose[i] < 80
            if isOutside || drafts[i].linkDensity > 0.5 { drafts[i].role = i < first ? .navigation : .related }
        }
    }

    /// Headings at the end that head nothing that is content.
    mutating func markEnds() {
        var i = drafts.count - 1
        while i >= 0 {
            if drafts[i].role == .content {
                guard drafts[i].isHeading, drafts[i].kind != .heading(level: 1) else { break }
                drafts[i].role = .related
            }
            i -= 1
        }
        // A heading whose whole section went goes with it.
        for i in drafts.indices.dropLast() where drafts[i].role == .content && drafts[i].isHeading {
            guard drafts[i].kind != .heading(level: 1) else { continue }
            // A lead may be written as a heading.
            let isLead = drafts[i].inkBytes >= 80 && i > 0 && drafts[i - 1].kind == .heading(level: 1)
            guard !isLead || drafts[i].linkBytes > 0 else { continue }
            let next = drafts[i + 1]
            if next.role == .related || next.role == .navigation || next.role == .notice { drafts[i].role = next.role }
        }
    }

    /// A page all of which was marked is read after all.
    mutating func keepSomething() {
        let kept = drafts.reduce(0) { $1.role == .content ? $0 + $1.inkBytes : $0 }
        guard kept == 0 else { return }
        for i in drafts.indices where drafts[i].role == .related || drafts[i].role == .furniture {
            drafts[i].role = .content
        }
    }
}
