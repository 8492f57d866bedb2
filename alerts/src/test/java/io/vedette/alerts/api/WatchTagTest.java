package io.vedette.alerts.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.runtime.http.EntityTags;
import io.vedette.schemas.TrustedRecords;
import io.vedette.schemas.Watch;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WatchTagTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    @BeforeAll
    static void trust() {
        TrustedRecords.trust();
    }

    @Test
    void eachVersionHasATagOfItsOwnAlsoOfAWatchThatWasDeletedInBetween() {
        String first = WatchTag.of(watch(1, NOW));

        assertThat(WatchTag.of(watch(1, NOW))).isEqualTo(first);
        assertThat(WatchTag.of(watch(2, NOW))).isNotEqualTo(first);
        assertThat(WatchTag.of(watch(1, NOW.plusSeconds(9)))).isNotEqualTo(first);
    }

    @Test
    void tagsAreFoundInListsAndBehindAStar() {
        String tag = WatchTag.of(watch(3, NOW));

        assertThat(EntityTags.isAmong("\"x\", W/" + tag, tag)).isTrue();
        assertThat(EntityTags.isAmong("*", tag)).isTrue();
        assertThat(EntityTags.isAmong("\"x\"", tag)).isFalse();
        assertThat(EntityTags.isAmong(null, tag)).isFalse();
    }

    private static Watch watch(int version, Instant at) {
        return Watch.newBuilder().setVersion(version).setUpdatedAt(at).build();
    }
}
