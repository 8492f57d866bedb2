package io.vedette.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalUrlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP://News.Example.COM | http://news.example.com/",
                "https://example.com:443/a | https://example.com/a",
                "http://example.com:8080/a | http://example.com:8080/a",
                "http://example.com./a | http://example.com/a",
                "https://user:secret@example.com/a | https://example.com/a",
                "https://example.com/a#top | https://example.com/a",
                "https://example.com/a?utm_source=x&id=7&fbclid=abc | https://example.com/a?id=7",
                "https://example.com/a?UTM_Campaign=x | https://example.com/a",
                "https://example.com/a?b=2&a=1& | https://example.com/a?b=2&a=1",
                "https://example.com?id=7 | https://example.com/?id=7",
                "https://example.com/a/./b/../c/ | https://example.com/a/c/",
                "https://example.com/../../a/.. | https://example.com/",
                "https://example.com/%7ejoe/%e4%b8%ad | https://example.com/~joe/%E4%B8%AD",
                "https://example.com/中 文 | https://example.com/%E4%B8%AD%20%E6%96%87",
                "https://example.com/100%/%zz | https://example.com/100%25/%25zz",
                "https://bücher.example/a | https://xn--bcher-kva.example/a",
                "http://[2001:DB8::1]:80/a | http://[2001:db8::1]/a",
                "https://example.com/A/B?Q=C | https://example.com/A/B?Q=C"
            })
    void writesOneSpelling(String given, String expected) {
        assertThat(CanonicalUrl.of(given)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/a",
                "/a",
                "javascript:alert(1)",
                "ftp://example.com/",
                "https://",
                "http://?q",
                "https://exa mple.com/"
            })
    void takesNothingButAddressesOfTheWeb(String given) {
        assertThat(CanonicalUrl.of(given)).isEmpty();
    }

    @Property(tries = 500)
    void canonicalFormIsItsOwn(@ForAll @StringLength(max = 60) String anything) {
        CanonicalUrl.of("https://example.com/" + anything)
                .ifPresent(url -> assertThat(CanonicalUrl.of(url)).contains(url));
    }

    @Property(tries = 500)
    void neverFails(@ForAll @StringLength(max = 60) String anything) {
        CanonicalUrl.of("http://" + anything)
                .ifPresent(url -> assertThat(CanonicalUrl.of(url)).contains(url));
    }
}
