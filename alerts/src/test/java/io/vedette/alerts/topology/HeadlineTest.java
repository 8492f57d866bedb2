package io.vedette.alerts.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schemas.Alert;
import io.vedette.schemas.MatchedClause;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {

    @BeforeAll
    static void trustOurRecords() {
        io.vedette.schemas.TrustedRecords.trust();
    }

    @ParameterizedTest
    @CsvSource({
        "ASSERTED, City taken",
        "DENIED, denied: City taken",
        "POSSIBLE, possible: City taken",
        "POSSIBLE DENIED, denied: City taken",
        "DENIED ASSERTED, City taken",
    })
    void saysHowTheClaimsAreThatMatched(String modalities, String headline) {
        assertThat(Headline.of(alert("City taken", modalities.split(" ")))).isEqualTo(headline);
    }

    @Test
    void ofAnArticleWithoutATitleItIsTheSentenceThatMatched() {
        assertThat(Headline.of(alert(null, "ASSERTED"))).isEqualTo("They took it.");
    }

    @Test
    void aLongTitleIsCut() {
        assertThat(Headline.of(alert("x".repeat(500), "ASSERTED")))
                .hasSize(Headline.LIMIT)
                .endsWith("…");
    }

    private static Alert alert(String title, String... modalities) {
        return Alert.newBuilder()
                .setTitle(title)
                .setClauses(Stream.of(modalities)
                        .map(modality -> MatchedClause.newBuilder()
                                .setModality(modality)
                                .setSnippet("They took it.")
                                .build())
                        .toList())
                .build();
    }
}
