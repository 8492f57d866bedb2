package io.vedette.runtime.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import com.fasterxml.jackson.databind.JsonNode;
import io.opentelemetry.api.trace.SpanKind;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.trace.TraceHeaders;
import io.vedette.runtime.trace.Tracing;
import io.vedette.runtime.trace.Work;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingTest {

    @AfterEach
    void restore() throws Exception {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new ContextInitializer(context).autoConfig();
    }

    @Test
    void textShowsPairsBehindTheMessageAndNoColourInAPipe() {
        String line = logged(Map.of(), () -> LoggerFactory.getLogger("io.vedette.Here")
                .atInfo()
                .addKeyValue("port", 80)
                .log("listens"));

        assertThat(line).contains("INFO").contains("listens port=\"80\"").doesNotContain("\u001b");
    }

    @Test
    void jsonIsOneObjectPerLine() throws Exception {
        String line = logged(Map.of("logging.format", "json"), () -> LoggerFactory.getLogger("io.vedette.Here")
                .atWarn()
                .addKeyValue("port", 80)
                .setCause(new IllegalStateException("two\nlines"))
                .log("taken"));

        assertThat(line.strip().lines()).hasSize(1);
        JsonNode json = Json.MAPPER.readTree(line);
        assertThat(json.at("/message").asText()).isEqualTo("taken");
        assertThat(json.at("/level").asText()).isEqualTo("WARN");
        assertThat(json.at("/kvpList/0/port").asText()).isEqualTo("80");
    }

    @Test
    void jsonSaysWhatIsWorkedOnAndWhoWorks() throws Exception {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        String lines = logged(Map.of("logging.format", "json"), Map.of("service", "vedette-enrich"), () -> {
            try (Work work = Tracing.off()
                    .step("any", SpanKind.INTERNAL, TraceHeaders.read("00-" + trace + "-b7ad6b7169203331-01"))) {
                LoggerFactory.getLogger("io.vedette.Here").info("{} taken", 7);
            }
            LoggerFactory.getLogger("io.vedette.Here").info("idle");
        });

        JsonNode within = Json.MAPPER.readTree(lines.lines().toList().get(0));
        assertThat(within.at("/mdc/trace_id").asText()).isEqualTo(trace);
        assertThat(within.at("/mdc/span_id").asText()).isEqualTo("b7ad6b7169203331");
        assertThat(within.at("/mdc/trace_flags").asText()).isEqualTo("01");
        assertThat(within.at("/context/properties/service").asText()).isEqualTo("vedette-enrich");
        assertThat(within.at("/formattedMessage").asText()).isEqualTo("7 taken");
        assertThat(Json.MAPPER
                        .readTree(lines.lines().toList().get(1))
                        .at("/mdc/trace_id")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void textThatIsKeptNamesTheTrace() {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        String lines = logged(Map.of(), () -> {
            try (Work work = Tracing.off()
                    .step("any", SpanKind.INTERNAL, TraceHeaders.read("00-" + trace + "-b7ad6b7169203331-01"))) {
                LoggerFactory.getLogger("io.vedette.Here").info("taken");
            }
            LoggerFactory.getLogger("io.vedette.Here").info("idle");
        });

        assertThat(lines).contains("taken trace_id=" + trace + "\n").contains("idle\n");
    }

    @Test
    void levelsOfSingleLoggersWin() {
        assertThat(logged(Map.of("logging.level", "warn", "logging.levels.io.vedette.loud", "debug"), () -> {
                    LoggerFactory.getLogger("io.vedette.quiet").info("unheard");
                    LoggerFactory.getLogger("io.vedette.loud.Voice").debug("heard");
                }))
                .contains("heard")
                .doesNotContain("unheard");
    }

    private static String logged(Map<String, String> settings, Runnable action) {
        return logged(settings, Map.of(), action);
    }

    private static String logged(Map<String, String> settings, Map<String, String> about, Runnable action) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, UTF_8));
        try {
            Logging.setUp(Configuration.of(settings).logging(), about, false);
            action.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(UTF_8);
    }
}
