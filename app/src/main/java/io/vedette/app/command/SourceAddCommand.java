package io.vedette.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vedette.app.api.ApiClient;
import io.vedette.app.api.ApiClient.Answer;
import io.vedette.app.source.SourceIds;
import io.vedette.app.terminal.Terminal;
import io.vedette.ingest.source.SourceForm;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette source add}. */
@Command(
        name = "add",
        description =
                "Adds a source, which is polled at once.  What is left out follows the source or has the defaults of"
                        + " docs/sources.md.",
        footer = {
            "  vedette source add https://news.example/feed.xml --name \"Harbour News\" --country UA --language uk",
            "  vedette source add https://news.example/sitemap-news.xml --kind SITEMAP --id harbour-map",
            "  vedette source add https://t.me/s/example --kind LISTING --mapping telegram-preview"
        })
final class SourceAddCommand extends RemoteCommand {

    @Parameters(paramLabel = "URL", description = "Its address, http or https.")
    private String url = "";

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "What it is called (default: made of the name or the host).")
    private @Nullable String id;

    @Option(names = "--kind", paramLabel = "KIND", description = "FEED, SITEMAP, LISTING or PAGE (default: FEED).")
    private @Nullable String kind;

    @Option(names = "--name", paramLabel = "NAME", description = "The outlet, as its articles carry it.")
    private @Nullable String name;

    @Option(names = "--country", paramLabel = "CC", description = "Where the outlet is, two letters.")
    private @Nullable String country;

    @Option(names = "--language", paramLabel = "TAG", description = "BCP 47 tag for articles that say none.")
    private @Nullable String language;

    @Option(names = "--covers", paramLabel = "WORDS", description = "What it tells of, for people.")
    private @Nullable String covers;

    @Option(
            names = "--interval",
            paramLabel = "PERIOD",
            description = "From one poll to the next, such as 5m (default: as often as it changes).")
    private @Nullable String interval;

    @Option(
            names = "--page",
            paramLabel = "WHEN",
            description = "When the page behind an item is fetched: TEASER, ALWAYS or NEVER (default: TEASER).")
    private @Nullable String page;

    @Option(names = "--mapping", paramLabel = "NAME", description = "The mapping that a LISTING is read by.")
    private @Nullable String mapping;

    @Option(names = "--evidence", description = "Keeps the bytes that are fetched.")
    private @Nullable Boolean evidence;

    @Option(
            names = "--text-delivery",
            paramLabel = "HOW",
            description = "How much of its texts may leave Vedette: FULL, SNIPPET or NONE (default: FULL).")
    private @Nullable String textDelivery;

    @Option(
            names = "--label",
            paramLabel = "LABEL",
            description = "A word to sort sources by; may be given several times.")
    private final List<String> labels = new ArrayList<>();

    @Option(names = "--paused", description = "Adds it without polling it.")
    private boolean paused;

    SourceAddCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    ExitCode call(ApiClient client) throws InterruptedException, JsonProcessingException {
        SourceForm form = new SourceForm(
                id == null ? new SourceIds().of(name, url) : id,
                kind,
                url,
                name,
                country,
                language,
                covers,
                !paused,
                interval,
                page,
                mapping,
                evidence,
                textDelivery,
                labels);
        String json = Json.MAPPER.writeValueAsString(form);
        Answer answer = good(client.post("/api/sources", json), "source " + form.id());
        terminal.result(form.id() + (answer.status() == 202 ? "  written, not yet applied" : ""));
        return ExitCode.OK;
    }
}
