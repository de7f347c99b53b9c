import Testing

/// Text wrapped to a width: its line breaks part nothing.
@Suite struct WrappedLineTests {
    @Test func aNameGoesOnBehindTheBreakOfAWrappedLine() {
        let facts = Analysis.facts(
            """
            Project acronym: QUIETRIVER

            The project wants to bring people back to the banks of a river that
            most of them only know from bridges and from very old paintings; it
            is led by the University of Limerick together with the City Council
            of Cork and looks after walks, signs and the many small boats which
            nobody has mended for years and for which nobody wants to pay a lot.
            """, "en")
        #expect(facts.partners.contains { $0.hasPrefix("lead University of Limerick") })
        #expect(facts.partners.contains { $0.hasPrefix("partner City Council of Cork") })
    }

    @Test func theLinesOfAListStayApart() {
        let facts = Analysis.facts(
            """
            Project acronym: QUIETRIVER

            Partners
            University of Limerick, Department of Water and Rivers
            Cork City Council, Office for Parks and Green Spaces
            University of Galway, School of Arts and Humanities
            """, "en")
        #expect(facts.partners.count == 3)
    }
}
