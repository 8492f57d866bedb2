package io.vedette.bench.sources;

import io.vedette.bench.Progress;
import io.vedette.bench.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What of each sort gets in a second. */
@Command(
        name = "sources",
        description =
                "How fast articles get in: posted as NDJSON, out of web archives, pages and feeds, all made for it.",
        footerHeading = "%nExample:%n",
        footer = {"  bench/run sources --articles 100000 --pages 1000"})
public final class SourcesBenchmark implements Callable<Integer> {

    @Option(
            names = "--articles",
            paramLabel = "N",
            description = "How many articles of 4 KB to post in one stream, and again (default: ${DEFAULT-VALUE}).")
    private int articles = 100_000;

    @Option(
            names = "--pages",
            paramLabel = "N",
            description = "How many pages of 100 KB to archive and to extract (default: ${DEFAULT-VALUE}).")
    private int pages = 1_000;

    @Option(names = "--feeds", paramLabel = "N", description = "How many feeds to read (default: ${DEFAULT-VALUE}).")
    private int feeds = 5_000;

    @Override
    public Integer call() throws Exception {
        Table table = new Table("what", "a second", "MB/s", "remarks");
        try (Inlet inlet = Inlet.open()) {
            Progress.show("NDJSON");
            new PushSpeed(inlet, articles).measure(table);
            Progress.show("web archives");
            new WarcSpeed(inlet, pages).measure(table);
        }
        Progress.show("pages");
        new PageSpeed(pages).measure(table);
        Progress.show("feeds");
        new FeedSpeed(feeds).measure(table);
        System.out.println(table);
        return 0;
    }
}
