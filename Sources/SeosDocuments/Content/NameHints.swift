/// What the words in `class`, `id` and `role` values say of an element.
struct NameHints: OptionSet, Sendable {
    let rawValue: UInt16

    static let notice = NameHints(rawValue: 1)
    static let navigation = NameHints(rawValue: 2)
    /// Sharing, printing, advertising, forms.
    static let furniture = NameHints(rawValue: 4)
    static let related = NameHints(rawValue: 8)
    static let footer = NameHints(rawValue: 16)
    static let comments = NameHints(rawValue: 32)
    /// Names that hold real text often enough: believed only where the text looks the part.
    static let weak = NameHints(rawValue: 64)
    /// The body of an article.
    static let body = NameHints(rawValue: 128)
    /// Panels that a click opens: content even when they are hidden.
    static let fold = NameHints(rawValue: 256)
    /// Boxes about the author and small print, which may be long.
    static let box = NameHints(rawValue: 512)
    /// Classes with which style sheets keep an element from being shown.
    static let hidden = NameHints(rawValue: 1024)
    /// What announces another page, or is the lead of this one.
    static let teaser = NameHints(rawValue: 2048)
    /// Frames of page builders, in which "widget" means any element.
    static let builder = NameHints(rawValue: 4096)
    /// Frames of pictures, with what stands below them.
    static let picture = NameHints(rawValue: 8192)
    /// What stands below a picture, which may be long.
    static let caption = NameHints(rawValue: 16384)

