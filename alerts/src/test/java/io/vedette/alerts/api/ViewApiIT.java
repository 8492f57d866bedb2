package io.vedette.alerts.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.feed.FeedApi;
import io.vedette.alerts.view.View;
import io.vedette.alerts.view.ViewRecords;
import io.vedette.runtime.Component;
import io.vedette.runtime.Service;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.SchemaRegistration;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import io.vedette.text.watch.QueryCompiler;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(KafkaClusterExtension.class)
class ViewApiIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Clock CLOCK = Clock.fixed(ViewRecords.START.plus(Duration.ofDays(1)), ZoneOffset.UTC);
    private static final int ARTICLES = 25;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    private Path folder;

    private KafkaCluster cluster;
    private String registry;
    private AvroSerdes serdes;
    private Topics topics;

    /** A view with its API, as one instance of the service has it. */
    private record Instance(View view, HttpServer server, Metrics metrics) implements AutoCloseable {
        @Override
        public void close() {
            server.close();
            view.close();
            metrics.close();
        }
    }

    @BeforeEach
    void fill(TestInfo test) throws Exception {
        registry = "mock://" + test.getTestMethod().orElseThrow().getName();
        Configuration configuration = configuration();
        serdes = new AvroSerdes(configuration.registry().settings());
        topics = new Topics(configuration.topics().settings(), serdes);
        open.add(serdes);
        new SchemaRegistration(serdes.client(), "FULL_TRANSITIVE").register(topics.all());
        try (Admin admin = Admin.create(new HashMap<>(cluster.getKafkaClientConfiguration()))) {
            admin.createTopics(topics.all().stream().map(Topic::toNewTopic).toList())
                    .all()
                    .get();
        }
        articles(0, ARTICLES);
        send(topics.alerts(), "w1", ViewRecords.alert("x1", "w1", "a3"));
        send(topics.alerts(), "w1", ViewRecords.alert("x2", "w1", "a4"));
        send(topics.alerts(), "w2", ViewRecords.alert("x3", "w2", "a4"));
        send(topics.alertedArticles(), "a3", ViewRecords.article(3));
        send(topics.alertedArticles(), "a4", ViewRecords.article(4));
        send(topics.alertState(), "x2", ViewRecords.state("x2", "REJECTED"));
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    @Test
    void twoInstancesAnswerAlikeAlsoPageForPageAcrossThem() throws Exception {
        Instance one = start("one");
        Instance two = start("two");
        for (String path : List.of("/api/alerts", "/api/articles?limit=100", "/api/claims?sort=oldest&limit=100")) {
            assertThat(get(two, path).body()).isEqualTo(get(one, path).body());
        }
        assertThat(ids(get(one, "/api/articles?limit=100"))).hasSize(ARTICLES);

        List<String> paged = new ArrayList<>();
        String cursor = "";
        for (int page = 0; cursor != null; page++) {
            JsonNode answer = json(get(page % 2 == 0 ? one : two, "/api/articles?limit=4" + cursor));
            answer.get("items").forEach(item -> paged.add(item.get("id").textValue()));
            String next = answer.get("next").textValue();
            cursor = next == null ? null : "&cursor=" + next;
        }
        assertThat(paged).isEqualTo(ids(get(one, "/api/articles?limit=100")));
    }

    @Test
    void aRestartLosesNothingAndGoesOnWhereItWas() throws Exception {
        Instance before = start("one");
        String articles = get(before, "/api/articles?limit=100").body();
        String alerts = get(before, "/api/alerts").body();
        before.close();

        articles(ARTICLES, ARTICLES + 1);
        Instance after = start("one");

        assertThat(get(after, "/api/alerts").body()).isEqualTo(alerts);
        assertThat(ids(get(after, "/api/articles?limit=100")))
                .startsWith("a" + ARTICLES)
                .hasSize(ARTICLES + 1);
        assertThat(get(after, "/api/articles?limit=100&to=" + ViewRecords.START.plusSeconds(60L * ARTICLES))
                        .body())
                .isEqualTo(articles);
    }

    @Test
    void whatComesIsFoundWithinASecondOrSo() throws Exception {
        Instance instance = start("one");

        send(topics.alerts(), "w9", ViewRecords.alert("x9", "w9", "a5"));

        await().atMost(Duration.ofSeconds(3)).untilAsserted(() -> assertThat(ids(get(instance, "/api/alerts?watch=w9")))
                .containsExactly("x9"));
    }

    @Test
    void everyFilterNarrowsAndSaysWhatIsWrongWithIt() throws Exception {
        Instance instance = start("one");

        assertThat(ids(get(instance, "/api/alerts?watch=w1"))).containsExactlyInAnyOrder("x1", "x2");
        assertThat(ids(get(instance, "/api/alerts?acknowledged=true"))).containsExactly("x2");
        assertThat(ids(get(instance, "/api/alerts?place=Ukraine&actor=1st%20Guards%20Tank%20Army&claim=withdrawal")))
                .hasSize(3);
        assertThat(ids(get(instance, "/api/alerts?claim=SHELLING_MISSILE"))).isEmpty();
        assertThat(ids(get(instance, "/api/alerts?bbox=35,46,36,47&severity=warning&kind=first")))
                .hasSize(3);
        assertThat(ids(get(instance, "/api/articles?watch=w2"))).containsExactly("a4");
        assertThat(ids(get(instance, "/api/articles?to=2026-11-20T08:02:00Z"))).containsExactly("a1", "a0");
        assertThat(ids(get(instance, "/api/articles?from=-7d&limit=100&language=en-GB&source=example+NEWS")))
                .hasSize(ARTICLES);
        assertThat(ids(get(instance, "/api/articles?sourceId=example&limit=100")))
                .hasSize(ARTICLES);
        assertThat(ids(get(instance, "/api/articles?sourceId=other"))).isEmpty();
        assertThat(ids(get(instance, "/api/articles?q=%22withdrawal+7%22"))).containsExactly("a7");
        assertThat(json(get(instance, "/api/articles?q=withdraw&total=true&limit=1"))
                        .get("total")
                        .intValue())
                .isEqualTo(ARTICLES);

        for (String wrong : List.of(
                "severity=HIGH",
                "place=Nowhere",
                "claim=CLAIM",
                "from=soon",
                "bbox=1,2,3",
                "limit=0",
                "limit=1001",
                "cursor=abc",
                "sort=best",
                "format=xml",
                "wach=w1",
                "acknowledged=maybe")) {
            HttpResponse<String> refused = get(instance, "/api/alerts?" + wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(json(refused).get("parameter").textValue()).isEqualTo(wrong.split("=")[0]);
        }
    }

    @Test
    void aQueryInTheWatchLanguageIsHeldAgainstWhatTheFiltersLetPass() throws Exception {
        Instance instance = start("one");

        assertThat(ids(get(instance, "/api/articles?limit=100&query=" + encoded("claim:WITHDRAWAL place:Melitopol"))))
                .hasSize(ARTICLES);
        assertThat(ids(get(instance, "/api/alerts?query=" + encoded("withdrawal NOT officials"))))
                .isEmpty();
        HttpResponse<String> refused = get(instance, "/api/articles?query=" + encoded("supply AND (routes"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("column").intValue()).isPositive();
    }

    @Test
    void aBriefTellsOfTheAlertsOfSomeHoursOrOfThosePicked() throws Exception {
        Instance instance = start("one");
        String hours = "/api/brief?from=2026-11-20&to=2126-01-01";

        JsonNode brief = json(get(instance, hours));
        // x2 was rejected
        assertThat(brief.get("alerts").intValue()).isEqualTo(2);
        assertThat(brief.get("leftOut").get("dismissed").intValue()).isEqualTo(1);
        assertThat(brief.get("stopped").isNull()).isTrue();
        assertThat(brief.get("unconfirmed").findValuesAsText("place")).containsOnly("Melitopol");
        assertThat(brief.get("unconfirmed").get(0).get("text").textValue())
                .isEqualTo("The 1st Guards Tank Army withdrew from Melitopol, officials said.");
        assertThat(json(get(instance, hours + "&status=REJECTED")).get("alerts").intValue())
                .isEqualTo(1);
        for (String query : List.of("place:Melitopol", "claim:BOMBING")) {
            JsonNode asked = json(get(instance, hours + "&watch=w2&query=" + encoded(query)));
            assertThat(asked.path("alerts").intValue())
                    .as(asked.toString())
                    .isEqualTo(query.startsWith("place") ? 1 : 0);
        }
        assertThat(json(get(instance, "/api/brief?alert=x2&alert=x3"))
                        .get("alerts")
                        .intValue())
                .isEqualTo(2);

        HttpResponse<String> markdown = get(instance, "/api/brief?alert=x1&format=markdown");
        assertThat(markdown.headers().firstValue("Content-Type")).hasValue("text/markdown; charset=utf-8");
        assertThat(markdown.body())
                .startsWith("# Brief: ")
                .contains("### Melitopol, UA")
                .contains("(<" + instance.server().url() + "/alerts/x1>)");
        HttpResponse<String> page = get(instance, "/api/brief?alert=x1&format=html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(page.body()).startsWith("<!DOCTYPE html>");

        assertThat(get(instance, "/api/brief?alert=x9").statusCode()).isEqualTo(404);
        for (String wrong : List.of("watch=w1&alert=x1", "since=soon", "format=pdf", "since=12h&from=-1d")) {
            HttpResponse<String> refused = get(instance, "/api/brief?" + wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
            assertThat(json(refused).get("parameter").textValue()).isEqualTo(wrong.split("=")[0]);
        }
    }

    @Test
    void anExportIsAllThatIsFoundAndReadsBackAsItWas() throws Exception {
        Instance instance = start("one");
        String formula = "=HYPERLINK(\"http://evil.example\",\"click\")";
        EnrichedArticle article = ViewRecords.article("evil", 99, formula, "A \"quoted\", text\nof two lines.");
        send(topics.enriched(), "evil", article);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        get(instance, "/api/articles/evil").statusCode())
                .isEqualTo(200));

        HttpResponse<String> csv = get(instance, "/api/claims?format=csv");
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        List<Map<String, String>> rows = rows(csv.body());
        assertThat(rows).hasSize(ARTICLES + 1);
        assertThat(rows.get(0)).containsEntry("title", "'" + formula);
        assertThat(rows.get(1))
                .containsEntry("type", "WITHDRAWAL")
                .containsEntry("plover", "RETREAT")
                .containsEntry("acled", "Non-violent transfer of territory")
                .containsEntry("latitude", "46.84891")
                .containsEntry("actorIds", ViewRecords.GUARDS)
                .containsEntry("acceptedAt", "2026-11-20T08:24:00Z")
                .containsEntry("sentence", "The 1st Guards Tank Army withdrew from Melitopol, officials said.");

        JsonNode geo = json(get(instance, "/api/claims?format=geojson"));
        assertThat(geo.get("type").textValue()).isEqualTo("FeatureCollection");
        assertThat(geo.get("features")).hasSize(ARTICLES + 1);
        JsonNode geometry = geo.get("features").get(0).get("geometry");
        assertThat(geometry.get("type").textValue()).isEqualTo("Point");
        assertThat(geometry.get("coordinates").get(0).doubleValue()).isEqualTo(35.36533);

        assertThat(json(get(instance, "/api/articles?format=json"))).hasSize(ARTICLES + 1);
        assertThat(get(instance, "/api/alerts?format=ndjson").body().lines()).hasSize(3);
        assertThat(rows(get(instance, "/api/alerts?format=csv&watch=none").body()))
                .isEmpty();
        assertThat(rows(get(instance, "/api/alerts?format=csv&watch=w2").body()))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("matched", "place:Melitopol = Melitopol"));
    }

    @Test
    void everyListComesInEveryFormatWithAsManyRowsTimesInUtcAndPlacesOnEarth() throws Exception {
        Instance instance = start("one");
        for (Map.Entry<String, Integer> list : Map.of(
                        "/api/alerts", 3, "/api/articles", ARTICLES, "/api/claims", ARTICLES)
                .entrySet()) {
            String path = list.getKey() + "?format=";
            List<Map<String, String>> rows = rows(get(instance, path + "csv").body());
            assertThat(rows).as(path).hasSize(list.getValue());
            assertThat(rows)
                    .allSatisfy(row -> row.forEach((column, value) -> {
                        if (column.endsWith("At") && !value.isEmpty()) {
                            assertThat(value).as(column).endsWith("Z").satisfies(Instant::parse);
                        }
                    }));
            assertThat(json(get(instance, path + "json"))).as(path).hasSize(list.getValue());
            assertThat(get(instance, path + "ndjson").body().lines()).hasSize(list.getValue());

            HttpResponse<String> exported = get(instance, path + "geojson");
            assertThat(exported.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/geo+json");
            assertThat(json(exported).get("type").textValue()).isEqualTo("FeatureCollection");
            assertThat(json(exported).get("features")).hasSize(list.getValue()).allSatisfy(feature -> {
                assertThat(feature.get("type").textValue()).isEqualTo("Feature");
                assertThat(feature.get("properties").isObject()).isTrue();
                JsonNode geometry = feature.get("geometry");
                assertThat(geometry.get("type").textValue()).isEqualTo("Point");
                assertThat(geometry.get("coordinates").get(0).doubleValue()).isBetween(-180.0, 180.0);
                assertThat(geometry.get("coordinates").get(1).doubleValue()).isBetween(-90.0, 90.0);
            });
        }
        JsonNode claim = json(get(instance, "/api/claims?format=json")).get(0);
        assertThat(claim.get("plover").textValue()).isEqualTo("RETREAT");
        assertThat(claim.get("acled").textValue()).isEqualTo("Non-violent transfer of territory");
    }

    @Test
    void claimsAreThoseOfWhichAllIsSo() throws Exception {
        Instance instance = start("one");

        JsonNode page = json(get(instance, "/api/claims?claim=WITHDRAWAL&place=Melitopol&limit=2"));
        assertThat(page.get("items")).hasSize(2);
        assertThat(page.get("items").get(0).get("places").get(0).get("name").textValue())
                .isEqualTo("Melitopol");
        assertThat(page.get("next").textValue()).isNotNull();
        assertThat(json(get(instance, "/api/claims?modality=DENIED")).get("items"))
                .isEmpty();
    }

    @Test
    void figuresOfAWatchComeFromItsAlerts() throws Exception {
        Instance instance = start("one");

        JsonNode stats = json(get(instance, "/api/watches/w1/stats?days=7"));
        assertThat(stats.get("rejected").intValue()).isEqualTo(1);
        assertThat(stats.get("rejectedRate").doubleValue()).isEqualTo(1.0);
        assertThat(stats.get("days")).hasSize(7);
        assertThat(get(instance, "/api/watches/unknown/stats").statusCode()).isEqualTo(404);
    }

    @Test
    void theFeedsOfAWatchShowTheSameEntriesOnEveryInstanceAndAfterARestart() throws Exception {
        Instance one = start("one");
        Instance two = start("two");
        for (String path : List.of("/api/watches/w1/feed.atom", "/api/watches/w1/feed.rss")) {
            SyndFeed feed = feed(get(one, path));
            assertThat(feed.getTitle()).isEqualTo("w1");
            assertThat(feed.getEntries())
                    .extracting(SyndEntry::getUri)
                    .containsExactlyInAnyOrder("urn:vedette:alert:x1", "urn:vedette:alert:x2");
            assertThat(feed.getEntries()).allSatisfy(entry -> {
                assertThat(entry.getTitle()).isEqualTo("Withdrawal");
                assertThat(entry.getDescription().getValue()).isEqualTo("Melitopol");
                assertThat(entry.getPublishedDate()).isNotNull();
            });
            assertThat(feed(get(two, path)).getEntries()).isEqualTo(feed.getEntries());
        }
        assertThat(get(one, "/api/watches/w1/feed.atom").headers().firstValue("Content-Type"))
                .hasValue("application/atom+xml; charset=utf-8");
        assertThat(get(one, "/api/watches/w1/feed.rss").headers().firstValue("Content-Type"))
                .hasValue("application/rss+xml; charset=utf-8");
        assertThat(get(one, "/api/watches/unknown/feed.atom").statusCode()).isEqualTo(404);

        List<SyndEntry> before = feed(get(one, "/api/watches/w1/feed.atom")).getEntries();
        one.close();
        assertThat(feed(get(start("one"), "/api/watches/w1/feed.atom")).getEntries())
                .isEqualTo(before);
    }

    @Test
    void aReaderOfAFeedIsToldThatThereIsNothingNewUntilThereIs() throws Exception {
        Instance instance = start("one");
        HttpHeaders first = get(instance, "/api/watches/w1/feed.atom").headers();
        String tag = first.firstValue("ETag").orElseThrow();
        String modified = first.firstValue("Last-Modified").orElseThrow();

        assertThat(feedAgain(instance, "If-None-Match", tag)).isEqualTo(304);
        assertThat(feedAgain(instance, "If-None-Match", "\"other\", W/" + tag)).isEqualTo(304);
        assertThat(feedAgain(instance, "If-None-Match", "\"other\"")).isEqualTo(200);
        assertThat(feedAgain(instance, "If-Modified-Since", modified)).isEqualTo(304);
        assertThat(feedAgain(instance, "If-Modified-Since", "Sun, 06 Nov 1994 08:49:37 GMT"))
                .isEqualTo(200);
        assertThat(feedAgain(instance, "If-Modified-Since", "yesterday")).isEqualTo(200);

        send(topics.alerts(), "w1", ViewRecords.alert("x9", "w1", "a5"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(feedAgain(instance, "If-None-Match", tag))
                .isEqualTo(200));
        SyndFeed feed = feed(get(instance, "/api/watches/w1/feed.atom"));
        assertThat(feed.getEntries())
                .hasSize(3)
                .first()
                .extracting(SyndEntry::getUri)
                .isEqualTo("urn:vedette:alert:x9");
    }

    private int feedAgain(Instance instance, String header, String value) throws Exception {
        URI uri = URI.create(instance.server().url() + "/api/watches/w1/feed.atom");
        HttpRequest request = HttpRequest.newBuilder(uri).header(header, value).build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static SyndFeed feed(HttpResponse<String> response) throws Exception {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        SyndFeedInput input = new SyndFeedInput(true, Locale.ROOT);
        return input.build(new StringReader(response.body()));
    }

    private Instance start(String name) {
        Configuration configuration = configuration();
        Metrics metrics = new Metrics();
        KafkaClients kafka = new KafkaClients(configuration.kafka());
        View view = new View(
                folder.resolve(name),
                configuration.alerts().view(),
                topics,
                () -> new KafkaConsumer<>(
                        kafka.consumer(null), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                new SomeEntities(),
                CLOCK,
                metrics.registry());
        List<Routes> routes = List.of(
                new ViewApi(
                        view,
                        new VisibleArticles(view, configuration.alerts().view(), CLOCK),
                        configuration.alerts().api(),
                        Disclosure.DEFAULT,
                        new QueryCompiler(new SomeEntities()),
                        CLOCK),
                new FeedApi(
                        view,
                        id -> Optional.empty(),
                        configuration.alerts().api(),
                        Clock.offset(Clock.systemUTC(), Duration.ofHours(1))),
                new BriefApi(
                        view,
                        new VisibleArticles(view, configuration.alerts().view(), CLOCK),
                        configuration.alerts().api(),
                        configuration.alerts().brief(),
                        Disclosure.DEFAULT,
                        new QueryCompiler(new SomeEntities()),
                        CLOCK),
                new WatchStatsApi(view, id -> false, configuration.alerts().api(), Clock.systemUTC()));
        HttpServer server =
                new HttpServer(configuration.http(), metrics, List.of(new Only(view, routes)), List.of()).start();
        Instance instance = new Instance(view, server, metrics);
        open.add(instance);
        view.start();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(get(instance, "/health/ready").statusCode()).isEqualTo(200));
        return instance;
    }

    /** A service that is nothing but a view. */
    private record Only(View view, List<Routes> routes) implements Service {

        @Override
        public String name() {
            return "view";
        }

        @Override
        public void start() {
            view.start();
        }

        @Override
        public List<Component> components() {
            return List.of(view);
        }

        @Override
        public void close() {
            view.close();
        }
    }

    private Configuration configuration() {
        return Configuration.of(Map.of(
                "kafka.bootstrap.servers", cluster.getBootstrapServers(),
                "registry.url", registry,
                "http.port", "0",
                "alerts.view.refresh", "100ms",
                "alerts.view.commitInterval", "500ms"));
    }

    private void articles(int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            send(topics.enriched(), "a" + i, ViewRecords.article(i));
        }
    }

    private <V> void send(Topic<String, V> topic, String key, V value) throws Exception {
        try (KafkaProducer<String, V> producer = new KafkaProducer<>(
                new KafkaClients(configuration().kafka()).producer(),
                new StringSerializer(),
                topic.valueSerde().serializer())) {
            long time = ViewRecords.START.toEpochMilli();
            Long at = value instanceof Alert ? null : Long.valueOf(time);
            producer.send(new ProducerRecord<>(topic.name(), null, at, key, value))
                    .get();
        }
    }

    private static List<Map<String, String>> rows(String csv) throws IOException {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(csv)) {
            return rows.readAll();
        }
    }

    private HttpResponse<String> get(Instance instance, String path) throws Exception {
        URI uri = URI.create(instance.server().url() + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static List<String> ids(HttpResponse<String> response) throws IOException {
        List<String> ids = new ArrayList<>();
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        json(response).get("items").forEach(item -> ids.add(item.get("id").textValue()));
        return ids;
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.MAPPER.readTree(response.body());
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
