package io.vedette.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.app.api.ApiClient;
import io.vedette.runtime.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An outlet of a test's own, and a watch that tells of everything it writes. */
final class WatchedOutlet {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ApiClient api;
    private final String name;
    private final String watch;

    private WatchedOutlet(ApiClient api, String name, String watch) {
        this.api = api;
        this.name = name;
        this.watch = watch;
    }

    /**
     * Writes the watch.
     *
     * @param name of the outlet, which no other test uses
     * @param watch its id
     */
    static WatchedOutlet of(RunningPipeline pipeline, String name, String watch, String title) throws Exception {
        WatchedOutlet outlet = new WatchedOutlet(pipeline.api(), name, watch);
        ObjectNode body = Json.MAPPER
                .createObjectNode()
                .put("title", title)
                .put("query", "source:\"" + name + "\"")
                .put("severity", "CRITICAL");
        good(outlet.api.put("/api/watches/" + watch, body.toString()));
        return outlet;
    }

    /** Publishes an article; what comes back is its id. */
    String publish(String title, String text) throws Exception {
        return good(api.post("/api/articles", article(title, text).toString()))
                .at("/ids/0")
                .asText();
    }

    /** Publishes so many articles at once, "Nonsense 1" and so on, that have no word in common: each is a story of its own. */
    void publishUnlike(int count) throws Exception {
        Random random = new Random(7);
        ArrayNode articles = Json.MAPPER.createArrayNode();
        for (int i = 1; i <= count; i++) {
            String words = Stream.generate(() -> word(random)).limit(30).collect(Collectors.joining(" "));
            articles.add(article("Nonsense " + i, words + "."));
        }
        good(api.post("/api/articles", articles.toString()));
    }

    private static String word(Random random) {
        return random.ints(9, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The alert that an article raised, once it is there. */
    String alertOf(String article) {
        return await().atMost(PATIENCE)
                .until(() -> alertsOf(article), alerts -> !alerts.isEmpty())
                .get(0);
    }

    /** Publishes an article and waits for its alert. */
    String alert(String title, String text) throws Exception {
        return alertOf(publish(title, text));
    }

    /** What became of an alert, as in "OPEN". */
    String status(String alert) throws Exception {
        return good(api.get("/api/alerts/" + alert)).path("status").asText();
    }

    private List<String> alertsOf(String article) throws Exception {
        List<String> ids = new ArrayList<>();
        for (JsonNode alert : good(api.get("/api/alerts?watch=" + watch)).path("items")) {
            if (alert.path("articleId").asText().equals(article)) {
                ids.add(alert.path("id").asText());
            }
        }
        return ids;
    }

    private ObjectNode article(String title, String text) {
        return Json.MAPPER
                .createObjectNode()
                .put("title", title)
                .put("text", text)
                .put("source", name)
                .put("url", "https://news.example/" + watch + "/" + Integer.toHexString(title.hashCode()));
    }

    private static JsonNode good(ApiClient.Answer answer) {
        assertThat(answer.isGood()).as(answer.body().toString()).isTrue();
        return answer.body();
    }
}
