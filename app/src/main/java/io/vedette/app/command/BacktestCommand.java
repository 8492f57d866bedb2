package io.vedette.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.app.api.ApiClient;
import io.vedette.app.backtest.BacktestPrinter;
import io.vedette.app.lifecycle.Cleanup;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import io.vedette.runtime.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette backtest}. */
@Command(
        name = "backtest",
        description = {
            "Tells what the watches of a file would have raised on the articles that are retained.",
            "Beside a watch that is there already it says what the change would add and lose. Nothing is written and"
                    + " nobody is told. Ctrl-C cancels."
        },
        footer = {
            "  vedette backtest watches.yaml --since 7d",
            "  vedette backtest watches.yaml --since 2026-11-01 --format json | jq '.watches[].added'"
        })
public final class BacktestCommand extends RemoteCommand {

    private static final long PAUSE_MILLIS = 300;

    /** The rest of the line (ECMA-48). */
    private static final String CLEAR = "\u001b[K";

    @Parameters(paramLabel = "FILE", description = "The file of watches (YAML).")
    private Path file = Path.of("");

    @Option(
            names = "--since",
            required = true,
            paramLabel = "TIME",
            description = "So long ago (7d, 12h), a day (2026-11-01), or a time (2026-11-01T12:00:00Z).")
    private String since = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text or json (default: text).")
    private OutputFormat format = OutputFormat.TEXT;

    /** Nobody is to wait for it any more. */
    private volatile boolean over;

    public BacktestCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    ExitCode call(ApiClient client) throws IOException, InterruptedException {
        JsonNode asked = ask(client);
        String path = "/api/backtests/" + asked.path("id").asText();
        // the process may end before this method does: then nobody waits for the answer any more
        try (Cleanup cleanup = Cleanup.onExit()) {
            cleanup.add(() -> forget(client, path));
            JsonNode job = await(client, path, asked);
            over = true;
            return job == null ? ExitCode.FAILED : print(job);
        }
    }

    /** On the server it is not to go on, nor to be kept, for nobody else knows of it. */
    private void forget(ApiClient client, String path) throws InterruptedException {
        boolean calledOff = !over;
        over = true;
        JsonNode gone = client.delete(path).body();
        if (calledOff) {
            terminal.note(String.format(
                    Locale.ROOT,
                    "%scancelled after %,d articles, %,d matches",
                    terminal.progress() ? "\r" : "",
                    gone.path("articles").asLong(),
                    gone.path("matches").asLong()));
        }
    }

    private JsonNode ask(ApiClient client) throws IOException, InterruptedException {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("since", since);
        body.set("watches", Json.MAPPER.valueToTree(WatchFiles.nodes(file)));
        return good(client.post("/api/backtests", body.toString()), file.toString())
                .body();
    }

    /** Null if it was called off. */
    private @Nullable JsonNode await(ApiClient client, String path, JsonNode asked) throws InterruptedException {
        JsonNode job = asked;
        while (isUnderWay(job) && !over) {
            if (terminal.progress()) {
                terminal.err().print("\r" + progress(job) + CLEAR);
                terminal.err().flush();
            }
            Thread.sleep(PAUSE_MILLIS);
            ApiClient.Answer answer = client.get(path);
            if (over) {
                return null;
            }
            job = good(answer, "the back-test").body();
        }
        if (terminal.progress()) {
            terminal.err().print("\r" + CLEAR);
            terminal.err().flush();
        }
        return job;
    }

    private static boolean isUnderWay(JsonNode job) {
        String state = job.path("state").asText();
        return state.equals("WAITING") || state.equals("RUNNING");
    }

    private static String progress(JsonNode job) {
        if (job.path("state").asText().equals("WAITING")) {
            return "waits for its turn";
        }
        return String.format(
                Locale.ROOT,
                "%3.0f %%  %,d articles, %,d matches",
                100 * job.path("done").asDouble(),
                job.path("articles").asLong(),
                job.path("matches").asLong());
    }

    private ExitCode print(JsonNode job) {
        if (!job.path("state").asText().equals("DONE")) {
            String problem = job.path("problem").asText("");
            throw new StartupException(
                    ExitCode.FAILED,
                    "the back-test " + (problem.isEmpty() ? "was cancelled by somebody else" : "failed: " + problem));
        }
        if (format == OutputFormat.JSON) {
            terminal.result(job.toString());
        } else {
            new BacktestPrinter(terminal).print(job);
        }
        return ExitCode.OK;
    }
}
