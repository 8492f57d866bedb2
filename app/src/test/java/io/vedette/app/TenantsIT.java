package io.vedette.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.alerts.AlertsService;
import io.vedette.alerts.delivery.DeliveryService;
import io.vedette.app.article.TagData;
import io.vedette.app.embedded.EmbeddedBroker;
import io.vedette.app.embedded.Ports;
import io.vedette.app.topics.TopicSetup;
import io.vedette.ingest.IngestService;
import io.vedette.runtime.Service;
import io.vedette.runtime.access.Authentication;
import io.vedette.runtime.access.SecretKey;
import io.vedette.runtime.audit.AuditTopic;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.Access;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.keys.KeyService;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.runtime.trail.AuditService;
import io.vedette.schemas.Alert;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Delivery;
import io.vedette.schemas.DeliveryState;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Other tenants try each route of the API with what belongs to {@code acme}.  A route without an entry in the table fails, so that
 * none comes to be without being tried.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class TenantsIT {

    private static final String OWNER = "acme";
    /** One is called as the owner begins, one begins as the owner is called. */
    private static final List<String> OTHERS = List.of("acm", "acme2", "rival");

    private static final String WATCH = "acme:melitopol";
    private static final String ALERT = "alert-of-acme";
    private static final String CHANNEL = "acme-post";
    private static final String OLD = "old-article";
    private static final String NEW = "new-article";
    /** Stands in everything that is the owner's. */
    private static final String SECRET = "verysecret";

    private final HttpClient http = HttpClient.newHttpClient();
    private final Metrics metrics = new Metrics();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    private static Path folder;

    private HttpServer server;
    private Topics topics;
    private KafkaClients clients;
    private String job;
    private String key;

    /** Who comes through the gate of a route, and what others ask there. */
    private interface Tried {}

    private enum Closed implements Tried {
        /** Tells nothing of anybody. */
        OPEN,
        /** For whoever runs Vedette. */
        HOUSE
    }

    /**
     * A list, in which nothing of the owner's may be.
     *
     * @param mine a request with which the owner sees what is its own; null if there is nothing to see
     * @param asked paths with queries, and bodies
     */
    private record Lists(String mine, List<Request> asked) implements Tried {}

    /** Requests that name what is the owner's: answered as if there were nothing. */
    private record Names(List<Request> asked) implements Tried {}

    private record Request(String path, String body) {}

    @BeforeAll
    void start() throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"), Ports.from(0));
        open.add(broker);
        Configuration configuration = Configuration.of(settings(broker.bootstrapServers()));
        new TopicSetup(configuration).create();
        AvroSerdes serdes = new AvroSerdes(configuration.registry().settings());
        open.add(serdes);
        topics = new Topics(configuration.topics().settings(), serdes);
        clients = new KafkaClients(configuration.kafka());
        fill();
        serve(configuration);
        await().atMost(Duration.ofMinutes(2)).ignoreExceptions().untilAsserted(() -> {
            assertThat(send(OWNER, "GET", "/api/alerts", "").body()).contains(SECRET);
            assertThat(send(OWNER, "GET", "/api/deliveries", "").body()).contains(SECRET);
            assertThat(send(OWNER, "PUT", "/api/watches/melitopol", watch(SECRET))
                            .statusCode())
                    .isEqualTo(200);
        });
        send(OWNER, "POST", "/api/watches/melitopol/silence", "{\"reason\":\"" + SECRET + "\"}");
        job = json(send(OWNER, "POST", "/api/backtests", backtest("melitopol")))
                .path("id")
                .asText();
        key = json(send(OWNER, "POST", "/api/keys", "{\"name\":\"" + SECRET + "\",\"scopes\":[\"read\"]}"))
                .path("id")
                .asText();
        await().untilAsserted(() ->
                assertThat(send(OWNER, "GET", "/api/silences", "").body()).contains(SECRET));
    }

    @AfterAll
    void stop() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
        metrics.close();
    }

    @Test
    @Order(1)
    void everyRouteIsTried() {
        assertThat(table().keySet()).isEqualTo(new TreeSet<>(server.routes()));
    }

    @Test
    @Order(2)
    void whatIsTheHousesIsClosedToTenantsWhateverTheirScopes() throws Exception {
        for (Map.Entry<String, Tried> entry : table().entrySet()) {
            if (entry.getValue() == Closed.HOUSE) {
                String[] route = entry.getKey().split(" ");
                assertThat(send("rival", route[0], route[1].replaceAll("\\{[^}]*}", "1"), "")
                                .statusCode())
                        .as(entry.getKey())
                        .isEqualTo(403);
                assertThat(server.tenantRoutes()).doesNotContain(entry.getKey());
            }
        }
    }

    @Test
    @Order(3)
    void theOwnerSeesWhatIsItsOwn() throws Exception {
        for (Map.Entry<String, Tried> entry : table().entrySet()) {
            if (entry.getValue() instanceof Lists lists && lists.mine() != null) {
                String method = entry.getKey().split(" ")[0];
                assertThat(send(OWNER, method, lists.mine(), "").body())
                        .as(entry.getKey())
                        .containsAnyOf(SECRET, WATCH, OLD);
            }
        }
        assertThat(json(send(OWNER, "GET", "/api/articles/" + OLD, ""))
                        .path("alerted")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @Order(4)
    void nobodySeesOrChangesWhatIsAnothers() throws Exception {
        String before = send(OWNER, "GET", "/api/watches/melitopol", "").body();
        for (String other : OTHERS) {
            for (Map.Entry<String, Tried> entry : table().entrySet()) {
                String method = entry.getKey().split(" ")[0];
                if (entry.getValue() instanceof Lists lists) {
                    for (Request asked : lists.asked()) {
                        assertTellsNothing(
                                send(other, method, asked.path(), asked.body()), other, entry.getKey(), asked);
                    }
                } else if (entry.getValue() instanceof Names names) {
                    for (Request asked : names.asked()) {
                        Answer answer = send(other, method, asked.path(), asked.body());
                        assertTellsNothing(answer, other, entry.getKey(), asked);
                        if (answer.statusCode() / 100 == 2) {
                            assertThat(answer.body())
                                    .as("%s %s of %s may only be of its own", method, asked, other)
                                    .contains(other + ":");
                        } else {
                            // never that there is such a thing, but not for them
                            assertThat(answer.statusCode())
                                    .as("%s %s of %s", method, asked, other)
                                    .isIn(400, 404);
                        }
                    }
                }
            }
        }

        assertThat(send(OWNER, "GET", "/api/watches/melitopol", "").body()).isEqualTo(before);
        assertThat(send(OWNER, "GET", "/api/silences", "").body()).contains(SECRET);
        assertThat(send(OWNER, "GET", "/api/backtests", "").body()).contains(job);
        assertThat(send(OWNER, "GET", "/api/keys", "").body()).contains(key);
        JsonNode deliveries = json(send(OWNER, "GET", "/api/deliveries", ""));
        assertThat(deliveries.path("open").findValuesAsText("status")).containsExactly("PARKED");
        assertThat(json(send(OWNER, "GET", "/api/alerts/" + ALERT, ""))
                        .path("status")
                        .asText())
                .isEqualTo("OPEN");
        assertThat(send("operator", "GET", "/api/watches", "").body())
                .as("nothing was put among another's watches")
                .doesNotContain("acme:new");
    }

    @Test
    @Order(5)
    void anArticleIsCommonAndThatItAlertedSomebodyIsNot() throws Exception {
        assertThat(json(send(OWNER, "GET", "/api/articles/" + NEW, ""))
                        .path("alerted")
                        .asBoolean())
                .isTrue();
        JsonNode seen = json(send("rival", "GET", "/api/articles", ""));
        assertThat(seen.path("items").findValuesAsText("id")).containsExactly(NEW);
        assertThat(seen.path("items").get(0).path("alerted").asBoolean()).isFalse();
        assertThat(json(send("rival", "GET", "/api/articles?total=true&watch=" + WATCH, ""))
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    @Order(6)
    void theStreamOfAnotherIsSilent() throws Exception {
        assertThat(stream(OWNER, "")).contains(SECRET);
        assertThat(stream("rival", "")).doesNotContain(SECRET).doesNotContain(ALERT);
        assertThat(stream("rival", "?watch=" + WATCH)).doesNotContain(SECRET);
    }

    @Test
    @Order(7)
    void aKeyStaysWithTheTenantWhoseAdminMadeIt() throws Exception {
        String secret = json(send("rival", "POST", "/api/keys", "{\"name\":\"child\",\"scopes\":[\"admin\"]}"))
                .path("key")
                .asText();

        assertThat(json(send(secret, "GET", "/api/keys", "")).findValuesAsText("tenant"))
                .containsOnly("rival");
        assertThat(send(secret, "GET", "/api/sources", "").statusCode()).isEqualTo(403);
        for (String tenant : List.of("acme", "house", "", "Rival", "rival:")) {
            assertThat(send(
                                    secret,
                                    "POST",
                                    "/api/keys",
                                    "{\"name\":\"x\",\"scopes\":[\"read\"],\"tenant\":\"" + tenant + "\"}")
                            .statusCode())
                    .as("a key for \"%s\"", tenant)
                    .isEqualTo(400);
        }
        assertThat(json(send(
                                "operator",
                                "POST",
                                "/api/keys",
                                "{\"name\":\"n\",\"scopes\":[\"read\"],\"tenant\":\"new\"}"))
                        .path("tenant")
                        .asText())
                .isEqualTo("new");
    }

    @Test
    @Order(8)
    void noMoreWatchesAndBacktestsThanATenantMayHave() throws Exception {
        for (int i = 0; i < 5; i++) {
            send("full", "PUT", "/api/watches/w" + i, watch("one"));
        }

        Answer refused = send("full", "PUT", "/api/watches/w9", watch("one more"));
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("alerts.api.tenantWatches");
        assertThat(send("full", "PUT", "/api/watches/w4", watch("changed")).statusCode())
                .isEqualTo(200);
        assertThat(send("full", "PUT", "/api/watches/w0", watchOn("acme-post")).body())
                .contains("there is no channel")
                .doesNotContain(OWNER + " ");
    }

    private Map<String, Tried> table() {
        Map<String, Tried> table = new TreeMap<>();
        for (String open : List.of(
                "GET /api/openapi.json", "GET /api/watches/_applied", "GET /health/live", "GET /health/ready")) {
            table.put(open, Closed.OPEN);
        }
        for (String house : List.of(
                "GET /metrics",
                "GET /topology",
                "POST /api/articles",
                "GET /api/evidence/{file}/{offset}",
                "GET /api/evidence/{file}/{offset}/body",
                "GET /api/sources",
                "POST /api/sources",
                "GET /api/sources/{id}",
                "PUT /api/sources/{id}",
                "DELETE /api/sources/{id}",
                "POST /api/sources/{id}/pause",
                "POST /api/sources/{id}/resume")) {
            table.put(house, Closed.HOUSE);
        }
        table.put(
                "GET /api/alerts",
                lists(
                        "/api/alerts",
                        "/api/alerts?total=true",
                        "/api/alerts?watch=" + WATCH,
                        "/api/alerts?watch=*",
                        "/api/alerts?q=" + SECRET,
                        "/api/alerts?format=csv",
                        "/api/alerts?format=geojson"));
        table.put("GET /api/alerts/stream", Closed.OPEN); // reads on and on: see theStreamOfAnotherIsSilent
        table.put("GET /api/alerts/{id}", names("/api/alerts/%s", ids(ALERT), ""));
        table.put(
                "POST /api/alerts/{id}/feedback",
                new Names(List.of(
                        new Request("/api/alerts/" + ALERT + "/feedback", "{\"what\":\"ACKNOWLEDGE\"}"),
                        new Request(
                                "/api/alerts/" + ALERT + "/feedback",
                                "{\"what\":\"ACKNOWLEDGE\",\"watchId\":\"" + WATCH + "\"}"),
                        new Request(
                                "/api/alerts/" + ALERT + "/feedback",
                                "{\"what\":\"ACKNOWLEDGE\",\"watchId\":\"rival:own\"}"),
                        new Request(
                                "/api/alerts/never-seen/feedback",
                                "{\"what\":\"ACKNOWLEDGE\",\"watchId\":\"" + WATCH + "\"}"))));
        table.put(
                "GET /api/articles",
                lists(
                        "/api/articles?watch=" + WATCH,
                        "/api/articles?watch=" + WATCH,
                        "/api/articles?status=OPEN",
                        "/api/articles?label=" + SECRET,
                        "/api/articles?total=true&to=-40d",
                        "/api/articles?format=ndjson&severity=WARNING"));
        table.put("GET /api/articles/{id}", names("/api/articles/%s", List.of(OLD), ""));
        table.put("GET /api/claims", new Lists(null, List.of(new Request("/api/claims?watch=" + WATCH, ""))));
        table.put(
                "GET /api/audit",
                lists(
                        "/api/audit",
                        "/api/audit?tenant=acme",
                        "/api/audit?who=acme",
                        "/api/audit?cursor=0&what=melitopol"));
        table.put("GET /api/backtests", new Lists(null, List.of(new Request("/api/backtests", ""))));
        table.put(
                "POST /api/backtests",
                new Names(List.of(
                        new Request("/api/backtests", backtest(WATCH)),
                        new Request("/api/backtests", backtest("ACME:melitopol")),
                        new Request("/api/backtests", backtest(":melitopol")))));
        table.put("GET /api/backtests/{id}", names("/api/backtests/%s", List.of(job), ""));
        table.put("DELETE /api/backtests/{id}", names("/api/backtests/%s", List.of(job), ""));
        table.put(
                "GET /api/deliveries",
                lists(
                        "/api/deliveries",
                        "/api/deliveries?watch=" + WATCH,
                        "/api/deliveries?alert=" + ALERT,
                        "/api/deliveries?channel=" + CHANNEL + "&status=parked"));
        table.put(
                "POST /api/deliveries/retry",
                new Lists(
                        null,
                        List.of(
                                new Request("/api/deliveries/retry", ""),
                                new Request("/api/deliveries/retry?channel=" + CHANNEL, ""))));
        table.put("GET /api/deliveries/{alert}/{channel}", names("/api/deliveries/%s/" + CHANNEL, ids(ALERT), ""));
        table.put(
                "POST /api/deliveries/{alert}/{channel}/retry",
                names("/api/deliveries/%s/" + CHANNEL + "/retry", ids(ALERT), ""));
        table.put(
                "POST /api/explain",
                new Names(List.of(
                        new Request("/api/explain", "{\"watchId\":\"" + WATCH + "\",\"text\":\"They left.\"}"),
                        new Request("/api/explain", "{\"query\":\"secret\",\"articleId\":\"" + OLD + "\"}"))));
        table.put("GET /api/keys", lists("/api/keys", "/api/keys"));
        table.put(
                "POST /api/keys",
                new Names(List.of(
                        new Request("/api/keys", "{\"name\":\"x\",\"scopes\":[\"read\"],\"tenant\":\"acme\"}"),
                        new Request("/api/keys", "{\"name\":\"x\",\"scopes\":[\"admin\"],\"tenant\":\"house\"}"),
                        new Request("/api/keys", "{\"name\":\"x\",\"scopes\":[\"admin\"],\"tenant\":\"\"}"))));
        table.put("DELETE /api/keys/{id}", names("/api/keys/%s", List.of(key), ""));
        table.put("GET /api/silences", lists("/api/silences", "/api/silences"));
        table.put(
                "GET /api/watches",
                lists(
                        "/api/watches",
                        "/api/watches?q=" + SECRET,
                        "/api/watches?q=melitopol&after=acm",
                        "/api/watches?format=csv"));
        table.put(
                "POST /api/watches",
                new Names(List.of(
                        new Request("/api/watches", "{\"id\":\"acme:new\",\"query\":\"secret\"}"),
                        new Request("/api/watches", "{\"id\":\"" + WATCH + "\",\"query\":\"secret\"}"),
                        new Request(
                                "/api/watches",
                                "{\"id\":\"new\",\"query\":\"secret\",\"channels\":[\"acme-post\"]}"))));
        table.put(
                "POST /api/watches/test",
                new Lists(
                        null,
                        List.of(new Request(
                                "/api/watches/test", "{\"query\":\"left\",\"article\":{\"text\":\"They left.\"}}"))));
        table.put("GET /api/watches/{id}", names("/api/watches/%s", watchIds(), ""));
        table.put("PUT /api/watches/{id}", names("/api/watches/%s", watchIds(), watch("of somebody else")));
        table.put("DELETE /api/watches/{id}", names("/api/watches/%s", watchIds(), ""));
        table.put("GET /api/watches/{id}/feed.atom", names("/api/watches/%s/feed.atom", watchIds(), ""));
        table.put("GET /api/watches/{id}/feed.rss", names("/api/watches/%s/feed.rss", watchIds(), ""));
        table.put("GET /api/watches/{id}/stats", names("/api/watches/%s/stats", watchIds(), ""));
        table.put(
                "POST /api/watches/{id}/silence",
                names("/api/watches/%s/silence", watchIds(), "{\"reason\":\"of somebody else\"}"));
        table.put("DELETE /api/watches/{id}/silence", names("/api/watches/%s/silence", watchIds(), ""));
        table.put(
                "GET /api/watches/{id}/status/{partition}/{offset}",
                names("/api/watches/%s/status/0/0", watchIds(), ""));
        return table;
    }

    private static Lists lists(String mine, String... asked) {
        List<Request> requests = new ArrayList<>(List.of(new Request(mine, "")));
        for (String path : asked) {
            requests.add(new Request(path, ""));
        }
        return new Lists(mine, requests);
    }

    private static Names names(String path, List<String> ids, String body) {
        return new Names(ids.stream()
                .map(id -> new Request(String.format(path, id), body))
                .toList());
    }

    private static List<String> ids(String id) {
        return List.of(
                id, id.toUpperCase(java.util.Locale.ROOT), id + "%20", "%2e%2e%2f" + id, "x%2F" + id, id + "%00");
    }

    /** The owner's watch, as others might write it to get past a comparison. */
    private static List<String> watchIds() {
        return List.of(
                WATCH,
                "acme%3Amelitopol",
                "acme%253Amelitopol",
                "ACME:melitopol",
                "Acme%3amelitopol",
                "acme%2Fmelitopol",
                "rival:%2e%2e%2facme:melitopol",
                "%2e%2e%2facme:melitopol",
                "..%2Facme:melitopol",
                ":melitopol",
                ":acme:melitopol",
                "rival:acme:melitopol",
                "acme2:acme:melitopol",
                "acme:acme:melitopol",
                // CYRILLIC SMALL LETTER A, FULLWIDTH COLON, RATIO, zero width space
                "%D0%B0cme:melitopol",
                "acme%EF%BC%9Amelitopol",
                "acme%E2%88%B6melitopol",
                "acme%E2%80%8B:melitopol",
                "acme:melitopol%00",
                "%20acme:melitopol",
                "acme:melitopol%20",
                "acme:melitopol;rival:x",
                "*",
                "acme:*");
    }

    private void assertTellsNothing(Answer answer, String other, String route, Request asked) {
        assertThat(answer.statusCode())
                .as("%s %s", route, asked)
                .isNotEqualTo(500)
                .isNotIn(401, 403);
        assertThat(answer.body())
                .as("what %s is told at %s by %s", other, route, asked)
                .doesNotContain(SECRET);
        if (route.equals("GET /api/audit")) {
            // which has what they have tried themselves
            assertThat(answer.body()).as(other).doesNotContain("\"tenant\":\"acme\"");
        } else if (answer.statusCode() / 100 == 2) {
            assertThat(answer.body())
                    .as("what %s is told at %s by %s", other, route, asked)
                    .doesNotContain("\"acme:")
                    .doesNotContain(ALERT)
                    .doesNotContain(OLD)
                    .doesNotContain(job)
                    .doesNotContain(key);
        }
    }

    private void fill() {
        Instant now = Instant.now();
        Instant old = now.minus(Duration.ofDays(60));
        write(topics.enriched(), NEW, article(NEW, now), now);
        write(topics.alertedArticles(), NEW, article(NEW, now), now);
        write(topics.alertedArticles(), OLD, article(OLD, old), old);
        Alert.Builder alert = Alert.newBuilder()
                .setId(ALERT)
                .setWatchId(WATCH)
                .setWatchTitle(SECRET)
                .setQuery(SECRET)
                .setSeverity("WARNING")
                .setKind("FIRST")
                .setArticleId(NEW)
                .setLabels(List.of(SECRET))
                .setTitle(SECRET);
        write(topics.alerts(), WATCH, alert.build(), now);
        write(
                topics.alerts(),
                WATCH,
                alert.setId(ALERT + "-2").setArticleId(OLD).build(),
                old);
        write(
                topics.deliveryState(),
                ALERT + "/" + CHANNEL,
                DeliveryState.newBuilder()
                        .setAlertId(ALERT)
                        .setWatchId(WATCH)
                        .setChannel(CHANNEL)
                        .setStatus("PARKED")
                        .setReason(SECRET)
                        .setDueSince(now)
                        .build(),
                now);
        write(
                topics.deliveries(),
                ALERT,
                Delivery.newBuilder()
                        .setAlertId(ALERT)
                        .setWatchId(WATCH)
                        .setChannel(CHANNEL)
                        .setStatus("PARKED")
                        .setReason(SECRET)
                        .setAttemptedAt(now)
                        .build(),
                now);
    }

    private static EnrichedArticle article(String id, Instant at) {
        return EnrichedArticle.newBuilder()
                .setArticle(Article.newBuilder()
                        .setId(id)
                        .setTitle("Withdrawal")
                        .setText("They left Melitopol.")
                        .setUrl("https://news.example.org/" + id)
                        .setSource("Example News")
                        .build())
                .setAcceptedAt(at)
                .setLanguage("en")
                .build();
    }

    private <V> void write(Topic<String, V> topic, String id, V value, Instant at) {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(clients.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                    topic.name(),
                    0,
                    at.toEpochMilli(),
                    id.getBytes(UTF_8),
                    topic.valueSerde().serializer().serialize(topic.name(), value)));
        }
    }

    private void serve(Configuration configuration) {
        TagData data = TagData.load(configuration.tagging());
        KeyService keys = new KeyService(topics.keys(), clients, Clock.systemUTC());
        Service ingest = new IngestService(configuration, topics, metrics.registry(), Clock.systemUTC());
        List<Service> started = List.of(
                keys,
                new AuditService(topics.audit(), clients, configuration.http().audit(), Clock.systemUTC()),
                new DeliveryService(configuration, metrics.registry()),
                new AlertsService(configuration, metrics.registry(), data.gazetteer(), data.annotator()));
        List<Service> all = new ArrayList<>(started);
        all.add(ingest); // its routes only: they are the house's
        AuditTopic audit = new AuditTopic(
                topics.audit(),
                () -> new KafkaProducer<>(
                        clients.producer(),
                        topics.audit().keySerde().serializer(),
                        topics.audit().valueSerde().serializer()),
                1_000,
                metrics.registry());
        Authentication authentication =
                Authentication.of(configuration.http().auth(), List.of(), List.of(keys.credentials()));
        server = new HttpServer(configuration.http(), metrics, all, List.of(), new Access(authentication, audit))
                .start();
        started.forEach(Service::start);
        started.forEach(open::add);
        open.add(audit);
        open.add(ingest);
        open.add(server);
    }

    private Map<String, String> settings(String brokers) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", brokers);
        settings.put("registry.url", "mock://tenants");
        settings.put("http.port", "0");
        settings.put("http.limits.refusalsPerMinute", "10000");
        settings.put("topics.replication", "1");
        settings.put("topics.partitions", "1");
        settings.put("alerts.stateDir", folder.resolve("state").toString());
        settings.put("alerts.canaryInterval", "0s");
        settings.put("alerts.api.tenantWatches", "5");
        settings.put("delivery.channels.0.name", CHANNEL);
        settings.put("delivery.channels.0.type", "webhook");
        settings.put("delivery.channels.0.tenant", OWNER);
        settings.put("delivery.channels.0.settings.url", "https://hooks.example.org/");
        List<String> tenants = new ArrayList<>(OTHERS);
        tenants.add(OWNER);
        tenants.add("full");
        int i = 0;
        for (String tenant : tenants) {
            settings.putAll(key(i++, tenant, tenant));
        }
        settings.putAll(key(i, "operator", "house"));
        return settings;
    }

    /** A key that is called as its owner. */
    private static Map<String, String> key(int index, String name, String tenant) {
        String prefix = "http.auth.keys." + index;
        return Map.of(
                prefix + ".name",
                name.equals(OWNER) ? SECRET : name,
                prefix + ".hash",
                SecretKey.hash(name),
                prefix + ".scopes",
                "admin",
                prefix + ".tenant",
                tenant);
    }

    private static String watch(String title) {
        return "{\"title\":\"" + title + "\",\"query\":\"melitopol\"}";
    }

    private static String watchOn(String channel) {
        return "{\"query\":\"melitopol\",\"channels\":[\"" + channel + "\"]}";
    }

    private static String backtest(String id) {
        return "{\"since\":\"7d\",\"watches\":[{\"id\":\"" + id + "\",\"query\":\"melitopol\"}]}";
    }

    /** What comes within two seconds to somebody who was last there at the beginning. */
    private String stream(String key, String query) throws Exception {
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(URI.create(server.url() + "/api/alerts/stream" + query))
                        .header("Authorization", "Bearer " + key)
                        .header("Accept", "text/event-stream")
                        .header("Last-Event-ID", "0:0")
                        .build(),
                BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        StringBuilder said = new StringBuilder();
        InputStream body = answer.body();
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            try {
                for (int letter = body.read(); letter >= 0; letter = body.read()) {
                    synchronized (said) {
                        said.append((char) letter);
                    }
                }
            } catch (IOException e) {
                // it was closed
            }
        });
        reading.completeOnTimeout(null, 2, java.util.concurrent.TimeUnit.SECONDS)
                .join();
        body.close();
        synchronized (said) {
            return said.toString();
        }
    }

    private static JsonNode json(Answer response) throws IOException {
        assertThat(response.statusCode() / 100).as(response.body()).isEqualTo(2);
        return Json.MAPPER.readTree(response.body());
    }

    /** An answer; 400 without a word where the server closed the connection on what it can't read. */
    private record Answer(int statusCode, String body) {}

    private Answer send(String key, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .build();
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                return new Answer(response.statusCode(), response.body());
            } catch (HttpTimeoutException e) {
                throw e;
            } catch (IOException e) {
                // the connection was one that the server has closed after the request before
            }
        }
        return new Answer(400, "");
    }
}
