package io.vedette.ingest.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateInTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Published on 5 May 2024 | 2024-05-05T00:00:00Z",
                "en | May 5th, 2024 at 3:07 p.m. by Ada Writer | 2024-05-05T15:07:00Z",
                "en | Last updated 2024-05-05 17:20 | 2024-05-05T17:20:00Z",
                "de | Stand: 5. März 2024, 10:30 Uhr | 2024-03-05T10:30:00Z",
                "fr | Publié le 1er août 2024 à 10h30 | 2024-08-01T10:30:00Z",
                "es | 5 de mayo de 2024 | 2024-05-05T00:00:00Z",
                "pt | 5 de março de 2024 | 2024-03-05T00:00:00Z",
                "uk | П'ятниця, 3 травня 2024, 10:30 | 2024-05-03T10:30:00Z",
                "ru | 3 мая 2024 г., 09:05 | 2024-05-03T00:00:00Z",
                "pl | 3 maja 2024 | 2024-05-03T00:00:00Z",
                "tr | 3 Mayıs 2024 | 2024-05-03T00:00:00Z",
                "zh | 2024年5月3日 10:30 | 2024-05-03T10:30:00Z",
                "cs | 3. 5. 2024 | 2024-05-03T00:00:00Z",
                "'' | 3 mai 2024 | 2024-05-03T00:00:00Z",
            })
    void findsTheDay(String language, String line, Instant day) {
        assertThat(DateInText.find(line, language)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5/6/2024", "31 February 2024", "3 items 2024", "30 days ago", "1 May 1024", ""})
    void findsNoDayWhereNoneIsNamedForCertain(String line) {
        assertThat(DateInText.find(line, "en")).isEmpty();
    }

    @Test
    void findsTheDayOfAnAddress() {
        Instant day = Instant.parse("2024-05-03T00:00:00Z");

        assertThat(DateInText.inAddress("https://news.example/2024/05/03/ferry"))
                .contains(day);
        assertThat(DateInText.inAddress("https://news.example/world/20240503/ferry"))
                .contains(day);
        assertThat(DateInText.inAddress("https://news.example/2024-05-03-ferry.html"))
                .contains(day);
        assertThat(DateInText.inAddress("https://news.example/2024/05/ferry")).isEmpty();
        assertThat(DateInText.inAddress("https://news.example/20240599/ferry")).isEmpty();
        assertThat(DateInText.inAddress("https://news.example/20245/3")).isEmpty();
    }
}
