package io.vedette.alerts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schemas.Alert;
import io.vedette.schemas.Match;
import io.vedette.schemas.TrustedRecords;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeptTest {

    static {
        TrustedRecords.trust();
    }

    private final Kept kept = new Kept(10);

    @Test
    void whoHasMostGivesUpItsEarliest() {
        add("few", 1);
        for (int second = 1; second <= 30; second++) {
            add("many", second);
        }

        assertThat(kept.of("few")).hasSize(1);
        assertThat(kept.completeFrom("few")).isNull();
        assertThat(kept.of("many"))
                .extracting(match -> match.getAt().getEpochSecond())
                .containsExactly(22L, 23L, 24L, 25L, 26L, 27L, 28L, 29L, 30L);
        assertThat(kept.completeFrom("many")).isAfter(Instant.ofEpochSecond(21)).isBefore(Instant.ofEpochSecond(22));
    }

    @Test
    void theOrderInWhichPartitionsComeDoesNotMatter() {
        for (int second = 30; second >= 1; second--) {
            add("many", second);
        }

        assertThat(kept.of("many").get(0).getAt()).isEqualTo(Instant.ofEpochSecond(21));
        assertThat(kept.completeFrom("many")).isAfter(Instant.ofEpochSecond(20)).isBefore(Instant.ofEpochSecond(21));
    }

    private void add(String watch, int second) {
        kept.add(Match.newBuilder()
                .setWatchId(watch)
                .setAlert(Alert.newBuilder()
                        .setId("")
                        .setWatchId(watch)
                        .setWatchTitle("")
                        .setQuery("")
                        .setSeverity("INFO")
                        .setArticleId("a" + second)
                        .build())
                .setAt(Instant.ofEpochSecond(second))
                .build());
    }
}
