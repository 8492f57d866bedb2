package io.vedette.app.acl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.app.allinone.Services;
import io.vedette.app.api.ApiClient;
import io.vedette.app.article.TagData;
import io.vedette.app.embedded.SecuredBroker;
import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.file.FileIngest;
import io.vedette.ingest.file.IngestListener;
import io.vedette.ingest.kafka.ArticleWriters;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Lane;
import io.vedette.schemas.SourceState;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** One service with some permissions, on topics of its own, everything else being done by the super user. */
final class Trial implements AutoCloseable {

    private static final int PARTITIONS = 2;
    private static final Duration READY_WITHIN = Duration.ofSeconds(150);
    private static final Duration USED_WITHIN = Duration.ofSeconds(100);
    private static final Duration TROUBLE_STAYS = Duration.ofSeconds(15);
    private static final Duration SETTLED = Duration.ofSeconds(5);
    private static final String MARK = "harbour";
    private static final String TEXT = "A drone struck the " + MARK + " of Odesa on Monday, officials said, ";

    private final Role role;
    private final Configuration superUser;
    private final Configuration user;
    private final String name;
    private final boolean withCanaries;
    private final AvroSerdes serdes;
    private final Topics topics;
    private final List<Services> running = new ArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final HttpServer web;
    private @Nullable ApiClient api;

    /** @param withCanaries whether enrichment runs, too, so that canaries fly through all of it */
    Trial(SecuredBroker broker, Role role, Map<String, String> client, boolean withCanaries, Path folder, String name)
            throws IOException {
        this.role = role;
        this.name = name;
        this.withCanaries = withCanaries;
        superUser = configuration(broker.certificate("broker"), withCanaries, folder, name);
        user = configuration(client, withCanaries, folder, name);
        serdes = new AvroSerdes(superUser.registry().settings());
        topics = new Topics(superUser.topics().settings(), serdes);
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
        log.start();
        root().addAppender(log);
    }

    /** The same for everybody, but for who it is. */
    static Configuration configuration(Map<String, String> client, boolean canaries, Path folder, String name) {
        Map<String, String> settings = new HashMap<>();
        client.forEach((key, value) -> settings.put("kafka." + key, value));
        settings.put("kafka.streams.repartition.purge.interval.ms", "1000");
        settings.put("registry.url", "mock://trial");
        settings.put("topics.prefix", name + ".");
        settings.put("topics.partitions", Integer.toString(PARTITIONS));
        settings.put("http.port", "0");
        settings.put("ingest.transactionalId", name + "-ingest");
        settings.put("ingest.polling.group", name + "-polling");
        settings.put("ingest.web.allow", "127.0.0.0/8");
        settings.put("ingest.web.ownHosts", "127.0.0.1");
        settings.put("ingest.evidence.folder", folder.resolve("evidence").toString());
        settings.put("ingest.kafka.0.id", "own");
        settings.put("ingest.kafka.0.topic", name + ".own");
        settings.put("alerts.canaryInterval", canaries ? "1s" : "0s");
        settings.put("alerts.canaryPatience", "8s");
        settings.put("delivery.applicationId", name + "-delivery");
        settings.put("delivery.channels.0.name", "desk");
        settings.put("delivery.channels.0.type", "topic");
        settings.put("delivery.defaultChannels", "desk");
        for (String service : new String[] {"enrich", "alerts"}) {
            settings.put(service + ".applicationId", name + "-" + service);
            settings.put(service + ".threads", "1");
            settings.put(service + ".stateDir", folder.resolve(name).toString());
        }
        return Configuration.of(settings);
    }

    Configuration superUser() {
        return superUser;
    }

