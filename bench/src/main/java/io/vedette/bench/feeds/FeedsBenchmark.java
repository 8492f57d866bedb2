package io.vedette.bench.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.bench.Table;
import io.vedette.ingest.feed.FeedReader;
import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.runtime.json.Json;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads feed files of others and counts what came of them. */
@Command(
        name = "feeds",
        description = {
            "Reads the feeds of other libraries' tests and counts their items.",
            "FOLDER holds feeds.tar.gz and index.jsonl with id, format and items of each file.  An item without text, title"
                    + " and address is left out, with a reason.  Exits 1 if the reader fails at a file by anything but saying that"
                    + " it is no feed."
        },
        footerHeading = "%nExample:%n",
        footer = "  bench/run feeds ../corpora/feeds --list")
public final class FeedsBenchmark implements Callable<Integer> {

    private static final URI ADDRESS = URI.create("https://feeds.example/feed.xml");

    @Parameters(paramLabel = "FOLDER", description = "The folder of feeds.")
    private Path folder = Path.of(".");

    @Option(names = "--list", description = "Names each file that gives other items than its index says, and why.")
    private boolean list;

    private final Map<String, Tally> tallies = new TreeMap<>();

    @Override
    public Integer call() throws IOException {
        Map<String, JsonNode> index = index();
        try (TarArchiveInputStream files = new TarArchiveInputStream(
                new GZIPInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve("feeds.tar.gz")))))) {
            for (TarArchiveEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                String name = entry.getName().startsWith("./") ? entry.getName().substring(2) : entry.getName();
                JsonNode known = index.get(name);
                if (entry.isFile() && known != null) {
                    read(known, files);
                }
            }
        }
        Table table = new Table(
                "format",
                "files",
                "read",
                "no feed",
                "failed",
                "as indexed",
                "items indexed",
                "items given",
                "left out");
        Tally all = new Tally();
        tallies.forEach((format, tally) -> {
            table.row(tally.row(format));
            all.add(tally);
        });
        table.row(all.row("all"));
        System.out.println(table);
        return all.failed == 0 ? 0 : 1;
    }

    private Map<String, JsonNode> index() throws IOException {
        Map<String, JsonNode> index = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("index.jsonl"))) {
            JsonNode known = Json.MAPPER.readTree(line);
            index.put(known.path("id").asText(), known);
        }
        return index;
    }

    private void read(JsonNode known, InputStream file) throws IOException {
        Tally tally = tallies.computeIfAbsent(known.path("format").asText(), format -> new Tally());
        int expected = known.path("items").asInt();
        tally.files++;
        tally.expected += expected;
        try {
            ItemList items = new FeedReader().read(file.readAllBytes(), null, ADDRESS);
            long leftOut = items.leftOut().stream()
                    .filter(out -> out.what().startsWith("item "))
                    .count();
            tally.read++;
            tally.given += items.items().size();
            tally.leftOut += leftOut;
            boolean same = items.items().size() + leftOut == expected;
            tally.same += same ? 1 : 0;
            if (!same) {
                note(known, items.items().size() + " given, " + items.leftOut());
            }
        } catch (UnreadableListException e) {
            tally.refused++;
            tally.same += expected == 0 ? 1 : 0;
            note(known, String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            tally.failed++;
            note(known, "FAILED: " + e);
        }
    }

    private void note(JsonNode known, String what) {
        if (list) {
            System.err.println(
                    known.path("id").asText() + ": " + known.path("items").asInt() + " indexed; " + what);
        }
    }
}
