package io.vedette.bench.sources;

import io.vedette.bench.Table;
import io.vedette.ingest.html.HtmlExtractor;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/** The article out of pages, on one thread; by its processor time, for others may use the machine, too. */
final class PageSpeed {

    static final int BYTES = 100_000;
    private static final int DIFFERENT = 50;

    private final int pages;

    PageSpeed(int pages) {
        this.pages = pages;
    }

    void measure(Table table) {
        byte[][] made = new byte[DIFFERENT][];
        for (int i = 0; i < DIFFERENT; i++) {
            made[i] = MadePage.html(i, BYTES);
        }
        run(made, pages / 2);
        double seconds = run(made, pages);
        table.row(
                "pages of 100 KB extracted, one processor",
                String.format(Locale.ROOT, "%,.0f", pages / seconds),
                String.format(Locale.ROOT, "%.0f", pages * (double) BYTES / seconds / 1e6),
                pages + " pages");
    }

    private static double run(byte[][] made, int count) {
        HtmlExtractor extractor = new HtmlExtractor();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < count; i++) {
            String text = extractor
                    .extract(made[i % made.length], null, "https://news.example/" + i)
                    .text();
            if (text.isEmpty()) {
                throw new IllegalStateException("no text in page " + i);
            }
        }
        return (threads.getCurrentThreadCpuTime() - begun) / 1e9;
    }
}
