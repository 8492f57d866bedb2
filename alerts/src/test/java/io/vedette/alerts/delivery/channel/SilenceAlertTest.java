package io.vedette.alerts.delivery.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schemas.Alert;
import org.junit.jupiter.api.Test;

/** An alert that is about no article. */
class SilenceAlertTest {

    private static final Alert SILENCE = Alert.newBuilder()
            .setId("x")
            .setKind("SILENCE")
            .setWatchId("w")
            .setWatchTitle("Melitopol")
            .setQuery("SILENCE(place:Melitopol, 12h)")
            .setSeverity("WARNING")
            .setArticleId("")
            .setHeadline("nothing for 12 h since 2026-11-20T00:00:00Z")
            .build();

    @Test
    void isToldByItsHeadlineWithoutLinkOutletOrReason() {
        assertThat(AlertText.subject(SILENCE))
                .isEqualTo("[WARNING] Melitopol: nothing for 12 h since 2026-11-20T00:00:00Z");
        assertThat(AlertText.provenance(SILENCE)).isEmpty();
        assertThat(AlertText.reasons(SILENCE)).isEmpty();
        assertThat(AlertText.link(SILENCE)).isNull();
    }
}
