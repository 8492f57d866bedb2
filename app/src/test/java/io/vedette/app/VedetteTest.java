package io.vedette.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.app.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VedetteTest {

    private static final String ARTICLE =
            "{\"id\":\"%s\",\"text\":\"Ukrainian troops entered Melitopol on Monday, officials said.\"}\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "up",
                "ingest",
                "enrich",
                "alerts",
                "alerts tail",
                "annotate",
                "extract",
                "match",
                "watch",
                "watch list",
                "watch show",
                "watch apply",
                "watch lint",
                "alerts ack",
                "alerts reject",
                "alerts silence",
                "backtest",
                "explain",
                "deliveries",
                "watch delete",
                "watch test",
                "source",
                "source list",
                "source show",
                "source add",
                "source pause",
                "source resume",
                "source delete",
                "source import",
                "source test",
                "source check",
                "topics",
                "topics create",
                "topics describe",
                "topics strimzi",
                "topics asyncapi",
                "gazetteer",
                "gazetteer build",
                "gazetteer check",
                "gazetteer import",
                "completion"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(run("", (command + " --help").split(" "))).isZero();

        assertThat(out()).startsWith("Usage: vedette " + command);
        assertThat(err()).isEmpty();
    }

    @Test
    void anUnknownCommandIsOneLineAndUsage() {
        assertThat(run("", "demmo")).isEqualTo(64);

        assertThat(err())
                .contains("demmo")
                .contains("did you mean")
                .contains("--help")
                .hasLineCount(1);
        assertThat(out()).isEmpty();
    }

    @Test
    void aMissingFileIsOneLineAndNoInput() {
        assertThat(run("", "annotate", folder.resolve("none.jsonl").toString())).isEqualTo(66);

        assertThat(err())
                .startsWith("vedette annotate: ")
                .contains("none.jsonl")
                .contains("no such file")
                .hasLineCount(1);
    }

    @Test
    void aWrongConfigurationKeyIsUsageAndNamed() {
        assertThat(run("", "topics", "create", "-Dhttp.prot=1")).isEqualTo(64);

        assertThat(err()).contains("http.prot").hasLineCount(1);
    }

    @Test
    void annotatePrintsALineForEachLineInTheirOrder() {
        StringBuilder articles = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            articles.append(String.format(ARTICLE, i));
        }

        assertThat(run(articles.toString(), "annotate", "-")).isZero();

        List<String> lines = out().lines().toList();
        assertThat(lines).hasSize(500);
        for (int i = 0; i < 500; i++) {
            assertThat(lines.get(i)).startsWith("{\"id\":\"" + i + "\"").contains("Melitopol");
        }
    }

    @Test
    void annotateExplainsOnlyWhenAsked() {
        assertThat(run(ARTICLE.formatted("a"), "annotate", "-")).isZero();
        assertThat(out()).doesNotContain("explanation");
        out.reset();

        assertThat(run(ARTICLE.formatted("a"), "annotate", "--explain", "-")).isZero();
        assertThat(out()).contains("\"explanation\":{\"rule\":").contains("\"alias\":\"Melitopol\"");
    }

    @Test
    void annotatePrintsAPageWhenAsked() {
        assertThat(run(ARTICLE.formatted("a"), "annotate", "--html", "-")).isZero();

        assertThat(out())
                .startsWith("<!DOCTYPE html>")
                .contains(">Melitopol</span>")
                .endsWith("</html>\n");
    }

    @Test
    void aStepThatIsNotThereIsToldBeforeAnythingIsRead() {
        assertThat(run(ARTICLE.formatted("a"), "annotate", "-Dtagging.steps=ships", "-"))
                .isEqualTo(78);

        assertThat(err()).contains("tagging.steps").contains("\"ships\"");
    }

    @Test
    void annotateCountsWhatIsNoArticleAndGoesOn() {
        String articles = String.format(ARTICLE, "a") + "{\"text\": 5\n" + String.format(ARTICLE, "b");

        assertThat(run(articles, "annotate", "-")).isEqualTo(2);

        assertThat(out().lines()).hasSize(3).last().asString().startsWith("{\"id\":\"b\"");
        assertThat(err()).contains("-:2:").contains("1 line was no article");
    }

    @Test
    void annotateReadsGzip() throws Exception {
        Path file = folder.resolve("articles.jsonl.gz");
        try (var gzip = new java.util.zip.GZIPOutputStream(Files.newOutputStream(file))) {
            gzip.write(String.format(ARTICLE, "zipped").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(run("", "annotate", file.toString())).isZero();

        assertThat(out()).startsWith("{\"id\":\"zipped\"");
    }

    @Test
    void matchPrintsTheWordsThatMatched() throws Exception {
        Path watches = Files.writeString(
                folder.resolve("watches.yaml"),
                "- id: melitopol\n  title: Melitopol\n  query: place:Melitopol\n  severity: WARNING\n");

        assertThat(run(String.format(ARTICLE, "a"), "match", "--watches", watches.toString(), "-"))
                .isZero();

        assertThat(out())
                .contains("\"watchId\":\"melitopol\"")
                .contains("\"words\":\"Melitopol\"")
                .hasLineCount(1);
    }

    @Test
    void aWatchThatCantBeCompiledFailsItsFileAndIsToldWithItsColumn() throws Exception {
        Path watches = Files.writeString(
                folder.resolve("watches.yaml"),
                "- {id: bad, query: 'convoy AND ('}\n- {id: good, query: convoy}\n- {id: same, query: Convoy}\n");

        assertThat(run("", "watch", "lint", watches.toString())).isEqualTo(1);

        assertThat(out())
                .contains("error  bad")
                .contains("column")
                .contains("ok     good")
                .contains("asks the same as good")
                .endsWith("3 watches, 1 bad, 1 warning\n");
    }

    @Test
    void aWatchThatFailsItsExamplesIsToldWhichAndWhy() throws Exception {
        Path watches = Files.writeString(folder.resolve("watches.yaml"), """
                - id: melitopol
                  query: place:Melitopol convoy
                  examples:
                    - {text: A convoy left Melitopol., matches: true}
                    - {text: Nothing left Melitopol., matches: true}
                    - {text: The convoy is in Melitopol., matches: false}
                """);

        assertThat(run("", "watch", "test", watches.toString())).isEqualTo(1);

        assertThat(out())
                .contains("error  melitopol")
                .contains("3 examples")
                .contains("examples[1]", "must match and does not (convoy")
                .contains("examples[2]", "must not match and does (place:Melitopol finds")
                .doesNotContain("examples[0]");
    }

    @Test
    void explainSaysWhatFailedFirstAndMarksWhatWasFound() {
        assertThat(run(ARTICLE.formatted("a"), "explain", "place:Melitopol zeppelin", "-"))
                .isZero();
        assertThat(out())
                .contains("does not match")
                .contains("+ place:Melitopol")
                .contains("- zeppelin")
                .contains("because zeppelin");
        out.reset();

        assertThat(run(ARTICLE.formatted("a"), "explain", "place:Melitopol NOT zeppelin", "-"))
                .isZero();
        assertThat(out()).contains("matches").contains("| place:Melitopol").doesNotContain("because");
    }

    @Test
    void aFileThatHoldsNoWatchesIsToldWithItsLineAndTheOthersAreChecked() throws Exception {
        Path none = Files.writeString(folder.resolve("none.yaml"), "- id: a\n  qeury: b\n");
        Path good = Files.writeString(folder.resolve("good.yaml"), "- {id: good, query: convoy}\n");

        assertThat(run("", "watch", "lint", "--format", "json", none.toString(), good.toString()))
                .isEqualTo(65);

        assertThat(out().lines()).hasSize(2);
        assertThat(out()).contains("line 2").contains("qeury").contains("\"id\":\"good\"");
    }

    @Test
    void extractPrintsTheTextOfAPage() throws Exception {
        String paragraph =
                "<p>The river rose above its banks on Tuesday night, and the lower town was cleared before dawn, "
                        + "the mayor said, adding that nobody was hurt.</p>";
        Path page = Files.writeString(
                folder.resolve("page.html"),
                "<html><head><title>River rises</title></head><body><article><h1>River rises</h1>" + paragraph.repeat(5)
                        + "</article></body></html>");

        assertThat(run("", "extract", page.toString())).isZero();

        assertThat(out())
                .contains("\"title\":\"River rises\"")
                .contains("lower town")
                .hasLineCount(1);
        assertThat(run("", "extract", "--explain", page.toString())).isZero();
        assertThat(out())
                .contains("published  nothing found")
                .contains("title      \"River rises\" (text: best evidence)");
    }

    @Test
    void aTakenPortEndsTheDemoAtOnceAndLeavesNoFolder() throws Exception {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int port = taken.getLocalPort();
            if (port > 64_000) {
                return;
            }
            Path data = folder.resolve("data");

            assertThat(run("", "demo", "--once", "--port", "" + port, "--data", data.toString()))
                    .isEqualTo(69);

            assertThat(err()).contains("port " + port).contains("--port");
            assertThat(data.resolve("broker")).doesNotExist();
        }
    }

    @Test
    void nobodyAtTheApiIsUnavailable() {
        assertThat(run("", "watch", "list", "--url", "http://127.0.0.1:1")).isEqualTo(69);

        assertThat(err()).contains("http://127.0.0.1:1").contains("vedette up").hasLineCount(1);
    }

    @Test
    void completionKnowsTheCommands() {
        assertThat(run("", "completion")).isZero();

        assertThat(out()).contains("annotate").contains("topics");
    }

    private int run(String input, String... args) {
        return Vedette.run(
                Terminal.of(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, err), args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
