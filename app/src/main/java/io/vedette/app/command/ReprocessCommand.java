package io.vedette.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vedette.app.article.TagData;
import io.vedette.app.reprocess.Finding;
import io.vedette.app.reprocess.Finding.Change;
import io.vedette.app.reprocess.Reprocessing;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.json.Json;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vedette reprocess}. */
@Command(
        name = "reprocess",
        description = {
            "Tags retained articles again, with the names and rules of this configuration, and corrects what comes out"
                    + " otherwise: articles, alerts that should have been, alerts to be withdrawn.",
            "Restart enrich and alerts with the new names first. A run that was ended is begun again and goes on; one more"
                    + " changes nothing."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0: done", "64: wrong arguments or configuration", "69: broker away", "130: ended by Ctrl-C"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette reprocess --since 7d --dry-run",
            "  vedette reprocess --since 2026-11-01 --until 2026-11-08 -c vedette.yaml",
            "  vedette reprocess --since 12h --dry-run --format json | jq -r 'select(.change == \"LATE\") | .url'"
        })
public final class ReprocessCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Option(
            names = "--since",
            required = true,
            paramLabel = "TIME",
            description =
                    "Articles accepted since then: so long ago (90m, 12h, 7d), a day in UTC (2026-11-22), or a time"
                            + " (2026-11-22T06:00:00Z).")
    private String since = "";

    @Option(names = "--until", paramLabel = "TIME", description = "Only those accepted before (default: all).")
    private @Nullable String until;

    @Option(names = "--dry-run", description = "Says what would change and changes nothing.")
    private boolean dryRun;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, a line for each change, or json, an object a line (default: text).")
    private OutputFormat format = OutputFormat.TEXT;

    public ReprocessCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        Configuration configuration = config.configuration();
        Instant now = Instant.now();
        Instant from = Times.parse("--since", since, now);
        Instant to = until == null ? Instant.MAX : Times.parse("--until", until, now);
        if (!from.isBefore(to)) {
            throw DeadLetterOptions.usage("--until: is not after --since");
        }
        Report report = new Report();
        long corrected =
                new Reprocessing(from, to, dryRun).run(configuration, TagData.load(configuration.tagging()), report);
        terminal.note(corrected + (corrected == 1 ? " article" : " articles") + (dryRun ? " would be" : "")
                + " corrected" + report.changes());
        return ExitCode.OK.code();
    }

    private final class Report implements Reprocessing.Listener {

        private final Map<Change, Integer> changes = new EnumMap<>(Change.class);

        @Override
        public void problem(String what) {
            terminal.note(what);
        }

        @Override
        public void progress(long articles, long corrected) {
            if (terminal.progress()) {
                terminal.note(articles + " articles, " + corrected + " corrected");
            }
        }

        @Override
        public void found(Finding finding) {
            changes.merge(finding.change(), 1, Integer::sum);
            terminal.result(format == OutputFormat.JSON ? json(finding) : line(finding));
        }

        private String changes() {
            StringBuilder line = new StringBuilder();
            changes.forEach((change, count) ->
                    line.append("; ").append(count).append(' ').append(word(change)));
            return line.toString();
        }

        private String line(Finding finding) {
            return String.format(
                    Locale.ROOT,
                    "%-12s  %-24s  %s  %s",
                    word(finding.change()),
                    finding.watch(),
                    finding.article(),
                    finding.title() == null ? "" : finding.title());
        }

        private String json(Finding finding) {
            try {
                return Json.MAPPER.writeValueAsString(finding);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("texts can always be written", e);
            }
        }

        private static String word(Change change) {
            return change.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
