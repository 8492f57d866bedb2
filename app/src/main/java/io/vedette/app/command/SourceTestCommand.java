package io.vedette.app.command;

import io.vedette.app.source.FindingPrinter;
import io.vedette.app.source.SourceTools;
import io.vedette.app.terminal.Terminal;
import io.vedette.ingest.html.ExtractedPage;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.probe.Finding;
import io.vedette.ingest.probe.SourceTrial.Behind;
import io.vedette.ingest.probe.SourceTrial.Tried;
import io.vedette.ingest.source.InvalidSourceException;
import io.vedette.ingest.source.Kind;
import io.vedette.ingest.source.SourceForm;
import io.vedette.ingest.web.WebException;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette source test}. */
@Command(
        name = "test",
        description = {
            "Shows what a source would give, and writes nothing.",
            "Fetches the address from this machine, with the manners of the service, and finds out what it is: a feed, a sitemap,"
                    + " a page, the feeds that a page links to; with --mapping a page that lists news.  Prints each item with its"
                    + " date, where that comes from and how much text it has; and what was left out, with the reason."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: it can be a source",
            "1: nothing came of it that could be used",
            "64: wrong arguments or configuration"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette source test https://news.example/feed.xml",
            "  vedette source test https://news.example/ --items 5",
            "  vedette source test https://t.me/s/example --mapping telegram-preview"
        })
final class SourceTestCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Parameters(paramLabel = "URL", description = "The address.")
    private String url = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Reads it as FEED, SITEMAP or LISTING, instead of finding out.")
    private @Nullable Kind kind;

    @Option(names = "--mapping", paramLabel = "NAME", description = "The mapping that a LISTING is read by.")
    private @Nullable String mapping;

    @Option(names = "--items", paramLabel = "N", defaultValue = "20", description = "How many are shown (default: 20).")
    private int items = 20;

    @Option(
            names = "--pages",
            paramLabel = "N",
            defaultValue = "1",
            description = "Behind how many items without full text the page is fetched, too (default: 1).")
    private int pages = 1;

    @Option(
            names = {"--format", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text or json, an object a line (default: text).")
    private OutputFormat format = OutputFormat.TEXT;

    SourceTestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        URI address = address();
        FindingPrinter printer = new FindingPrinter(terminal, format == OutputFormat.JSON, Math.max(0, items));
        try (SourceTools tools = new SourceTools(config.configuration())) {
            boolean good = test(tools, address, printer);
            return (good ? ExitCode.OK : ExitCode.FAILED).code();
        } catch (WebException e) {
            terminal.note(address + ": "
                    + e.kind().name().toLowerCase(Locale.ROOT).replace('_', '-') + ": " + e.getMessage());
            return ExitCode.FAILED.code();
        } catch (UnreadableListException e) {
            throw new StartupException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private URI address() {
        try {
            return URI.create(SourceForm.feed("test", url).source(Duration.ZERO).getUrl());
        } catch (InvalidSourceException e) {
            throw new StartupException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private boolean test(SourceTools tools, URI address, FindingPrinter printer)
            throws WebException, UnreadableListException, InterruptedException {
        Tried tried = tools.trial().run(address, kind, mapping, pages);
        for (Finding step : tried.steps()) {
            if (step != tried.steps().get(0)) {
                terminal.result("");
            }
            printer.print(step);
        }
        for (Behind behind : tried.behind()) {
            ExtractedPage page = behind.page();
            if (page == null) {
                terminal.note(
                        "the page behind " + behind.item().article().url() + " can't be had: " + behind.problem());
            } else {
                printer.behind(behind.item(), page);
            }
        }
        if (tried.usable()) {
            printer.howToAdd(tried.source(), tried.given(), mapping);
        }
        return tried.usable();
    }
}
