import SeosLanguages
import Testing

/// Whose an address is, as far as its domain tells.
@Suite struct WebDomainsTests {
    private let domains = Languages.embedded.webDomains

    @Test(arguments: [
        ("info@tartu.ee", "tartu.ee"), ("www.tartu.ee", "tartu.ee"),
        ("https://www.Tartu.EE/et/kontakt?x=1", "tartu.ee"),
        ("http://dept.exempla.ac.uk:8080/", "exempla.ac.uk"), ("biuro@exempla.gov.pl", "exempla.gov.pl"),
        ("post@krasto.kommune.no", "krasto.kommune.no"), ("a.b@mail.exempla-krasto.si", "exempla-krasto.si"),
    ]) func theDomainIsWhatWasGivenAway(address: String, domain: String) {
        #expect(domains.domain(of: address) == domain)
    }

    /// Everybody may have mail or a page there.
    @Test(arguments: [
        "exempla@gmail.com", "exempla@wp.pl", "https://www.facebook.com/exempla", "https://keep.eu/projects/1",
        "https://ec.europa.eu/regional_policy", "exempla.wordpress.com", "www.gov.pl", "kommune.no",
    ]) func whatManyShareSaysNothing(address: String) {
        #expect(domains.domain(of: address) == nil)
    }

    @Test(arguments: [
        "", "@", "tartu", "https://", "192.168.0.1", "http://10.0.0.1:80/x", "a..ee", ".ee", "info@", "x y.ee",
        String(repeating: "a.", count: 10_000) + "ee",
    ]) func whatIsNoAddressHasNone(address: String) {
        #expect(domains.domain(of: address) == nil)
    }
}
