package io.vedette.ingest.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BylinesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "<meta name=author content='By Ada Writer'>                                        | Ada Writer",
                "<meta property=author content='Ada Writer'><meta property=article:author content='https://social.example/ada'> | Ada Writer",
                "<span itemprop=author><b itemprop=name>Ada Writer</b>, editor</span>              | Ada Writer",
                "<div class=article__author>By  Ada Writer </div>                                  | Ada Writer",
                "<div class=FeatureByline>By <b>Ada Writer</b><br>March 25, 2015</div>             | Ada Writer",
                "<p class='byline author'>Written by Ada Writer<br>Edited by Bo Editor</p>         | Ada Writer",
                "<p class=byline>Par Ada Writer, le 3 mai</p>                                      | Ada Writer, le 3 mai",
                "<cite class='byline vcard'>By <span class=fn>Ada Writer</span> <abbr>March 11, 2015 3:46 PM</abbr></cite> | Ada Writer",
                "<p class=byline>By Ada Writer and Bo O'Poet · Updated 3:20 pm</p>                 | Ada Writer; Bo O'Poet",
                "<p class=byline>Ada Writer, Reuters</p>                                           | Ada Writer, Reuters",
                "<a class=author href=/follow>Follow this author</a>                               | ''",
                "<p class=byline>18:30 01.02.2026</p>                                              | ''",
                "<p class=authority>The Port Authority</p>                                         | ''",
            })
    void findsWhoWroteIt(String html, String names) {
        List<String> expected = names.isEmpty() ? List.of() : List.of(names.split("; "));

        assertThat(Bylines.in(Landmarks.of(Jsoup.parse(html))).names()).isEqualTo(expected);
    }
}
