package io.vedette.ingest.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeadlinesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "<title>A ferry leaves at dawn - Harbour News</title>                               ; A ferry leaves at dawn",
                "<title>Ferry - Harbour News</title>                                                ; Ferry - Harbour News",
                "<title>Ferry - Harbour News</title><h1>Ferry</h1>                                  ; Ferry",
                "<title>North-South ferry | off again</title><h1>North-South ferry | off again</h1> ; North-South ferry | off again",
                "<title>Ferry</title><meta property=og:title content='Ferry | Harbour'><meta property=og:site_name content=Harbour> ; Ferry",
                "<title>x</title><meta property=og:title content='Ferry - the last of them'>        ; Ferry - the last of them",
                "<meta property=og:site_name content='A ferry leaves'><title>A ferry leaves</title> ; A ferry leaves",
                "<h1>A ferry leaves</h1>                                                            ; A ferry leaves",
            })
    void isWithoutTheOutlet(String html, String title) {
        assertThat(new PageFacts(Jsoup.parse(html)).title())
                .extracting(Said::value)
                .isEqualTo(title);
    }

    @Test
    void isReadTwiceWhereItWasEscapedTwice() {
        String html = "<meta property=og:title content='&amp;#8216;Ferry&amp;#8217; leaves'>";

        assertThat(new PageFacts(Jsoup.parse(html)).title())
                .extracting(Said::value)
                .isEqualTo("‘Ferry’ leaves");
    }
}
