package io.vedette.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UrlIdentityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://example.com/a | https://example.com/a",
                "http://example.com/a | https://example.com/a",
                "https://www.example.com/a/ | https://example.com/a",
                "https://m.example.com/a | https://example.com/a",
                "https://www.m.example.com/a | https://example.com/a",
                "https://amp.example.com/a | https://example.com/a",
                "https://example.com/a/amp | https://example.com/a",
                "https://example.com/a/amp/ | https://example.com/a",
                "https://example.com/amp/2026/a | https://example.com/2026/a",
                "https://example.com/a.amp | https://example.com/a",
                "https://example.com/a.amp.html | https://example.com/a.html",
                "https://example.com/a?amp=1&id=7 | https://example.com/a?id=7",
                "https://example.com/a?outputType=amp | https://example.com/a",
                "https://example.com/a/index.html | https://example.com/a",
                "https://example.com/index.php | https://example.com/",
                "https://www.example.com/ | https://example.com/",
                "https://example.com/a#!/7 | https://example.com/a#!/7",
                "http://[2001:db8::1]/a | https://[2001:db8::1]/a",
                "http://example.com:8080/a | https://example.com:8080/a"
            })
    void theAddressesOfOneArticleAreOne(String given, String expected) {
        assertThat(UrlIdentity.of(given)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://m.me/a, https://mobile.me/a",
        "https://m.co.uk/a, https://amp.co.uk/a",
        "https://example.com/a, https://example.com/b",
        "https://example.com/camp, https://example.com/c",
        "https://example.com/amp, https://example.com/map",
        "https://example.com/a?id=1, https://example.com/a?id=2",
        "https://news.example.com/a, https://example.com/a",
        "https://example.com/a?example=amp, https://example.com/a"
    })
    void theAddressesOfTwoArticlesStayTwo(String one, String another) {
        assertThat(UrlIdentity.of(one)).isNotEqualTo(UrlIdentity.of(another));
    }

    @Test
    void outletsOfThreeLettersLoseTheirWwwLikeOthers() {
        assertThat(UrlIdentity.of("https://www.zdf.de/a")).isEqualTo("https://zdf.de/a");
        assertThat(UrlIdentity.of("https://www.gov.uk/a")).isEqualTo("https://www.gov.uk/a");
    }

    @Property(tries = 1_000)
    void anIdentityIsItsOwn(@ForAll("addresses") String address) {
        String canonical = CanonicalUrl.of(address).orElseThrow();
        assertThat(CanonicalUrl.of(canonical)).contains(canonical);
        String identity = UrlIdentity.of(canonical);
        assertThat(UrlIdentity.of(identity)).isEqualTo(identity);
    }

    @Property(tries = 500)
    void neverFails(@ForAll String anything) {
        assertThat(UrlIdentity.of(anything)).isNotNull();
        CanonicalUrl.of("https://example.com/" + anything)
                .ifPresent(
                        url -> assertThat(UrlIdentity.of(UrlIdentity.of(url))).isEqualTo(UrlIdentity.of(url)));
    }

    /** Made of the parts that matter, many times over. */
    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> hosts = Arbitraries.of("www.", "m.", "amp.", "mobile.", "www2.", "news.", "")
                .list()
                .ofMaxSize(3)
                .map(labels -> String.join("", labels) + "example.co.uk");
        Arbitrary<String> paths = Arbitraries.of(
                        "/amp", "/", "/a", ".amp", ".html", "/index.html", ";jsessionid=1", "/..")
                .list()
                .ofMaxSize(6)
                .map(parts -> "/" + String.join("", parts));
        Arbitrary<String> queries = Arbitraries.of(
                        "amp=1", "id=7", "utm_x=1", "ref=rss", "&", "amp", "sid=1", "_amp=true")
                .list()
                .ofMaxSize(4)
                .map(parts -> parts.isEmpty() ? "" : "?" + String.join("&", parts));
        Arbitrary<String> ends = Arbitraries.of("", "#top", "#!/a/amp", "#!");
        return Arbitraries.of("http://", "https://", "https://www.google.com/amp/s/", "https://cdn.ampproject.org/c/")
                .flatMap(start -> hosts.flatMap(host -> paths.flatMap(
                        path -> queries.flatMap(query -> ends.map(end -> start + host + path + query + end)))));
    }
}
