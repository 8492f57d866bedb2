package io.vedette.alerts.delivery;

import io.vedette.schemas.Alert;
import io.vedette.schemas.MatchedClause;
import io.vedette.schemas.TrustedRecords;
import java.time.Instant;
import java.util.List;

/** Alerts to deliver. */
public final class SomeAlerts {

    static {
        TrustedRecords.trust();
    }

    private SomeAlerts() {}

    public static Alert of(String id, String... channels) {
        return ofWatch(id, "routes", channels);
    }

    public static Alert ofWatch(String id, String watch, String... channels) {
        return Alert.newBuilder()
                .setId(id)
                .setWatchId(watch)
                .setWatchTitle("Supply routes")
                .setQuery("\"supply routes\"")
                .setSeverity("WARNING")
                .setArticleId("a-" + id)
                .setTitle("They lost <b>their</b> supply routes & retreated")
                .setUrl("https://news.example.org/" + id)
                .setSource("news.example.org")
                .setAcceptedAt(Instant.parse("2022-09-13T12:00:00Z"))
                .setClauses(List.of(MatchedClause.newBuilder()
                        .setClause("\"supply routes\"")
                        .setWords("supply routes")
                        .setSnippet("They lost their <script>supply routes</script>.")
                        .build()))
                .setChannels(List.of(channels))
                .build();
    }
}
