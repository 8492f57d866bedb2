package io.vedette.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ArticleDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2022-09-13T10:20:30Z | 2022-09-13T10:20:30Z",
                "2022-09-13T10:20:30.5+02:00 | 2022-09-13T08:20:30.5Z",
                "2022-09-13t10:20:30.123456789012z | 2022-09-13T10:20:30.123456789Z",
                "2022-09-13 10:20 | 2022-09-13T10:20:00Z",
                "2022-09-13T10:20:30+0530 | 2022-09-13T04:50:30Z",
                "2022-09-13 10:20:30 -04 | 2022-09-13T14:20:30Z",
                "2022-09-13 | 2022-09-13T00:00:00Z",
                "2022/9/3 | 2022-09-03T00:00:00Z",
                "13.9.2022 | 2022-09-13T00:00:00Z",
                "20220913 | 2022-09-13T00:00:00Z",
                "20220913T102030Z | 2022-09-13T10:20:30Z",
                "Tue, 13 Sep 2022 10:20:30 GMT | 2022-09-13T10:20:30Z",
                "Fri, 13 Sep 2022 10:20:30 +0200 | 2022-09-13T08:20:30Z",
                "13 Sep 22 10:20 EST | 2022-09-13T15:20:00Z",
                "13 Sep 99 1:20 PDT | 1999-09-13T08:20:00Z",
                "13 September 2022 | 2022-09-13T00:00:00Z",
                "September 13, 2022 | 2022-09-13T00:00:00Z",
                "Sept. 13th, 2022 at 4:05 p.m. EDT | 2022-09-13T20:05:00Z",
                "Sep 13, 2022, 12:05 AM | 2022-09-13T00:05:00Z",
                "26-FEB-1987 15:01:01.79 | 1987-02-26T15:01:01.790Z",
                "Tue Sep 13 10:20:30 2022 | 2022-09-13T10:20:30Z",
                "Tue Sep 13 10:20:30 EDT 2022 | 2022-09-13T14:20:30Z",
                "Tue Sep 13 2022 10:20:30 GMT+0200 (CEST) | 2022-09-13T08:20:30Z",
                "  Tue,  13 Sep   2022 23:59:60 Z | 2022-09-13T23:59:59Z",
                "mar., 13 sept. 2022 10:20:30 +0200 | 2022-09-13T08:20:30Z",
                "mardi 13 août 2022 10:20 | 2022-08-13T10:20:00Z",
                "Di, 13 Mär 2022 10:20:30 +0100 | 2022-03-13T09:20:30Z",
                "13. Dezember 2022 | 2022-12-13T00:00:00Z",
                "martes, 13 de enero de 2022 10:20 | 2022-01-13T10:20:00Z",
                "ter, 13 fev 2022 10:20:30 -0300 | 2022-02-13T13:20:30Z",
                "terça-feira, 13 de dezembro de 2022 | 2022-12-13T00:00:00Z",
                "Вт, 13 сен 2022 10:20:30 +0300 | 2022-09-13T07:20:30Z",
                "13 мая 2022 г. | 2022-05-13T00:00:00Z",
                "П'ятниця, 13 трав. 2022 10:20:30 +0300 | 2022-05-13T07:20:30Z",
                "13 листопада 2022 10:20 EET | 2022-11-13T08:20:00Z",
                "wt, 13 wrz 2022 10:20:30 +0200 | 2022-09-13T08:20:30Z",
                "13 marraskuuta 2022 | 2022-11-13T00:00:00Z",
                "1663064430 | 2022-09-13T10:20:30Z",
                "1663064430123 | 2022-09-13T10:20:30.123Z"
            })
    void readsWhatSourcesWrite(String given, Instant expected) {
        assertThat(ArticleDate.read(given)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "1/2/2024",
                "2022-02-30",
                "2022-13-01",
                "0001-01-01T00:00:00Z",
                "2022-09-13T25:00:00Z",
                "2022-09-13T10:20:30+99:00",
                "13 Foo 2022",
                "13 anf 2022",
                "2022-09-13 and some words",
                "12345",
                "am Montag, irgendwann",
                "13 Wochen 2022"
            })
    void leavesUnreadWhatNamesNoDay(String given) {
        assertThat(ArticleDate.read(given)).isEmpty();
    }
}