    /// The hints of a list of names; a name counts as a whole and by its parts ("entry-content", "entry", "content").
    static func of(_ value: ArraySlice<UInt8>) -> NameHints {
        var hints: NameHints = []
        var whole: UInt64 = seed
        var part: UInt64 = seed
        // The part before and this one, as in "author-bio" of "author-bio-content".
        var pair: UInt64 = seed
        var previous: UInt8 = 0
        func end(_ hash: UInt64, isWhole: Bool = false) {
            guard hash != seed, let found = words[hash] else { return }
            // "field--label-hidden" hides no field.
            hints.formUnion(isWhole ? found : found.subtracting(.hidden))
        }
        func endPart() {
            end(part)
            end(pair)
            if part != seed { pair = (part ^ 0x2D) &* prime }
            part = seed
        }
        for b in value.prefix(400) {
            let lower = b >= 0x41 && b <= 0x5A ? b | 0x20 : b
            if b <= 0x20 {
                end(whole, isWhole: true)
                endPart()
                (whole, part, pair) = (seed, seed, seed)
            } else if b == 0x2D || b == 0x5F || b == 0x3A {
                if previous != b { endPart() }
                whole = (whole ^ 0x2D) &* prime
            } else {
                // A capital after a small letter begins a part: "relatedPosts"; numbers count for nothing.
                if b != lower, previous >= 0x61 && previous <= 0x7A { endPart() }
                if b < 0x30 || b > 0x39 {
                    part = (part ^ UInt64(lower)) &* prime
                    if pair != seed { pair = (pair ^ UInt64(lower)) &* prime }
                }
                whole = (whole ^ UInt64(lower)) &* prime
            }
            previous = b
        }
        end(whole, isWhole: true)
        endPart()
        return hints
    }

    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    private static let words: [UInt64: NameHints] = {
        var words: [UInt64: NameHints] = [:]
        for (hints, list) in table {
            for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                var hash = seed
                for b in word.utf8 { hash = (hash ^ UInt64(b)) &* prime }
                words[hash, default: []].formUnion(hints)
            }
        }
        return words
    }()

    private static let table: [(NameHints, String)] = [
        (
            .notice,
            """
            cookie cookies cookiebar cookieconsent cookienotice cookiebanner cookiebot gdpr dsgvo consent onetrust borlabs
            usercentrics ccm cmplz didomi
            """
        ),
        (
            .navigation,
            """
            nav navbar navi navigation mainnav topnav subnav menu menubar submenu mainmenu megamenu breadcrumb breadcrumbs
            crumb crumbs pager pagination paging paginator pagenav postnav skip skiplink skiplinks topbar langswitch
            post-navigation nav-links wp-pagenavi sitemap
            """
        ),
        ([.navigation, .weak], "language languages lang toolbar tabs toc menus"),
        (
            .furniture,
            """
            share sharing shares sharebar sharedaddy sharethis addthis addtoany social socials socialmedia shariff
            newsletter subscribe subscription signup login register searchform search-form searchbox disqus adsense adsbygoogle
            advert advertisement advertising adslot outbrain taboola paywall lightbox popup postmeta post-meta entry-meta
            tagcloud taglist tags-list tag-links cat-links post-tags entry-tags
            photographer slidecount
            edit-link screen-reader-text sr-only visually-hidden visuallyhidden post-footer entry-footer
            """
        ),
        (
            [.furniture, .box],
            """
            author-box authorbox author-bio authorbio author-description author-info authorinfo author-card author-profile
            author-about about-author abouttheauthor author-details author-tooltip author-block disclaimer disclosure
            short-bio full-bio contrib-bio contributor-bio writer-bio reporter-bio staff-bio user-bio
            """
        ),
        (
            .caption,
            """
            caption captions figcaption wp-caption-text photo-credit image-credit imagecaption imagedescription
            image-description photo-description
            """
        ),
        (.hidden, "d-none hide hidden is-hidden u-hidden js-hidden display-none"),
        (
            [.furniture, .weak],
            """
            print printer search ad ads banner promo promotion sponsor sponsored modal tooltip byline author authors bio tags
            meta metadata follow rating ratings vote feedback facebook twitter whatsapp category categories dateline
            donate donation webform buttons btn credits credit toolbox tools keyword keywords topics subvert cta
            """
        ),
        (
            .related,
            """
            related relatedposts related-posts related-articles relatedarticles recommended recommendation recommendations
            similar trending mostread most-read mostpopular popular-posts recent-posts recentposts latest-news jp-relatedposts
            yarpp recirc recirculation read-next more-news more-stories also-read relatedlinks related-links
            interesting-articles prevnext newsprevnext related-teaser read-also further-reading relatedpoststitle
            relatednews relatedcontent relatedstories relateditems relatedtopics relacionadas relacionados correlati
            gerelateerd relaterade relaterede relatert powiazane podobne souvisejici suvisiace kapcsolodo
            """
        ),
        (
            [.related, .weak],
            """
            sidebar widget widgets aside popular latest recent carousel slider more readmore
            read-more next prev previous archive archives marginal rail
            """
        ),
        ([.related, .weak, .teaser], "teaser teasers"),
        (.picture, "image img photo picture thumbnail imgtop"),
        (.builder, "elementor wpb divi brizy"),
        (
            .footer,
            """
            footer foot colophon copyright imprint site-footer page-footer bottombar rodape fusszeile fussbereich stopka
            pied-de-page pieddepage pie-de-pagina pie-pagina piepagina piedipagina paticka zapati lablec sidfot
            sidefod alatunniste jalus kajene porasteinis
            """
        ),
        (
            .comments,
            """
            comments commentlist comment-list comments-area comment-body comment-content respond comment-respond
            commentform reply replies discussion kommentar kommentare kommentarer comentario comentarios commentaire
            commentaires komentarz komentarze komentari komentare commenti reacties kommentit
            """
        ),
        (
            .body,
            """
            articlebody article-body article-content articlecontent entry-content entrycontent post-content postcontent
            post-body postbody story-body storybody article-text articletext post-text body-content blog-content
            field-name-body field--name-body node-content single-content page-content td-post-content main-content
            maincontent content-body news-text newstext story-content storycontent article__body article__content
            text-formatted c-article-body
            """
        ),
        (
            .fold,
            """
            accordion accordeon collapse collapsible collapsed panel tab tabpanel tab-pane fold foldable toggle expand expander
            expandable faq answer details togglebox akkordeon embed tweet spoiler
            """
        ),
    ]
}