    void createForeignTopic(Admin admin) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(name + ".own", 1, (short) 1)))
                .all()
                .get();
    }

    /** Starts the service and uses it until everything came of it, or something shows that won't. */
    Without.Row run(String kind) throws InterruptedException {
        if (withCanaries) {
            running.add(Services.start(superUser, SecuredPipeline.kinds(Role.ENRICH), () -> LoadedOnce.DATA));
        }
        Services services;
        try {
            services = Services.start(user, SecuredPipeline.kinds(role), () -> LoadedOnce.DATA);
        } catch (RuntimeException e) {
            return new Without.Row(kind, Without.Effect.START, sign(String.valueOf(e.getMessage())));
        }
        running.add(services);
        api = new ApiClient(services.url());
        String trouble = await(READY_WITHIN, () -> List.of());
        if (trouble != null) {
            return new Without.Row(kind, Without.Effect.START, sign(trouble));
        }
        log.list.clear();
        try {
            use();
        } catch (IllegalStateException e) {
            return new Without.Row(kind, Without.Effect.FIRST_USE, sign(String.valueOf(e.getMessage())));
        }
        trouble = await(USED_WITHIN, this::outstanding);
        if (trouble == null) {
            Thread.sleep(SETTLED.toMillis());
            trouble = await(USED_WITHIN, List::of);
        }
        if (trouble != null) {
            return new Without.Row(kind, Without.Effect.FIRST_USE, sign(trouble));
        }
        return complaint()
                .map(said -> new Without.Row(kind, Without.Effect.WARNING, sign(said)))
                .orElse(new Without.Row(kind, Without.Effect.SILENT, ""));
    }

    private interface Outstanding {
        List<String> get() throws InterruptedException;
    }

    /** Null once the service is well and nothing is outstanding; otherwise what is, or was for too long. */
    private @Nullable String await(Duration patience, Outstanding outstanding) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        long refusedSince = 0;
        List<String> open;
        do {
            open = new ArrayList<>(troubles());
            open.addAll(outstanding.get());
            if (open.isEmpty()) {
                return null;
            }
            boolean refused = open.stream().anyMatch(Trial::isRefusal);
            refusedSince = !refused ? 0 : refusedSince == 0 ? System.nanoTime() : refusedSince;
            if (refused && System.nanoTime() - refusedSince > TROUBLE_STAYS.toNanos()) {
                break;
            }
            Thread.sleep(200);
        } while (System.nanoTime() < end);
        String first = open.get(0);
        return open.stream()
                .filter(Trial::isRefusal)
                .findFirst()
                .orElse(first + complaint().map(said -> ": " + said).orElse(""));
    }

    private List<String> troubles() throws InterruptedException {
        List<String> troubles = new ArrayList<>();
        JsonNode health = client().get("/health/ready").body();
        health.path("components").fields().forEachRemaining(component -> {
            // a busy machine does not answer these two in time
            boolean own =
                    !component.getKey().equals("kafka") && !component.getKey().equals("registry");
            if (own && !component.getValue().path("status").asText().equals("UP")) {
                troubles.add(component.getKey() + " is not ready: "
                        + component.getValue().path("reason").asText());
            }
        });
        return troubles;
    }

    private Optional<String> complaint() {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(event -> event.getFormattedMessage()
                        + (event.getKeyValuePairs() == null ? "" : " " + event.getKeyValuePairs())
                        + (event.getThrowableProxy() == null
                                ? ""
                                : " " + event.getThrowableProxy().getMessage()))
                .filter(Trial::isRefusal)
                .findFirst();
    }

    private static boolean isRefusal(String message) {
        return message.contains("uthoriz");
    }

    private void use() throws InterruptedException {
        switch (role) {
            case INGEST -> useIngest();
            case ENRICH -> {
                articles();
                send(topics.articles().name(), 0, "bad", "bad".getBytes(UTF_8));
            }
            default -> useAlerts();
        }
    }

    private List<String> outstanding() throws InterruptedException {
        List<String> missing = new ArrayList<>();
        switch (role) {
            case INGEST -> {
                for (String by : new String[] {"post", "feed", "topic"}) {
                    require(missing, topics.articles().name(), value -> value.contains(TEXT + "by " + by));
                }
                require(missing, topics.sourceState().name(), value -> value.contains("polled"));
                require(missing, topics.ingestState().name(), value -> value.contains("polled"));
                require(missing, topics.ingestDeadLetters().name(), value -> true);
            }
            case ENRICH -> {
                for (Topic<?, ?> topic : List.of(topics.enriched(), topics.enriched(Lane.BACKFILL))) {
                    for (int partition = 0; partition < PARTITIONS; partition++) {
                        String wanted = "no " + partition;
                        require(missing, topic.name(), value -> value.contains(wanted));
                    }
                }
                require(missing, topics.articleHistory().name(), value -> true);
                require(missing, topics.stories().name(), value -> true);
                require(missing, topics.enrichDeadLetters().name(), value -> true);
            }
            default -> {
                for (Topic<?, ?> topic : List.of(
                        topics.alerts(),
                        topics.alertsJson(),
                        topics.alertState(),
                        topics.deliveries(),
                        topics.channelAlerts("desk"))) {
                    require(missing, topic.name(), value -> value.contains(MARK));
                }
                require(missing, topics.alertedArticles().name(), value -> value.contains(MARK));
                require(missing, topics.alerts().name(), value -> value.contains("quiet"));
                require(missing, topics.watchHistory().name(), value -> value.contains("often"));
                require(missing, topics.alertsDeadLetters().name(), value -> true);
                JsonNode hits = client().get("/api/alerts?watch=" + MARK).body();
                if (!hits.toString().contains(MARK)) {
                    missing.add("the API finds no alert");
                }
            }
        }
        return missing;
    }

    private void useIngest() throws InterruptedException {
        String feed = "http://127.0.0.1:" + web.getAddress().getPort() + "/feed.xml";
        backfill();
        good(client().post("/api/articles", "{\"text\":\"" + TEXT + "by post.\"}"));
        good(client().put(
                        "/api/sources/polled",
                        "{\"id\":\"polled\",\"kind\":\"FEED\",\"page\":\"NEVER\",\"url\":\"" + feed + "\"}"));
        send(name + ".own", 0, "good", ("{\"text\":\"" + TEXT + "by topic.\"}").getBytes(UTF_8));
        send(name + ".own", 0, "bad", "bad".getBytes(UTF_8));
    }

    private void backfill() throws InterruptedException {
        ArticleFactory factory = new ArticleFactory(user.ingest().textLimitBytes(), Clock.systemUTC());
        ArticleWriters writers = new ArticleWriters(user, topics, Lane.BACKFILL, Clock.systemUTC());
        try {
            Path file = Files.writeString(
                    Files.createTempFile(user.enrich().stateDir().getParent(), "old", ".jsonl"),
                    "{\"text\":\"" + TEXT + "of old.\"}\n");
            new FileIngest(writers, factory, new IngestMetrics(new SimpleMeterRegistry()))
                    .run(List.of(file), IngestListener.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (KafkaException e) {
            throw new IllegalStateException(e.toString(), e);
        }
    }

    private void useAlerts() throws InterruptedException {
        enriched("before");
        good(client().put("/api/watches/" + MARK, watch(MARK, MARK)));
        good(client().put("/api/watches/often", watch("often", "COUNT(" + MARK + ", 1h) >= 100")));
        enriched("after");
        good(client().post("/api/watches/often/silence", "{\"reason\":\"trial\",\"until\":\"2999-01-01T00:00:00Z\"}"));
        send(topics.enriched().name(), 0, "bad", "bad".getBytes(UTF_8));
        for (String status : new String[] {"HEALTHY", "SILENT"}) {
            byte[] state = topics.sourceState()
                    .valueSerde()
                    .serializer()
                    .serialize(
                            topics.sourceState().name(),
                            SourceState.newBuilder()
                                    .setSourceId("quiet")
                                    .setStatus(status)
                                    .setSince(Instant.now())
                                    .build());
            send(topics.sourceState().name(), null, "quiet", state);
        }
    }

    /** What enrichment would write. */
    private void enriched(String when) {
        for (String number : new String[] {"one", "two"}) {
            String id = when + "-" + number;
            EnrichedArticle article = EnrichedArticle.newBuilder()
                    .setArticle(Article.newBuilder()
                            .setId(id)
                            .setTitle("A " + MARK)
                            .setText(TEXT + id)
                            .setFetchedAt(Instant.now())
                            .build())
                    .build();
            Topic<String, EnrichedArticle> topic = topics.enriched();
            send(topic.name(), null, id, topic.valueSerde().serializer().serialize(topic.name(), article));
        }
    }

    /** Of another producer, some of them where they don't belong. */
    private void articles() {
        long now = System.nanoTime();
        for (Lane lane : Lane.values()) {
            for (int number = 0; number < 2 * PARTITIONS; number++) {
                Topic<String, Article> topic = topics.articles(lane);
                Article article = Article.newBuilder()
                        .setTitle("A " + MARK)
                        .setText(TEXT + "no " + number / 2 + " of " + now + " " + number)
                        .build();
                send(
                        topic.name(),
                        number % PARTITIONS,
                        null,
                        topic.valueSerde().serializer().serialize(topic.name(), article));
            }
        }
    }

    private void send(String topic, @Nullable Integer partition, @Nullable String key, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                new KafkaClients(superUser.kafka()).producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, partition, key == null ? null : key.getBytes(UTF_8), value));
        }
    }

    private void require(List<String> missing, String topic, Predicate<String> wanted) {
        if (values(topic).noneMatch(wanted)) {
            missing.add("nothing came to " + topic.substring(name.length() + 1));
        }
    }

    /** Keys and values that are committed, as text. */
    private Stream<String> values(String topic) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                new KafkaClients(superUser.kafka()).consumer(null),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new LinkedHashMap<>(consumer.endOffsets(partitions));
            long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())
                    && System.nanoTime() < until) {
                consumer.poll(Duration.ofMillis(50))
                        .forEach(record -> values.add(text(record.key()) + " " + text(record.value())));
            }
        }
        return values.stream();
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, ISO_8859_1);
    }

    /** One line that is the same for every trial. */
    private String sign(String message) {
        return message.lines()
                .findFirst()
                .orElse("")
                .replaceAll("\\b" + name + "([.-])", "vedette$1")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID")
                .replaceAll("\\[(Consumer|Producer|AdminClient) [^\\]]*\\] ", "")
                .replace('\t', ' ');
    }

    private ApiClient client() {
        ApiClient client = api;
        if (client == null) {
            throw new IllegalStateException("not started");
        }
        return client;
    }

    private static String watch(String id, String query) {
        return "{\"id\":\"" + id + "\",\"title\":\"" + id + "\",\"query\":\"" + query + "\"}";
    }

    private static void good(ApiClient.Answer answer) {
        if (!answer.isGood()) {
            throw new IllegalStateException("HTTP " + answer.status() + ": " + answer.problem());
        }
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    public void close() throws InterruptedException {
        root().detachAppender(log);
        List<Thread> stopping =
                running.stream().map(services -> new Thread(services::close)).toList();
        stopping.forEach(Thread::start);
        for (Thread thread : stopping) {
            thread.join();
        }
        web.stop(0);
        serdes.close();
    }

    /** It takes a second, and never changes. */
    private static final class LoadedOnce {
        static final TagData DATA = TagData.load(Configuration.defaults().tagging());
    }
}
