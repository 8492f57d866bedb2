package io.vedette.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.e2e.Collector.Collected;
import io.vedette.runtime.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever sends an article with a trace finds its whole way in that trace, up to the request to the webhook. */
@ExtendWith(SharedPipeline.class)
class TraceIT {

    private static final String CALLER = "00f067aa0ba902b7";

    @Test
    void anArticleThatIsSentWithATraceGoesThroughEveryServiceInThatOne(RunningPipeline pipeline, Collector collector)
            throws Exception {
        byte[] id = new byte[16];
        new Random().nextBytes(id);
        String trace = HexFormat.of().formatHex(id);
        String word = "Quibblesworth" + trace.substring(0, 8);
        String watch = "trace-" + trace.substring(0, 8);
        pipeline.api()
                .put(
                        "/api/watches/" + watch,
                        Json.MAPPER.writeValueAsString(
                                Map.of("title", "Traced", "query", word, "channels", List.of(Collector.CHANNEL))));
        try {
            post(pipeline, trace, "The " + word + " affair went on for another week, officials in the capital said.");

            await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                List<Collected> spans = collector.spans(trace);
                Collected request = only(spans, "POST /api/articles");
                Collected written = only(spans, "send vedette.articles");
                Collected tagged = only(spans, "process vedette.articles");
                Collected told = only(spans, "process vedette.fingerprints");
                Collected matched = only(spans, "process vedette.enriched");
                Collected raised = only(spans, "send vedette.alerts");
                Collected delivered = only(spans, "deliver " + Collector.CHANNEL);
                assertThat(request.parent()).isEqualTo(CALLER);
                assertThat(written.parent()).isEqualTo(request.id());
                assertThat(tagged.parent()).isEqualTo(written.id());
                assertThat(told.parent()).isEqualTo(tagged.id());
                assertThat(matched.parent()).isEqualTo(tagged.id());
                assertThat(delivered.parent()).isEqualTo(raised.id());
                assertThat(ancestors(raised, spans)).contains(matched.id());
                assertThat(spans)
                        .extracting(Collected::service)
                        .containsOnly("vedette-ingest", "vedette-enrich", "vedette-alerts", "vedette-delivery");
                assertThat(collector.posted()).contains("00-" + trace + "-" + delivered.id() + "-01");
            });
        } finally {
            pipeline.api().delete("/api/watches/" + watch);
        }
    }

    private static void post(RunningPipeline pipeline, String trace, String text) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(pipeline.url() + "/api/articles"))
                .header("Content-Type", "application/json")
                .header("traceparent", "00-" + trace + "-" + CALLER + "-01")
                .POST(BodyPublishers.ofString(Json.MAPPER.writeValueAsString(Map.of("text", text))))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static Collected only(List<Collected> spans, String name) {
        List<Collected> found =
                spans.stream().filter(span -> span.name().equals(name)).toList();
        assertThat(found)
                .as("%s of %s", name, spans.stream().map(Collected::name).toList())
                .hasSize(1);
        return found.get(0);
    }

    /** Between matching and raising the alert there is the joining of the story, if the match had to wait for it. */
    private static Set<String> ancestors(Collected span, List<Collected> spans) {
        Set<String> ids = new HashSet<>();
        String parent = span.parent();
        while (ids.add(parent)) {
            String child = parent;
            parent = spans.stream()
                    .filter(other -> other.id().equals(child))
                    .map(Collected::parent)
                    .findFirst()
                    .orElse(child);
        }
        return ids;
    }
}
