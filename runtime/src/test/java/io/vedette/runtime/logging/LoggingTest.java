package io.vedette.runtime.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.json.Json;
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
    void levelsOfSingleLoggersWin() {
        assertThat(logged(Map.of("logging.level", "warn", "logging.levels.io.vedette.loud", "debug"), () -> {
                    LoggerFactory.getLogger("io.vedette.quiet").info("unheard");
                    LoggerFactory.getLogger("io.vedette.loud.Voice").debug("heard");
                }))
                .contains("heard")
                .doesNotContain("unheard");
    }

    private static String logged(Map<String, String> settings, Runnable action) {
        PrintStream before = System.err;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setErr(new PrintStream(bytes, true, UTF_8));
        try {
            Logging.setUp(Configuration.of(settings).logging(), false);
            action.run();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(UTF_8);
    }
}
