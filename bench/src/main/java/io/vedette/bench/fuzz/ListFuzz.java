package io.vedette.bench.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.bench.Progress;
import io.vedette.bench.Table;
import io.vedette.ingest.article.ArticleJson;
import io.vedette.ingest.article.MalformedInputException;
import io.vedette.ingest.feed.FeedReader;
import io.vedette.ingest.html.HtmlExtractor;
import io.vedette.ingest.item.ItemListReader;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.listing.ListingReader;
import io.vedette.ingest.mapping.MappingException;
import io.vedette.ingest.mapping.Mappings;
import io.vedette.ingest.sitemap.SitemapReader;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives broken lists to all who read lists and pages, for as long as is wanted. */
@Command(
        name = "fuzz-lists",
        description = {
            "Changes feeds, sitemaps, pages and JSON at random and gives them to their readers.",
            "Ends at the first failure that is not \"it can't be read\", with the number of the document; told with the table: how"
                    + " many could be read, and the slowest."
        },
        footerHeading = "%nExample:%n",
        footer = "  bench/run fuzz-lists --minutes 10")
public final class ListFuzz implements Callable<Integer> {

    private static final int FAILED = 70;
    private static final int LIMIT = 1 << 24;
    private static final URI ADDRESS = URI.create("https://news.example/list");

    @Option(names = "--minutes", paramLabel = "N", description = "For how long (default: 10).")
    private double minutes = 10;

    @Option(names = "--seed", paramLabel = "N", description = "Where the random numbers begin (default: 1).")
    private long seed = 1;

    private interface Subject {

        /** Whether it could be read. */
        boolean read(byte[] document) throws IOException;
    }

    private static final class Count {

        private long read;
        private long slowest;
    }

    @Override
    public Integer call() throws IOException, MappingException {
        Map<String, Subject> subjects = subjects();
        Map<String, Count> counts = new LinkedHashMap<>();
        subjects.keySet().forEach(name -> counts.put(name, new Count()));
        NastyLists nasty = new NastyLists(new SplittableRandom(seed));
        Instant end = Instant.now().plus(Duration.ofMillis((long) (minutes * 60_000)));
        long documents = 0;
        while (Instant.now().isBefore(end)) {
            byte[] document = nasty.next();
            for (Map.Entry<String, Subject> subject : subjects.entrySet()) {
                try {
                    read(subject.getValue(), document, counts.getOrDefault(subject.getKey(), new Count()));
                } catch (RuntimeException | StackOverflowError e) {
                    System.err.println(subject.getKey() + ", document " + documents + " of seed " + seed + ": " + e);
                    return FAILED;
                }
            }
            if (++documents % 1_000 == 0) {
                Progress.show("fuzz: " + documents + " documents");
            }
        }
        Table table = new Table("reader", "documents", "could be read", "failures", "slowest, ms");
        for (Map.Entry<String, Count> count : counts.entrySet()) {
            table.row(
                    count.getKey(),
                    Long.toString(documents),
                    Long.toString(count.getValue().read),
                    "0",
                    String.format(Locale.ROOT, "%.0f", count.getValue().slowest / 1e6));
        }
        System.out.println(table);
        return 0;
    }

    private static void read(Subject subject, byte[] document, Count count) throws IOException {
        long start = System.nanoTime();
        count.read += subject.read(document) ? 1 : 0;
        count.slowest = Math.max(count.slowest, System.nanoTime() - start);
    }

    private static Map<String, Subject> subjects() throws IOException, MappingException {
        HtmlExtractor extractor = new HtmlExtractor();
        Map<String, Subject> subjects = new LinkedHashMap<>();
        subjects.put("feeds", reader(new FeedReader()));
        subjects.put("sitemaps", reader(new SitemapReader(LIMIT)));
        subjects.put("listings", reader(new ListingReader(Mappings.read(null).get("ministry-press"))));
        subjects.put("pages", document -> {
            return !extractor.extract(document, null, ADDRESS.toString()).text().isEmpty();
        });
        subjects.put("JSON", ListFuzz::json);
        return subjects;
    }

    private static Subject reader(ItemListReader reader) {
        return document -> {
            try {
                reader.read(document, null, ADDRESS);
                return true;
            } catch (UnreadableListException e) {
                return false;
            }
        };
    }

    private static boolean json(byte[] document) {
        try {
            ArticleJson.line(new String(document, UTF_8), 1);
            return true;
        } catch (MalformedInputException e) {
            return false;
        }
    }
}
