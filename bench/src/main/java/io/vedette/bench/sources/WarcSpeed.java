package io.vedette.bench.sources;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.bench.Table;
import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.file.FileIngest;
import io.vedette.ingest.file.IngestListener;
import io.vedette.ingest.file.IngestReport;
import io.vedette.ingest.kafka.ArticleWriters;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;

/** A web archive of pages, packed: gone through record by record, and published. */
final class WarcSpeed {

    private final Inlet inlet;
    private final int pages;

    WarcSpeed(Inlet inlet, int pages) {
        this.inlet = inlet;
        this.pages = pages;
    }

    void measure(Table table) throws IOException, InterruptedException {
        Path warmUp = write("warm-up.warc.gz", pages / 4, 1_000_000);
        Path archive = write("pages.warc.gz", pages, 0);
        frame(warmUp);
        row(table, "records of a packed web archive framed, one thread", frame(archive));
        publish(warmUp, pages / 4);
        row(table, "pages of a web archive extracted and committed, all processors", publish(archive, pages));
    }

    private void row(Table table, String what, double seconds) {
        table.row(
                what,
                String.format(Locale.ROOT, "%,.0f", pages / seconds),
                String.format(Locale.ROOT, "%.0f", pages * (double) PageSpeed.BYTES / seconds / 1e6),
                pages + " pages of 100 KB");
    }

    private Path write(String name, int count, int first) throws IOException {
        Path file = inlet.folder().resolve(name);
        try (WarcWriter writer = new WarcWriter(
                Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                WarcCompression.GZIP)) {
            for (int i = first; i < first + count; i++) {
                HttpResponse http = new HttpResponse.Builder(200, "OK")
                        .body(MediaType.HTML_UTF8, MadePage.html(i, PageSpeed.BYTES))
                        .build();
                writer.write(new WarcResponse.Builder(URI.create("https://news.example/" + i))
                        .date(Instant.parse("2026-11-23T06:00:00Z"))
                        .body(http)
                        .build());
            }
        }
        return file;
    }

    private static double frame(Path archive) throws IOException {
        long begun = System.nanoTime();
        try (WarcReader reader = new WarcReader(archive)) {
            for (WarcRecord record : reader) {
                record.body().consume();
            }
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private double publish(Path archive, int expected) throws IOException, InterruptedException {
        try (AvroSerdes serdes = new AvroSerdes(inlet.configuration().registry().settings())) {
            Topics topics = new Topics(inlet.configuration().topics().settings(), serdes);
            FileIngest ingest = new FileIngest(
                    new ArticleWriters(inlet.configuration(), topics, Clock.systemUTC()),
                    new ArticleFactory(inlet.configuration().ingest().textLimitBytes(), Clock.systemUTC()),
                    new IngestMetrics(new SimpleMeterRegistry()));
            long begun = System.nanoTime();
            IngestReport report = ingest.run(List.of(archive), IngestListener.NONE);
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (report.written() != expected) {
                throw new IllegalStateException(report.toString());
            }
            return seconds;
        }
    }
}
