package io.vedette.app.acl;

import static io.vedette.app.acl.TrialUse.good;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.api.ApiClient;
import io.vedette.schemas.Article;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.SourceState;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A watch, one over time that is silenced, articles before and after them, a source that falls silent, and a record that is none. */
record AlertsUse(TrialTopics topics) implements TrialUse {

    @Override
    public void begin(ApiClient service) throws InterruptedException {
        enriched("before");
        good(service.put("/api/watches/" + MARK, watch(MARK, MARK)));
        good(service.put("/api/watches/often", watch("often", "COUNT(" + MARK + ", 1h) >= 100")));
        enriched("after");
        good(service.post("/api/watches/often/silence", "{\"reason\":\"trial\",\"until\":\"2999-01-01T00:00:00Z\"}"));
        topics.send(topics.names().enriched().name(), 0, "bad", "bad".getBytes(UTF_8));
        for (String status : new String[] {"HEALTHY", "SILENT"}) {
            SourceState state = SourceState.newBuilder()
                    .setSourceId("quiet")
                    .setStatus(status)
                    .setSince(Instant.now())
                    .build();
            topics.send(topics.names().sourceState(), null, "quiet", state);
        }
    }

    @Override
    public List<String> outstanding(ApiClient service) throws InterruptedException {
        List<String> missing = new ArrayList<>();
        Topics names = topics.names();
        for (Topic<?, ?> topic : List.of(
                names.alerts(),
                names.alertsJson(),
                names.alertState(),
                names.deliveries(),
                names.channelAlerts("desk"),
                names.alertedArticles())) {
            topics.require(missing, topic, value -> value.contains(MARK));
        }
        topics.require(missing, names.alerts(), value -> value.contains("quiet"));
        topics.require(missing, names.watchHistory(), value -> value.contains("often"));
        topics.require(missing, names.alertsDeadLetters(), value -> true);
        JsonNode hits = service.get("/api/alerts?watch=" + MARK).body();
        if (!hits.toString().contains(MARK)) {
            missing.add("the API finds no alert");
        }
        return missing;
    }

    /** What enrichment would write. */
    private void enriched(String when) {
        for (String number : new String[] {"one", "two"}) {
            String id = when + "-" + number;
            EnrichedArticle article = EnrichedArticle.newBuilder()
                    .setArticle(Article.newBuilder()
                            .setId(id)
                            .setTitle("A " + MARK)
                            .setText(TEXT + id)
                            .setFetchedAt(Instant.now())
                            .build())
                    .build();
            topics.send(topics.names().enriched(), null, id, article);
        }
    }

    private static String watch(String id, String query) {
        return "{\"id\":\"" + id + "\",\"title\":\"" + id + "\",\"query\":\"" + query + "\"}";
    }
}
