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
                "https://example.com/A/B?Q=C | https://example.com/A/B?Q=C",
                "https://example.com/a#!/story/7 | https://example.com/a#!/story/7",
                "https://example.com/a?ref=rss&page=2&source=newsroom | https://example.com/a?page=2&source=newsroom",
                "https://example.com/a?traffic_source=rss&maca=en-rss&ocid=x&xtor=RSS-1 | https://example.com/a",
                "https://example.com/a;jsessionid=1F2E3D.node1?id=7 | https://example.com/a?id=7",
                "https://example.com/a?PHPSESSID=1f2e&sid=7 | https://example.com/a?sid=7",
                "https://example.com/a?sid=0123456789abcdef0123456789abcdef | https://example.com/a",
                "https://example.com/(S(abcdefghijklmnopqrstuvwx))/a.aspx | https://example.com/a.aspx",
                "https://www.google.com/amp/s/amp.example.com/a?usqp=mq331 | https://amp.example.com/a",
                "https://www.google.co.uk/amp/example.com/a | http://example.com/a",
                "https://amp-example-com.cdn.ampproject.org/v/s/amp.example.com/a?amp_js_v=0.1 | https://amp.example.com/a",
                "https://cdn.ampproject.org/c/example.com/a | http://example.com/a",
                "https://www.google.com/url?rct=j&sa=t&url=https://example.com/a%3Fid%3D7&ct=ga | https://example.com/a?id=7",
                "https://www.google.com/url?q=https%3A%2F%2Fexample.com%2Fa&sa=U | https://example.com/a",
                "https://www.google.com/amp/s/www.google.com/amp/s/example.com/a | https://example.com/a",
                "https://www.google.com/amphitheatre/a | https://www.google.com/amphitheatre/a"
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
