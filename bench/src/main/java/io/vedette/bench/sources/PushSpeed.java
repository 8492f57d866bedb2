package io.vedette.bench.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.bench.Progress;
import io.vedette.bench.Table;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Random;

/** One stream of NDJSON, from its first byte to the answer, which comes when Kafka has committed it all. */
final class PushSpeed {

    private static final int CHARACTERS = 4_096;

    private final Inlet inlet;
    private final int articles;

    PushSpeed(Inlet inlet, int articles) {
        this.inlet = inlet;
        this.articles = articles;
    }

    void measure(Table table) throws Exception {
        post("warm-up", articles / 4);
        for (int round = 1; round <= 2; round++) {
            Progress.show("NDJSON, round " + round);
            long before = heap();
            Sample sample = post("round-" + round, articles);
            long after = heap();
            table.row(
                    "NDJSON posted and committed, articles of 4 KB",
                    String.format(Locale.ROOT, "%,.0f", articles / sample.seconds()),
                    String.format(Locale.ROOT, "%.0f", sample.bytes() / sample.seconds() / 1e6),
                    String.format(
                            Locale.ROOT, "%,d articles; heap %d MB before, %d MB after", articles, before, after));
        }
    }

    private record Sample(double seconds, long bytes) {}

    private Sample post(String run, int count) throws IOException, InterruptedException {
        Lines lines = new Lines(run, count);
        long begun = System.nanoTime();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(inlet.url() + "/api/articles"))
                                .header("Content-Type", "application/x-ndjson")
                                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> lines))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (answer.statusCode() != 202 || !answer.body().contains("\"written\":" + count)) {
            throw new IllegalStateException("answered " + answer.statusCode() + ": " + answer.body());
        }
        return new Sample(seconds, lines.bytes);
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    /** Made while they are read, so that the sender holds nothing. */
    private static final class Lines extends InputStream {

        private static final byte[] BODY = body();
        private final String run;
        private final int count;
        private byte[] line = {};
        private int position;
        private int made;
        private long bytes;

        Lines(String run, int count) {
            this.run = run;
            this.count = count;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] to, int offset, int length) {
            int read = 0;
            while (read < length && (position < line.length || next())) {
                int part = Math.min(length - read, line.length - position);
                System.arraycopy(line, position, to, offset + read, part);
                position += part;
                read += part;
            }
            bytes += read;
            return read == 0 ? -1 : read;
        }

        private boolean next() {
            if (made == count) {
                return false;
            }
            String id = run + "/" + made++;
            byte[] head = ("{\"url\":\"https://news.example/" + id + "\",\"title\":\"Article " + id
                            + "\",\"date\":\"2026-11-23T06:00:00Z\",\"text\":\"" + id + " ")
                    .getBytes(UTF_8);
            line = new byte[head.length + BODY.length];
            System.arraycopy(head, 0, line, 0, head.length);
            System.arraycopy(BODY, 0, line, head.length, BODY.length);
            position = 0;
            return true;
        }

        private static byte[] body() {
            return (MadePage.prose(new Random(1), CHARACTERS).replace("\n", "\\n") + "\"}\n").getBytes(UTF_8);
        }
    }
}
