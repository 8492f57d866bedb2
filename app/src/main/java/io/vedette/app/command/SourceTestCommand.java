package io.vedette.app.command;

import io.vedette.app.source.FindingPrinter;
import io.vedette.app.source.SourceTools;
import io.vedette.app.terminal.Terminal;
import io.vedette.ingest.item.Item;
import io.vedette.ingest.item.ItemList.Part;
import io.vedette.ingest.item.ItemListReader;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.probe.Finding;
import io.vedette.ingest.probe.SourceProbe;
import io.vedette.ingest.source.InvalidSourceException;
import io.vedette.ingest.source.Kind;
import io.vedette.ingest.source.SourceForm;
import io.vedette.ingest.web.WebException;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.StartupException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
        SourceProbe probe = tools.probe();
        Kind wanted = mapping == null ? kind : Kind.LISTING;
        if (wanted != null && wanted != Kind.PAGE) {
            return list(tools, address, probe.probe(address, wanted, tools.reader(wanted, mapping)), printer);
        }
        Finding finding = probe.probe(address);
        if (wanted == null
                && finding instanceof Finding.Page page
                && !page.feeds().isEmpty()) {
            printer.print(page);
            terminal.result("");
            URI feed = page.feeds().get(0).address();
            return list(tools, feed, probe.probe(feed), printer);
        }
        return list(tools, address, finding, printer);
    }

    private boolean list(SourceTools tools, URI asked, Finding finding, FindingPrinter printer)
            throws WebException, UnreadableListException, InterruptedException {
        boolean good = shown(tools, finding, printer);
        if (good) {
            printer.howToAdd(asked, finding, mapping);
        }
        return good;
    }

    /** Of an index that has no items itself, the newest part is looked into. */
    private boolean shown(SourceTools tools, Finding finding, FindingPrinter printer)
            throws WebException, UnreadableListException, InterruptedException {
        boolean good = printer.print(finding);
        if (!(finding instanceof Finding.Listed listed)) {
            return good;
        }
        List<Part> parts = listed.list().parts();
        if (listed.list().items().isEmpty() && !parts.isEmpty()) {
            Part newest = parts.stream()
                    .max(Comparator.comparing(SourceTestCommand::modified))
                    .orElseThrow();
            terminal.result("");
            ItemListReader reader = tools.reader(listed.kind(), mapping);
            Finding part = tools.probe().probe(newest.address(), listed.kind(), reader);
            return printer.print(part) && part instanceof Finding.Listed;
        }
        behind(tools.probe(), listed, printer);
        return good;
    }

    private static Instant modified(Part part) {
        Instant modified = part.modified();
        return modified == null ? Instant.MIN : modified;
    }

    private void behind(SourceProbe probe, Finding.Listed listed, FindingPrinter printer) throws InterruptedException {
        List<Item> teasers = listed.list().items().stream()
                .filter(item -> !item.fullText() && item.article().url() != null)
                .limit(Math.max(0, pages))
                .toList();
        for (Item item : teasers) {
            String page = String.valueOf(item.article().url());
            try {
                printer.behind(item, probe.page(URI.create(page)));
            } catch (WebException | IllegalArgumentException e) {
                terminal.note("the page behind " + page + " can't be had: " + e.getMessage());
            }
        }
    }
}
