package io.vedette.alerts.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.backtest.FixedLog;
import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.view.View;
import io.vedette.alerts.view.ViewRecords;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.ExampleCheck;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.Component;
import io.vedette.runtime.Service;
import io.vedette.runtime.access.SecretKey;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.http.Routes;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.Story;
import io.vedette.schemas.Topic;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import io.vedette.schemas.Watch;
import io.vedette.text.Annotations;
import io.vedette.text.ClaimType;
import io.vedette.text.Location;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.watch.QueryCompiler;
import io.vedette.text.watch.query.Completion;
import io.vedette.text.watch.query.Described;
import io.vedette.text.watch.query.Entities;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What the console asks beside lists: the map, trends, stories, suggestions, and what is odd about a watch. */
@TestInstance(Lifecycle.PER_CLASS)
class LookAroundTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Noon, ten days after the first article. */
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final String HOUSE = "house-key";
    private static final String ACME = "acme-key";

    private final HttpClient http = HttpClient.newHttpClient();
    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://" + UUID.randomUUID()).withAutoRegister(true));
    private final Topics topics = new Topics(TopicSettings.DEFAULTS, serdes);
    private final Metrics metrics = new Metrics();
    private View view;
    private HttpServer server;

    @BeforeAll
    void start(@TempDir Path folder) {
        Configuration configuration = Configuration.of(settings());
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Entities entities = new Known();
        QueryCompiler queries = new QueryCompiler(entities);
        FixedLog log = log();
        view = new View(
                folder,
                configuration.alerts().view(),
                topics,
                log::consumer,
                entities,
                clock,
                new SimpleMeterRegistry());
        Watches watches = Watches.of(List.of(
                watch("floods", "Floods in the south", "flood", queries),
                watch("acme:ports", "Ports", "ferry", queries)));
        VisibleArticles articles =
                new VisibleArticles(view, configuration.alerts().view(), clock);
        var limits = configuration.alerts().api();
        Supplier<Map<String, ClaimType>> subtypes = () -> Map.of("pull-out", ClaimType.WITHDRAWAL);
        server = new HttpServer(
                        configuration.http(),
                        metrics,
                        List.of(new Only(
                                view,
                                List.of(
                                        new ViewApi(view, articles, limits, Disclosure.DEFAULT, queries, clock),
                                        new MapApi(view, articles, queries, limits, clock),
                                        new TrendsApi(
                                                view,
                                                articles,
                                                queries,
                                                id -> watches.get(id).map(CompiledWatch::watch),
                                                limits,
                                                Duration.ofDays(90),
                                                clock),
                                        new SuggestApi(entities, subtypes, () -> watches, view, articles, limits),
                                        new WatchCheckApi(
                                                queries,
                                                new ExampleCheck(
                                                        document -> new Annotations("en", List.of(), List.of()),
                                                        entities,
                                                        clock),
                                                subtypes,
                                                () -> watches,
                                                new WatchTenancy(() -> watches, 5, List.of()),
                                                "source-health")))),
                        List.of())
                .start();
        view.start();
        await().atMost(PATIENCE).until(() -> view.check().ok());
    }

    /** An article at noon of each of ten days, today's three; two of a story, and an alert of each of two tenants. */
    private FixedLog log() {
        FixedLog log = new FixedLog(
                1, topics.all().stream().map(Topic::name).distinct().toArray(String[]::new));
        for (int day = 1; day <= 10; day++) {
            article(log, "a" + day, NOW.minus(Duration.ofDays(day)), "Example News");
        }
        article(log, "b1", NOW.minusSeconds(60), "Example News");
        article(log, "b2", NOW.minusSeconds(50), "The Ferry");
        EnrichedArticle nowhere = ViewRecords.article("b3", 0, "Elsewhere", "Nothing.");
        nowhere.setAcceptedAt(NOW.minusSeconds(40));
        nowhere.setMentions(List.of());
        nowhere.setClaims(List.of());
        log.add(topics.enriched().name(), "b3", nowhere, topics.enriched().valueSerde(), NOW.minusSeconds(40));
        story(log, "b1", "s1");
        story(log, "b2", "s1");
        story(log, "a1", "s2", "s1");
        alert(log, "x1", "floods", "b1");
        alert(log, "x2", "acme:ports", "b2");
        return log;
    }

    @AfterAll
    void stop() {
        server.close();
        view.close();
        metrics.close();
        serdes.close();
    }

    @Test
    void theMapCountsArticlesAndTheirClaimsByPlace() throws Exception {
        JsonNode map = get("/api/map?from=-1h", HOUSE);

        assertThat(map.get("articles").intValue())
                .as("also what names no place")
                .isEqualTo(3);
        assertThat(map.get("truncated").booleanValue()).isFalse();
        assertThat(map.get("from").textValue()).isEqualTo("2026-11-20T11:00:00Z");
        assertThat(map.get("places")).hasSize(1);
        assertThat(map.get("places").get(0)).isEqualTo(Json.MAPPER.readTree("""
                {"id": "geo-701404", "name": "Melitopol", "country": "UA", "latitude": 46.84891, "longitude": 35.36533,
                 "articles": 2, "claims": {"WITHDRAWAL": 2}}"""));
        assertThat(get("/api/map", HOUSE).get("places").get(0).get("articles").intValue())
                .isEqualTo(12);
        assertThat(get("/api/map?source=The+Ferry", HOUSE).get("articles").intValue())
                .isEqualTo(1);
        assertThat(get("/api/map?bbox=0,0,10,10", HOUSE).get("places")).isEmpty();
        assertThat(get("/api/map?watch=floods", HOUSE).get("articles").intValue())
                .isEqualTo(1);
        assertThat(status("/api/map?query=flood", HOUSE))
                .as("which would have to read each article")
                .isEqualTo(400);
    }

    @Test
    void trendsHaveWhatIsUsualAtThatTimeOfTheDay() throws Exception {
        JsonNode trends = get(
                "/api/trends?series=articles&series=place:Ukraine&series=claim:withdrawal&series=watch:floods"
                        + "&from=2026-11-20&step=6h",
                HOUSE);

        assertThat(trends.get("step").textValue()).isEqualTo("6h");
        assertThat(trends.get("to").textValue()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(trends.findValuesAsText("label"))
                .containsExactly("Articles", "Ukraine", "Withdrawal", "Floods in the south");
        assertThat(trends.get("series").get(0).get("total").intValue()).isEqualTo(3);
        JsonNode last = trends.get("series").get(1).get("points").get(1);
        assertThat(last.get("at").textValue()).isEqualTo("2026-11-20T06:00:00Z");
        assertThat(last.get("count").intValue()).isEqualTo(2);
        assertThat(last.get("usual").doubleValue()).as("articles come at noon").isZero();
        assertThat(trends.get("series").get(3).get("total").intValue()).isEqualTo(1);

        JsonNode days = get("/api/trends?series=articles&from=-9d&step=1d", HOUSE)
                .get("series")
                .get(0)
                .get("points");
        assertThat(days).hasSize(10);
        assertThat(days.get(9).get("usual").doubleValue()).isEqualTo(1);
        assertThat(days.get(2).get("usual").isNull())
                .as("only two days before are known")
                .isTrue();
        assertThat(get("/api/trends?series=articles&from=-2h", HOUSE)
                        .get("step")
                        .textValue())
                .isEqualTo("15m");
    }

    @Test
    void whatMakesNoSenseOfTrendsIsRefused() throws Exception {
        for (String wrong : List.of(
                "series=articles&step=5m",
                "series=articles&from=-300d&step=15m",
                "series=claim:FLOOD",
                "series=place:Nowhere",
                "series=rain",
                "series=actor:",
                "series=watch:none",
                "from=-1d",
                "series=articles&from=-1d&to=-2d")) {
            assertThat(status("/api/trends?" + wrong, HOUSE)).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void articlesAreFoundByTheirStoryAndByThoseThatTurnedOutToBeTheSame() throws Exception {
        assertThat(get("/api/articles?story=s1", HOUSE).findValuesAsText("id")).containsExactly("b2", "b1", "a1");
        assertThat(get("/api/articles?story=s2", HOUSE).findValuesAsText("storyId"))
                .containsExactly("s1", "s1", "s2");
        assertThat(get("/api/articles?story=s1&source=The+Ferry", HOUSE).findValuesAsText("id"))
                .containsExactly("b2");
        assertThat(get("/api/articles?story=none", HOUSE).get("items")).isEmpty();
        JsonNode article = get("/api/articles/b1", HOUSE);
        assertThat(article.get("storyId").textValue()).isEqualTo("s1");
        assertThat(article.get("story").get("outlets").intValue()).isEqualTo(2);
        assertThat(get("/api/articles/a2", HOUSE).get("storyId").isNull()).isTrue();
        assertThat(get("/api/articles?story=s1", ACME).findValuesAsText("id"))
                .as("articles are common")
                .containsExactly("b2", "b1", "a1");
    }

    @Test
    void suggestsWhatBeginsSo() throws Exception {
        assertThat(get("/api/suggest?of=place&q=meli", HOUSE).get("items").get(0))
                .isEqualTo(Json.MAPPER.readTree("""
                        {"value": "geo-701404", "label": "Melitopol", "detail": "settlement in UA", "insert": "Melitopol"}"""));
        assertThat(suggested("of=claim&q=control", HOUSE)).containsExactly("TERRITORY_CONTROL");
        assertThat(get("/api/suggest?of=claim&q=with", HOUSE).findValuesAsText("detail"))
                .containsExactly("pull-out");
        assertThat(suggested("of=field&q=act", HOUSE)).containsExactly("actor", "actor.type", "actor.country");
        assertThat(suggested("of=watch&q=south", HOUSE)).containsExactly("floods");
        assertThat(suggested("of=source&q=ex", HOUSE)).containsExactly("Example News");
        assertThat(get("/api/suggest?of=source&q=the", HOUSE).findValuesAsText("insert"))
                .containsExactly("\"The Ferry\"");
        assertThat(suggested("of=source&limit=1", HOUSE)).hasSize(1);
        assertThat(status("/api/suggest?of=weather", HOUSE)).isEqualTo(400);
    }

    @Test
    void aWatchIsCheckedAsOneWrites() throws Exception {
        JsonNode wrong = check("{\"query\": \"flood AND\\n(dam\"}", HOUSE);
        assertThat(wrong.get("valid").booleanValue()).isFalse();
        assertThat(wrong.get("normalised").isNull()).isTrue();
        JsonNode problem = wrong.get("problems").get(0);
        assertThat(problem.get("severity").textValue()).isEqualTo("ERROR");
        assertThat(problem.get("line").intValue()).isEqualTo(2);
        assertThat(problem.get("from").intValue()).isBetween(10, 14);

        JsonNode odd = check("{\"query\": \"dam \\\"big flood\\\" \\\"big flood\\\"\"}", HOUSE);
        assertThat(odd.get("valid").booleanValue()).isTrue();
        assertThat(odd.get("problems").get(0).get("severity").textValue()).isEqualTo("WARNING");
        assertThat(odd.get("problems").get(0).get("from").intValue()).isEqualTo(16);
        assertThat(odd.get("problems").get(0).get("to").intValue()).isEqualTo(27);

        JsonNode whole =
                check("{\"id\": \"other\", \"query\": \"COUNT(flood, 1h) >= 3\", \"severity\": \"HIGH\"}", HOUSE);
        assertThat(whole.get("operators")).hasSize(1);
        assertThat(whole.get("operators").get(0).textValue()).isEqualTo("COUNT");
        assertThat(whole.findValuesAsText("message").get(0)).contains("INFO, WARNING or CRITICAL");
        assertThat(check("{\"query\": \"flood\", \"examples\": [{\"text\": \"A dam.\"}]}", HOUSE)
                        .findValuesAsText("message"))
                .anySatisfy(message -> assertThat(message).startsWith("examples[0]"));
        assertThat(check("{\"id\": \"source-health\", \"query\": \"flood\"}", HOUSE)
                        .get("valid")
                        .booleanValue())
                .isFalse();
        assertThat(check("{\"query\": \" \"}", HOUSE).get("valid").booleanValue())
                .isFalse();
    }

    @Test
    void nobodyLearnsOfTheWatchesAndAlertsOfAnother() throws Exception {
        assertThat(suggested("of=watch", ACME)).containsExactly("acme:ports");
        assertThat(suggested("of=watch&q=flo", ACME)).isEmpty();
        assertThat(check("{\"query\": \"flood\"}", HOUSE).findValuesAsText("message"))
                .containsExactly("asks the same as floods");
        assertThat(check("{\"query\": \"flood\"}", ACME).get("problems")).isEmpty();
        assertThat(status("/api/trends?series=watch:floods", ACME))
                .isEqualTo(status("/api/trends?series=watch:none", ACME))
                .isEqualTo(400);
        assertThat(get("/api/trends?series=watch:ports", ACME)
                        .get("series")
                        .get(0)
                        .get("total")
                        .intValue())
                .isEqualTo(1);
        assertThat(get("/api/map?watch=floods", ACME).get("articles").intValue())
                .isEqualTo(get("/api/map?watch=none", ACME).get("articles").intValue())
                .isZero();
        assertThat(get("/api/map", ACME).get("articles").intValue())
                .as("articles are common")
                .isEqualTo(13);
    }

    private JsonNode check(String body, String key) throws Exception {
        HttpResponse<String> answer = send(request("/api/watches/check", key).POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    private List<String> suggested(String asked, String key) throws Exception {
        return get("/api/suggest?" + asked, key).findValuesAsText("value");
    }

    private JsonNode get(String path, String key) throws Exception {
        HttpResponse<String> answer = send(request(path, key));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    private int status(String path, String key) throws Exception {
        return send(request(path, key)).statusCode();
    }

    private HttpRequest.Builder request(String path, String key) {
        return HttpRequest.newBuilder(URI.create(server.url() + path)).header("Authorization", "Bearer " + key);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private void article(FixedLog log, String id, Instant at, String source) {
        EnrichedArticle article = ViewRecords.article(id, 0, "Withdrawal", "They withdrew from Melitopol.");
        article.setAcceptedAt(at);
        article.getArticle().setSource(source);
        log.add(topics.enriched().name(), id, article, topics.enriched().valueSerde(), at);
    }

    private void story(FixedLog log, String article, String story, String... linked) {
        Story record = Story.newBuilder()
                .setArticleId(article)
                .setStoryId(story)
                .setOutlets(2)
                .setLinkedStories(List.of(linked))
                .build();
        log.add(topics.stories().name(), article, record, topics.stories().valueSerde(), NOW.minusSeconds(30));
    }

    private void alert(FixedLog log, String id, String watch, String article) {
        log.add(
                topics.alerts().name(),
                watch,
                ViewRecords.alert(id, watch, article),
                topics.alerts().valueSerde(),
                NOW.minusSeconds(20));
    }

    private static CompiledWatch watch(String id, String title, String query, QueryCompiler queries) {
        return CompiledWatch.of(
                Watch.newBuilder()
                        .setId(id)
                        .setTitle(title)
                        .setQuery(query)
                        .setVersion(2)
                        .build(),
                queries);
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("http.port", "0");
        key(settings, 0, HOUSE, "");
        key(settings, 1, ACME, "acme");
        return settings;
    }

    private static void key(Map<String, String> settings, int number, String key, String tenant) {
        String prefix = "http.auth.keys." + number;
        settings.put(prefix + ".name", key);
        settings.put(prefix + ".hash", SecretKey.hash(key));
        settings.put(prefix + ".scopes", "read");
        if (!tenant.isEmpty()) {
            settings.put(prefix + ".tenant", tenant);
        }
    }

    /** A service that is nothing but a view. */
    private record Only(View view, List<Routes> routes) implements Service {

        @Override
        public String name() {
            return "view";
        }

        @Override
        public void start() {}

        @Override
        public List<Component> components() {
            return List.of(view);
        }

        @Override
        public void close() {}
    }

    /** One place of which more is known. */
    private static final class Known implements Entities {

        private static final Described MELITOPOL =
                new Described(SomeEntities.MELITOPOL, "Melitopol", MentionType.SETTLEMENT, "UA", 150_000);

        private final Entities some = new SomeEntities();

        @Override
        public Set<String> actors(String name) {
            return some.actors(name);
        }

        @Override
        public Set<String> places(String name) {
            return some.places(name);
        }

        @Override
        public Set<String> areas(String placeId) {
            return some.areas(placeId);
        }

        @Override
        public List<String> suggestions(MentionKind kind, String name, int limit) {
            return List.of();
        }

        @Override
        public Described describe(String id) {
            return id.equals(MELITOPOL.id()) ? MELITOPOL : null;
        }

        @Override
        public Location location(String placeId) {
            return placeId.equals(MELITOPOL.id()) ? new Location(46.84891, 35.36533, null, "UA") : null;
        }

        @Override
        public List<Completion> completions(MentionKind kind, String beginning, int limit) {
            return kind == MentionKind.PLACE && "melitopol".startsWith(beginning)
                    ? List.of(new Completion("Melitopol", MELITOPOL))
                    : List.of();
        }
    }
}
