package io.vedette.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vedette.schemas.Alert;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The Java and kcat of {@code docs/topics.md}, run as they stand there but for the address of the broker. */
@ExtendWith(SharedPipeline.class)
class DocumentedClientsIT {

    private static final Path PAGE = Path.of("../docs/topics.md");
    private static final Pattern CLASS = Pattern.compile("public class (\\w+)");
    private static final String HEADLINE = "Supply routes cut";
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    @TempDir
    Path folder;

    private final RunningPipeline pipeline;
    private final List<Process> started = new ArrayList<>();
    private final AtomicInteger posted = new AtomicInteger();

    DocumentedClientsIT(RunningPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @BeforeEach
    void watchForSupplyRoutes() throws InterruptedException {
        var answer = pipeline.api()
                .put("/api/watches/documented", "{\"id\":\"documented\",\"query\":\"\\\"supply routes\\\"\"}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    @AfterEach
    void endWhatRuns() throws InterruptedException {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        pipeline.api().delete("/api/watches/documented");
    }

    @Test
    void whatTheJavaProducerFeedsComesOutOfTheJavaConsumer() throws Exception {
        runJava("FeedArticles", classPath());
        await().atMost(PATIENCE).until(() -> !started.get(0).isAlive());
        assertThat(started.get(0).exitValue()).as(Files.readString(errors())).isZero();

        Path printed = runJava("PrintAlerts", classPathWithoutOurRecords());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(Files.readString(printed))
                .as(Files.readString(errors()))
                .contains(HEADLINE)
                .contains("lost its supply routes near Melitopol"));
    }

    @Test
    void theLinesForKcatReadTheAlerts() throws Exception {
        Peer.require("kcat");
        Peer.require("jq");
        Peer.require("stdbuf");
        List<String> lines =
                blocks("sh").stream().filter(block -> block.startsWith("kcat")).toList();
        assertThat(lines).hasSizeGreaterThanOrEqualTo(2);
        for (String line : lines) {
            Path printed = runShell(line);
            // One follows from the end on: it has to be told of something new for as long as it isn't there yet.
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
                if (Files.size(printed) == 0) {
                    post();
                }
                assertThat(printed).as(line).content().contains("upply routes");
            });
        }
    }

    private void post() throws InterruptedException {
        int number = posted.incrementAndGet();
        String article =
                "{\"title\":\"Supply routes, part %d\",\"text\":\"Supply routes were cut for day %d.\",\"date\":\"%s\"}"
                        .formatted(number, number, StoriesApart.day(number));
        assertThat(pipeline.api().post("/api/articles", article).status()).isEqualTo(202);
    }

    private Path runJava(String name, String classPath) throws IOException {
        String source = blocks("java").stream()
                .filter(block -> name.equals(className(block)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(PAGE + " has no class " + name));
        Path file = Files.writeString(folder.resolve(name + ".java"), source);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", classPath, "-d", folder.toString(), file.toString());
        assertThat(failed).as("compiling %s", name).isZero();
        return run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                folder + File.pathSeparator + classPath,
                name,
                pipeline.bootstrapServers(),
                pipeline.registryUrl());
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static String classPathWithoutOurRecords() throws URISyntaxException {
        Path ours = Path.of(
                Alert.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return Arrays.stream(classPath().split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).equals(ours))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Its output line by line, as on a terminal, where jq doesn't hold it back. */
    private Path runShell(String line) throws IOException {
        return run("stdbuf", "-oL", "bash", "-c", line.replace("localhost:9092", pipeline.bootstrapServers()));
    }

    private Path run(String... command) throws IOException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        started.add(new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.appendTo(errors().toFile()))
                .start());
        return output;
    }

    private Path errors() {
        return folder.resolve("errors.txt");
    }

    private static String className(String block) {
        Matcher matcher = CLASS.matcher(block);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** What stands between the fences of that language, in the page's order. */
    private static List<String> blocks(String language) throws IOException {
        Matcher fences = Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        return fences.results().map(fence -> fence.group(1).strip()).toList();
    }
}
