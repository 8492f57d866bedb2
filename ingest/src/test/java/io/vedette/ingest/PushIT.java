package io.vedette.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.vedette.ingest.http.KeyExpiry;
import io.vedette.ingest.http.PushStreams;
import io.vedette.ingest.kafka.ArticleWriters;
import io.vedette.runtime.access.SecretKey;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Streams of articles over HTTP, into a broker. */
@ExtendWith(KafkaClusterExtension.class)
class PushIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String NDJSON = "application/x-ndjson";

    KafkaCluster cluster;

    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://push").withAutoRegister(true));
    private final Topics topics = new Topics(TopicSettings.DEFAULTS.withPartitions(3), serdes);
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "registry.url",
            "mock://push",
            "registry.autoRegister",
            "true",
            "ingest.bufferCapacity",
            "20",
            "ingest.batchSize",
            "10",
            "ingest.push.lineLimitBytes",
            "5000",
            "ingest.push.errors",
            "2",
            "http.maxRequestBytes",
            "10000",
            "http.port",
            "0"));
    private Written written;

    @BeforeEach
    void createTopics() throws Exception {
        settings.put("kafka.bootstrap.servers", cluster.getBootstrapServers());
        written = new Written(Configuration.of(settings), topics);
        written.createTopics();
    }

    @AfterEach
    void close() {
        serdes.close();
    }

    @Test
    void aStreamLongerThanARequestMayBeIsReadThroughABufferThatIsSmaller() throws Exception {
        String lines = lines(0, 1_000) + "{oops\n" + "{\"text\": \"" + "x".repeat(6_000) + "\"}\n{\"text\": \"\"}\n";
        try (Posts posts = posts()) {
            Posts.Answer plain = posts.stream(lines.getBytes(UTF_8), "Content-Type", NDJSON);
            Posts.Answer packed =
                    posts.stream(gzip(lines(1_000, 1_500)), "Content-Type", NDJSON, "Content-Encoding", "gzip");
            Posts.Answer small = posts.stream(lines(1_500, 1_502).getBytes(UTF_8), "Content-Type", NDJSON);

            assertThat(plain.status()).isEqualTo(202);
            assertThat(plain.body().get("read").asInt()).isEqualTo(1_003);
            assertThat(plain.body().get("written").asInt()).isEqualTo(1_000);
            assertThat(plain.body().get("rejected").asInt()).isEqualTo(3);
            assertThat(plain.body().get("errors")).hasSize(2);
            assertThat(plain.body().at("/errors/0/line").asInt()).isEqualTo(1_001);
            assertThat(plain.body().at("/errors/1/reason").asText()).contains("ingest.push.lineLimitBytes");
            assertThat(packed.body().get("written").asInt()).isEqualTo(500);
            assertThat(small.body().get("ids")).hasSize(2);
        }
        assertThat(written.articles())
                .hasSize(1_502)
                .extracting(ConsumerRecord::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void aStreamThatBrokeAndIsSentAgainUnderItsKeyGoesOnWhereItWasLeft() throws Exception {
        byte[] whole = lines(0, 300).getBytes(UTF_8);
        String[] headers = {"Content-Type", NDJSON, "Idempotency-Key", "nightly-2026-11-23"};
        try (Posts posts = posts()) {
            breakOff(posts, headers, lines(0, 120) + "{\"text\": \"Text 12");
            await().atMost(PATIENCE).until(() -> written.articles().size() == 120);

            Posts.Answer again = posts.stream(whole, headers);
            Posts.Answer oncemore = posts.stream(whole, headers);
            Posts.Answer other = posts.stream(lines(7, 9).getBytes(UTF_8), headers);

            assertThat(again.status()).isEqualTo(202);
            assertThat(again.body().get("known").asInt()).isEqualTo(120);
            assertThat(again.body().get("written").asInt()).isEqualTo(180);
            assertThat(oncemore.status()).isEqualTo(202);
            assertThat(oncemore.body().get("known").asInt()).isEqualTo(300);
            assertThat(other.status()).isEqualTo(422);
        }
        List<ConsumerRecord<String, Article>> articles = written.articles();
        assertThat(articles).hasSize(300).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
    }

    @Test
    void aKeyIsForgottenAWhileAfterItsLastArticle() throws Exception {
        Configuration config = Configuration.of(settings);
        ArticleWriters writers = new ArticleWriters(config, topics, Clock.systemUTC());
        try (PushStreams streams = new PushStreams(writers, "streams", 1);
                Posts posts = new Posts(config, topics)) {
            posts.stream(lines(0, 3).getBytes(UTF_8), "Content-Type", NDJSON, "Idempotency-Key", "once");
            try (KeyExpiry expiry = new KeyExpiry(writers, streams, Duration.ofMillis(1_200), Clock.systemUTC())) {
                expiry.start();
                await().atMost(PATIENCE).until(() -> written.progress().stream()
                        .anyMatch(record -> record.key().startsWith("push-") && record.value() == null));
            }
        }
        assertThat(written.articles()).hasSize(3);
    }

    @Test
    void whereKeysAreConfiguredNobodyElseIsTaken() throws Exception {
        settings.put("ingest.push.keys", SecretKey.hash("secret"));
        byte[] lines = lines(0, 2).getBytes(UTF_8);
        try (Posts posts = posts()) {
            Posts.Answer without = posts.stream(lines, "Content-Type", NDJSON);
            Posts.Answer wrong = posts.post("{\"text\": \"One.\"}");
            Posts.Answer right = posts.stream(lines, "Content-Type", NDJSON, "Authorization", "Bearer secret");

            assertThat(without.status()).isEqualTo(401);
            assertThat(without.contentType()).startsWith("application/problem+json");
            assertThat(without.response().headers().firstValue("WWW-Authenticate"))
                    .isPresent();
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(right.status()).isEqualTo(202);
        }
        assertThat(written.articles()).hasSize(2);
    }

    @Test
    void aStreamOfWhichNothingCanBeTakenIsRefused() throws Exception {
        try (Posts posts = posts()) {
            assertThat(posts.stream("{\"text\": \"\"}\n".getBytes(UTF_8), "Content-Type", NDJSON)
                            .status())
                    .isEqualTo(400);
            assertThat(posts.stream("\n\n".getBytes(UTF_8), "Content-Type", NDJSON)
                            .status())
                    .isEqualTo(400);
            Posts.Answer damaged =
                    posts.stream("no gzip".getBytes(UTF_8), "Content-Type", NDJSON, "Content-Encoding", "gzip");
            assertThat(damaged.status()).isEqualTo(400);
            assertThat(damaged.body().get("detail").asText()).contains("can't be read");
        }
    }

    private Posts posts() {
        return new Posts(Configuration.of(settings), topics);
    }

    /** Sends the beginning of a chunked body and hangs up. */
    private static void breakOff(Posts posts, String[] headers, String beginning) throws IOException {
        byte[] body = beginning.getBytes(UTF_8);
        StringBuilder head = new StringBuilder("POST /api/articles HTTP/1.1\r\nHost: localhost\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        head.append("Transfer-Encoding: chunked\r\n\r\n")
                .append(Integer.toHexString(body.length))
                .append("\r\n");
        try (Socket socket = new Socket("127.0.0.1", posts.port());
                OutputStream out = socket.getOutputStream()) {
            out.write(head.toString().getBytes(UTF_8));
            out.write(body);
            out.flush();
        }
    }

    private static String lines(int from, int to) {
        StringBuilder lines = new StringBuilder();
        for (int i = from; i < to; i++) {
            lines.append("{\"text\": \"Text ").append(i).append("\"}\n");
        }
        return lines.toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = new ByteArrayInputStream(text.getBytes(UTF_8));
                GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            in.transferTo(out);
        }
        return bytes.toByteArray();
    }
}
