package io.vedette.app.acl;

import static io.vedette.app.acl.TrialUse.good;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.app.api.ApiClient;
import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.file.FileIngest;
import io.vedette.ingest.file.IngestListener;
import io.vedette.ingest.kafka.ArticleWriters;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.Lane;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An article by each way that there is: an old file, a request, a feed, a topic of others, which has one that is none, too. */
final class IngestUse implements TrialUse, AutoCloseable {

    private static final Duration TIME_TO_FILL_IN = Duration.ofSeconds(15);

    private final Configuration user;
    private final TrialTopics topics;
    private final String foreign;
    private final Path folder;
    private final HttpServer web;

    /**
     * @param user as whom the old file is filled in, as the command does
     * @param foreign the topic of others
     */
    IngestUse(Configuration user, TrialTopics topics, String foreign, Path folder) throws IOException {
        this.user = user;
        this.topics = topics;
        this.foreign = foreign;
        this.folder = folder;
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/feed.xml", exchange -> {
            byte[] feed = ("<rss version=\"2.0\"><channel><title>Feed</title><item><title>Feed</title><guid>1</guid>"
                            + "<description>" + TEXT + "by feed.</description></item></channel></rss>")
                    .getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, feed.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(feed);
            }
        });
        web.start();
    }

    @Override
    public void begin(ApiClient service) throws InterruptedException {
        String feed = "http://127.0.0.1:" + web.getAddress().getPort() + "/feed.xml";
        fillIn();
        good(service.post("/api/articles", "{\"text\":\"" + TEXT + "by post.\"}"));
        good(service.put(
                "/api/sources/polled",
                "{\"id\":\"polled\",\"kind\":\"FEED\",\"page\":\"NEVER\",\"url\":\"" + feed + "\"}"));
        topics.send(foreign, 0, "good", ("{\"text\":\"" + TEXT + "by topic.\"}").getBytes(UTF_8));
        topics.send(foreign, 0, "bad", "bad".getBytes(UTF_8));
    }

    @Override
    public List<String> outstanding(ApiClient service) {
        List<String> missing = new ArrayList<>();
        Topics names = topics.names();
        for (String by : new String[] {"post", "feed", "topic"}) {
            topics.require(missing, names.articles(), value -> value.contains(TEXT + "by " + by));
        }
        topics.require(missing, names.sourceState(), value -> value.contains("polled"));
        topics.require(missing, names.ingestState(), value -> value.contains("polled"));
        topics.require(missing, names.ingestDeadLetters(), value -> true);
        return missing;
    }

    /** Without a permission it would try for ever. */
    private void fillIn() throws InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<?> filled = thread.submit(() -> {
                publish();
                return null;
            });
            filled.get(TIME_TO_FILL_IN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("an old article was not filled in", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(String.valueOf(e.getCause()), e);
        } finally {
            thread.shutdownNow();
        }
    }

    private void publish() throws IOException, InterruptedException {
        ArticleFactory factory = new ArticleFactory(user.ingest().textLimitBytes(), Clock.systemUTC());
        ArticleWriters writers = new ArticleWriters(user, topics.names(), Lane.BACKFILL, Clock.systemUTC());
        Path file = Files.writeString(
                Files.createTempFile(folder, "old", ".jsonl"), "{\"text\":\"" + TEXT + "of old.\"}\n");
        new FileIngest(writers, factory, new IngestMetrics(new SimpleMeterRegistry()))
                .run(List.of(file), IngestListener.NONE);
    }

    @Override
    public void close() {
        web.stop(0);
    }
}
