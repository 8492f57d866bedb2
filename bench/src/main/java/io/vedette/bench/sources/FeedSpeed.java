package io.vedette.bench.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.bench.Table;
import io.vedette.ingest.feed.FeedReader;
import io.vedette.ingest.item.UnreadableListException;
import java.net.URI;
import java.util.Locale;
import java.util.Random;

/** RSS with thirty items of 1 KB, on one thread. */
final class FeedSpeed {

    private static final int ITEMS = 30;
    private static final int CHARACTERS = 1_000;
    private static final URI ADDRESS = URI.create("https://news.example/feed.xml");

    private final int feeds;

    FeedSpeed(int feeds) {
        this.feeds = feeds;
    }

    void measure(Table table) throws UnreadableListException {
        byte[] feed = feed();
        run(feed, feeds / 2);
        double seconds = run(feed, feeds);
        table.row(
                "feeds of 30 items read, one thread",
                String.format(Locale.ROOT, "%,.0f", feeds / seconds),
                String.format(Locale.ROOT, "%.0f", feeds * (double) feed.length / seconds / 1e6),
                String.format(Locale.ROOT, "%,d feeds of %d KB", feeds, feed.length / 1_000));
    }

    private static double run(byte[] feed, int count) throws UnreadableListException {
        FeedReader reader = new FeedReader();
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            if (reader.read(feed, "application/rss+xml", ADDRESS).items().size() != ITEMS) {
                throw new IllegalStateException("items are missing");
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static byte[] feed() {
        Random random = new Random(1);
        StringBuilder feed =
                new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Paper</title>");
        for (int i = 0; i < ITEMS; i++) {
            feed.append("<item><title>Article ")
                    .append(i)
                    .append("</title><link>https://news.example/")
                    .append(i)
                    .append("</link><guid>")
                    .append(i)
                    .append("</guid><pubDate>Mon, 23 Nov 2026 06:00:00 GMT</pubDate><description>")
                    .append(MadePage.prose(random, CHARACTERS))
                    .append("</description></item>");
        }
        return feed.append("</channel></rss>").toString().getBytes(UTF_8);
    }
}
