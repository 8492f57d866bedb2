package io.vedette.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.app.Vedette;
import io.vedette.app.api.ApiClient;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code vedette brief} of alerts that a pipeline raised. */
@ExtendWith(SharedPipeline.class)
@TestInstance(Lifecycle.PER_CLASS)
class BriefIT {

    private static final String WATCH = "brief-gazette";
    private static final String SOURCE = "Brief Gazette";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private RunningPipeline pipeline;
    private ByteArrayOutputStream out;
    private ByteArrayOutputStream err;

    @BeforeAll
    void raiseAlerts(RunningPipeline running) throws Exception {
        pipeline = running;
        good(pipeline.api()
                .put(
                        "/api/watches/" + WATCH,
                        Json.MAPPER
                                .createObjectNode()
                                .put("title", "The gazette")
                                .put("severity", "WARNING")
                                .put("query", "source:\"" + SOURCE + "\"")
                                .toString()));
        post(
                "Shells fall on Beryslav",
                "Russian forces shelled Beryslav on Monday, the regional governor said. Three people were killed.");
        post("Convoy held up at the pass", "Police in Quito arrested two smugglers, the interior ministry said.");
        await().atMost(PATIENCE)
                .until(() -> good(pipeline.api().get("/api/alerts?watch=" + WATCH))
                                .path("items")
                                .size()
                        == 2);
    }

    @BeforeEach
    void listen() {
        out = new ByteArrayOutputStream();
        err = new ByteArrayOutputStream();
    }

    @Test
    void whatTheAlertsOfAShiftTellIsMarkdownWithLinks() {
        assertThat(brief("--since", "1h")).isZero();

        assertThat(out.toString(UTF_8))
                .startsWith("# ")
                .contains("Beryslav", "Three people were killed", "Quito", "https://news.example/brief/")
                .doesNotContain("\u001B");
    }

    @Test
    void aPlaceADayAndASeverityNarrowIt() {
        String today = LocalDate.now(ZoneOffset.UTC).toString();

        assertThat(brief("--since", today, "--place", "Beryslav", "--severity", "warning"))
                .isZero();

        assertThat(out.toString(UTF_8)).contains("Beryslav").doesNotContain("Quito");
    }

    @Test
    void asAPageItIsWholeAndAsJsonItCanBeRead() throws Exception {
        assertThat(brief("--format", "html")).isZero();
        assertThat(out.toString(UTF_8)).startsWith("<!").contains("Beryslav", "</html>");

        listen();
        assertThat(brief("--format", "json")).isZero();
        JsonNode json = Json.MAPPER.readTree(out.toString(UTF_8));
        assertThat(json.toString()).contains("Beryslav");
        assertThat(json.path("conflicts").isArray()).isTrue();
    }

    @Test
    void whatCannotBeIsRefusedWithTheReason() {
        assertThat(brief("--since", "yesterday")).isEqualTo(65);

        assertThat(err.toString(UTF_8)).contains("since").contains("yesterday");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    private int brief(String... args) {
        List<String> all = new ArrayList<>(List.of("brief", "--watch", WATCH));
        all.addAll(List.of(args));
        all.add("--url=" + pipeline.url());
        return Vedette.run(Terminal.of(InputStream.nullInputStream(), out, err), all.toArray(String[]::new));
    }

    private void post(String title, String text) throws Exception {
        good(pipeline.api()
                .post(
                        "/api/articles",
                        Json.MAPPER
                                .createObjectNode()
                                .put("title", title)
                                .put("text", text)
                                .put("source", SOURCE)
                                .put("url", "https://news.example/brief/" + Integer.toHexString(title.hashCode()))
                                .toString()));
    }

    private static JsonNode good(ApiClient.Answer answer) {
        assertThat(answer.isGood()).as(answer.body().toString()).isTrue();
        return answer.body();
    }
}
