package io.vedette.e2e.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vedette.text.article.ArticleId;
import io.vedette.text.article.CanonicalUrl;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends articles when they are due, whatever comes back, to the instances of ingest in turns.  What is not answered with 202 is
 * sent again, to the next, until it is: as any careful sender does.
 */
final class Load implements AutoCloseable {

    /** One article in so many raises an alert. */
    static final int ALERT_EVERY = 20;
    /** Each alerting article is for the next of so many watches. */
    static final int WATCHES = 50;

    private static final int BATCHES_A_SECOND = 5;
    /** A little longer than ingest takes to say that Kafka does not commit. */
    private static final Duration PATIENCE = Duration.ofSeconds(28);

    private static final long PAUSE_MILLIS = 200;
    private static final Instant LATEST = Instant.parse("2026-01-01T00:00:00Z");
    /** So far apart articles can't tell one story. */
    private static final Duration LONGER_THAN_A_STORY = Duration.ofDays(8);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ledger ledger;
    private final List<Instance> ingest;
    private final int batch;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService senders = Executors.newCachedThreadPool();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean closed;

    /** Begins at once. */
    Load(Ledger ledger, List<Instance> ingest, int articlesPerSecond) {
        this.ledger = ledger;
        this.ingest = ingest;
        this.batch = Math.max(1, articlesPerSecond / BATCHES_A_SECOND);
        long period = TimeUnit.SECONDS.toMicros(1) * batch / articlesPerSecond;
        clock.scheduleAtFixedRate(this::next, 0, period, TimeUnit.MICROSECONDS);
    }

    /** Makes no new articles, and waits until those that are due are taken. */
    void pause() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(10, TimeUnit.SECONDS);
        while (underWay.get() > 0) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    @Override
    public void close() {
        closed = true;
        clock.shutdownNow();
        senders.shutdownNow();
    }

    /** The query of one of the watches. */
    static String query(int watch) {
        return "\"rising floodwaters\" AND \"gauge " + watch + "\"";
    }

    private void next() {
        ArrayNode articles = JSON.createArrayNode();
        int first = ledger.size();
        for (int number = first; number < first + batch; number++) {
            boolean alerting = number % ALERT_EVERY == 0;
            String url = "https://chaos.example.org/" + number;
            ledger.due(ArticleId.of(CanonicalUrl.of(url).orElseThrow(), ""), alerting);
            articles.addObject()
                    .put("url", url)
                    .put("title", "Bridge " + number)
                    .put("date", published(number).toString())
                    .put("text", text(number, alerting));
        }
        underWay.incrementAndGet();
        senders.execute(() -> send(articles.toString()));
    }

    private void send(String articles) {
        try {
            while (!closed && !isTaken(articles)) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.decrementAndGet();
        }
    }

    private boolean isTaken(String articles) {
        Instance instance = ingest.get(Math.floorMod(turn.getAndIncrement(), ingest.size()));
        try {
            HttpResponse<String> answer = instance.post("/api/articles", articles, PATIENCE);
            return answer.statusCode() == 202;
        } catch (IOException e) {
            // It is gone, or hangs; the next is asked.
            return false;
        }
    }

    /** No watch hears twice of one story: each day has one article for each. */
    private static Instant published(int number) {
        return LATEST.minus(LONGER_THAN_A_STORY.multipliedBy(number / (ALERT_EVERY * WATCHES)));
    }

    private static String text(int number, boolean alerting) {
        String event = alerting
                ? "Rising floodwaters at gauge " + number / ALERT_EVERY % WATCHES + " closed"
                : "A parade closed";
        return event + " bridge " + number + " over the river near Melitopol on Tuesday, officials said. "
                + "Traffic was sent over road " + number % 97 + " until the evening.";
    }
}
