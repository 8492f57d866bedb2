package io.vedette.app.command;

import io.vedette.app.api.ApiClient;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code vedette brief}. */
@Command(
        name = "brief",
        description = {
            "Writes the brief for the hand-over of a shift: what the alerts of some hours tell, by place and time, with who"
                    + " says so and how; where sources contradict each other; what is unconfirmed; each with its links.",
            "Confirmed is what two independent texts of a story assert. Alerts that were rejected or withdrawn are left out,"
                    + " unless --status asks for them; so is what articles recall of the past."
        },
        footer = {
            "  vedette brief --since 12h",
            "  vedette brief --since 2026-11-23T06:00:00Z --place Kherson --severity critical",
            "  vedette brief --since 8h --format html > brief.html",
            "  vedette brief --alert 3f2a91 --alert 77b0c4 --format json | jq .conflicts"
        })
public final class BriefCommand extends RemoteCommand {

    /** How it is written. */
    enum Format {
        MARKDOWN,
        HTML,
        JSON
    }

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "From when on: 12h, 90m, a day in UTC such as 2026-11-23, or a time (default: 12h).")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Until when, written as --since (default: now).")
    private @Nullable String until;

    @Option(
            names = "--watch",
            paramLabel = "ID",
            description = "Only alerts of this watch; may be given several times.")
    private List<String> watches = new ArrayList<>();

    @Option(names = "--label", paramLabel = "WORD", description = "Only alerts of watches with this label; as --watch.")
    private List<String> labels = new ArrayList<>();

    @Option(names = "--severity", paramLabel = "LEVEL", description = "Only info, warning or critical; as --watch.")
    private List<String> severities = new ArrayList<>();

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            description =
                    "Only open, acknowledged, rejected or withdrawn; as --watch (default: open and acknowledged).")
    private List<String> statuses = new ArrayList<>();

    @Option(
            names = "--place",
            paramLabel = "NAME",
            description = "Only alerts whose article names this place or one in it; as --watch.")
    private List<String> places = new ArrayList<>();

    @Option(
            names = "--alert",
            paramLabel = "ID",
            description = "These alerts, in place of all other choices; as --watch.")
    private List<String> alerts = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "MARKDOWN",
            description = "markdown, html or json (default: markdown).")
    private Format format = Format.MARKDOWN;

    public BriefCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    ExitCode call(ApiClient client) throws InterruptedException {
        List<String> query = new ArrayList<>();
        query.add("format=" + format.name().toLowerCase(Locale.ROOT));
        add(query, "since", since == null ? List.of() : List.of(since));
        add(query, "to", until == null ? List.of() : List.of(ago(until)));
        add(query, "watch", watches);
        add(query, "label", labels);
        add(query, "severity", severities);
        add(query, "status", statuses);
        add(query, "place", places);
        add(query, "alert", alerts);
        var brief = good(client.get("/api/brief?" + String.join("&", query)), "there is no brief")
                .body();
        terminal.result(
                format == Format.JSON ? brief.toString() : brief.asText().stripTrailing());
        return ExitCode.OK;
    }

    /** So long ago, as the API has it. */
    private static String ago(String time) {
        return time.matches("\\d+[smhd]") ? "-" + time : time;
    }

    private static void add(List<String> query, String name, List<String> values) {
        values.forEach(value -> query.add(name + "=" + ApiClient.segment(value)));
    }
}
