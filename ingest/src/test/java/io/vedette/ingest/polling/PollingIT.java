package io.vedette.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Source;
import io.vedette.schemas.SourceState;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KafkaClusterExtension.class)
class PollingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The extension would put a producer of its own into a field of that type. */
    private record Defining(KafkaProducer<String, Source> producer) {}

    KafkaCluster cluster;

    private final AvroSerdes serdes = Instance.serdes();
    private final Topics topics = Instance.topics(serdes);
    private NewsServer server;
    private Defining sources;

    @BeforeEach
    void start() throws Exception {
        server = new NewsServer();
        try (Admin admin = Admin.create(cluster.getKafkaClientConfiguration())) {
            List<NewTopic> wanted = Stream.of(
                            topics.articles(), topics.ingestState(), topics.sources(), topics.sourceState())
                    .map(Topic::toNewTopic)
                    .toList();
            admin.createTopics(wanted).all().get();
        }
        sources = new Defining(new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.getBootstrapServers()),
                topics.sources().keySerde().serializer(),
                topics.sources().valueSerde().serializer()));
    }

    @AfterEach
    void stop() {
        sources.producer().close();
        server.close();
        serdes.close();
    }

    @Test
    void sourcesAreTakenUpChangedPausedAndDeletedWhileItRuns() throws Exception {
        server.publish("a.example", "one", "The first.");
        server.publish("b.example", "one", "Of another.");
        try (Instance instance = instance()) {
            define(source("a", "http://a.example/feed"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(articles()).hasSize(1));

            server.publish("a.example", "two", "The second.");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(articles()).hasSize(2));
            server.edit("a.example", "one", "The first, corrected.");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(articles()).hasSize(3));
            List<Article> versions = articles().stream()
                    .map(ConsumerRecord::value)
                    .filter(article -> "http://a.example/one".equals(article.getUrl()))
                    .toList();
            assertThat(versions).hasSize(2);
            assertThat(versions.get(0).getMarks()).doesNotContain("EDITED");
            assertThat(versions.get(1)).satisfies(edited -> {
                assertThat(edited.getMarks()).contains("EDITED");
                assertThat(edited.getText()).isEqualTo("The first, corrected.");
                assertThat(edited.getOrigin().getSourceId()).isEqualTo("a");
                assertThat(edited.getOrigin().getItemKey()).contains("one");
            });

            define(source("a", "http://b.example/feed"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(articles())
                    .extracting(record -> record.value().getUrl())
                    .contains("http://b.example/one"));
            Source paused = source("a", "http://b.example/feed");
            paused.setEnabled(false);
            define(paused);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(state("a").getStatus()).isEqualTo("PAUSED"));

            int polls = server.polls("b.example");
            delete("a");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(state("a")).isNull());
            assertThat(server.polls("b.example")).isEqualTo(polls);
            assertThat(instance.polling.check().ok()).isTrue();
        }
        assertThat(last(topics.ingestState())).isEmpty();
    }

    @Test
    void thePageBehindATeaserIsFetchedAndATeaserWithoutOneIsMarked() throws Exception {
        server.publish("a.example", "full", "Read on ...");
        server.publish("a.example", "gone", "Read on ...");
        server.page(
                "a.example/full",
                "<title>full of a.example</title><article><p>"
                        + "The whole of it, with more to read than the teaser said. ".repeat(20) + "</p></article>");
        Source source = source("a", "http://a.example/feed");
        source.setPage("ALWAYS");
        define(source);
        try (Instance instance = instance()) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(articles()).hasSize(2));
        }
        Map<String, Article> byUrl = articles().stream()
                .collect(Collectors.toMap(record -> record.value().getUrl(), ConsumerRecord::value));
        assertThat(byUrl.get("http://a.example/full").getText()).contains("more to read");
        assertThat(byUrl.get("http://a.example/full").getMarks()).doesNotContain("TEASER");
        assertThat(byUrl.get("http://a.example/gone").getText()).isEqualTo("Read on ...");
        assertThat(byUrl.get("http://a.example/gone").getMarks()).contains("TEASER");
    }

    @Test
    void ofSitemapsListingsAndPagesOnlyWhatIsNewIsAskedFor() throws Exception {
        Instant now = Instant.now();
        for (String story : List.of("map.example/one", "map.example/two", "map.example/three", "press.example/first")) {
            server.page(story, story(story, "first written"));
        }
        server.page("map.example/old.xml", sitemap(now, "one"));
        server.page("map.example/new.xml", sitemap(now, "two"));
        server.page("map.example/index.xml", index(now.minusSeconds(7_200), now.minusSeconds(1_800)));
        server.page("press.example/press", listing("first"));
        server.page("page.example/notice", story("page.example/notice", "first written"));
        define(kind("map", "SITEMAP", "http://map.example/index.xml"));
        Source press = kind("press", "LISTING", "http://press.example/press");
        press.setMapping("ministry-press");
        define(press);
        define(kind("page", "PAGE", "http://page.example/notice"));

        try (Instance instance = instance()) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(articles()).hasSize(4));

            server.page("map.example/new.xml", sitemap(now, "three", "two"));
            server.page("map.example/index.xml", index(now.minusSeconds(7_200), now.minusSeconds(60)));
            server.page("press.example/second", story("press.example/second", "first written"));
            server.page("press.example/press", listing("second", "first"));
            server.page("page.example/notice", story("page.example/notice", "put differently"));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(articles()).hasSize(7));

            server.remove("page.example/notice");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(state("page").getStatus()).isEqualTo("GONE"));
            assertThat(state("map").getStatus()).isEqualTo("HEALTHY");
            assertThat(state("press").getStatus()).isEqualTo("HEALTHY");
        }

        Map<String, List<Article>> byUrl = articles().stream()
                .map(ConsumerRecord::value)
                .collect(Collectors.groupingBy(article -> article.getUrl().substring("http://".length())));
        assertThat(byUrl)
                .containsOnlyKeys(
                        "map.example/one",
                        "map.example/two",
                        "map.example/three",
                        "press.example/first",
                        "press.example/second",
                        "page.example/notice");
        assertThat(byUrl.values())
                .allSatisfy(versions -> assertThat(versions.get(0)).satisfies(article -> {
                    assertThat(article.getText()).contains("first written");
                    assertThat(article.getMarks()).doesNotContain("TEASER", "EDITED");
                }));
        List<Article> notice = byUrl.get("page.example/notice");
        assertThat(notice).hasSize(2);
        assertThat(notice.get(1).getMarks()).contains("EDITED");
        assertThat(notice.get(1).getText()).contains("put differently");
        assertThat(notice.get(1).getId()).isEqualTo(notice.get(0).getId());
        assertThat(byUrl.get("map.example/three").get(0).getOrigin().getDateFrom())
                .isEqualTo("sitemap");
        assertThat(server.given("map.example/old.xml")).isEqualTo(1);
        assertThat(server.given("map.example/new.xml")).isEqualTo(2);
        assertThat(byUrl.keySet())
                .filteredOn(url -> !url.startsWith("page."))
                .allSatisfy(url -> assertThat(server.given(url)).as(url).isEqualTo(1));
    }

    @Test
    void anArticleWhosePageIsGoneGoesInAsRemovedOnce() throws Exception {
        server.publish("a.example", "stays", "It stays.");
        server.publish("a.example", "goes", "It goes.");
        server.page("a.example/stays", "<p>There.</p>");
        server.page("a.example/goes", "<p>There.</p>");
        define(source("a", "http://a.example/feed"));
        try (Instance instance = instance(Map.of("ingest.polling.recheck", "2s"))) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(articles()).hasSize(2));
            server.remove("a.example/goes");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(articles()).hasSize(3));
            int polls = server.polls("a.example");
            await().atMost(PATIENCE).until(() -> server.polls("a.example") > polls + 10);
        }
        List<Article> versions = articles().stream()
                .map(ConsumerRecord::value)
                .filter(article -> "http://a.example/goes".equals(article.getUrl()))
                .toList();
        assertThat(articles()).hasSize(3);
        assertThat(versions).hasSize(2);
        assertThat(versions.get(1).getMarks()).contains("REMOVED");
        assertThat(versions.get(1).getId()).isEqualTo(versions.get(0).getId());
    }

    @Test
    void aSourceThatMovedIsPolledThereAndOneThatLostAllItsItemsIsCounted() throws Exception {
        server.page("old.example/feed", "->new.example/feed");
        server.publish("new.example", "one", "There.");
        define(source("a", "http://old.example/feed"));
        try (Instance instance = instance()) {
            await().atMost(PATIENCE).until(() -> server.polls("new.example") > 1);
            assertThat(state("a").getMovedTo()).isEqualTo("http://new.example/feed");
            server.scrollOff("new.example");
            server.publish("new.example", "nine", "Much later.");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(state("a").getScrolledOff()).isPositive());
            assertThat(articles()).hasSize(2);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(state("a").getStatus()).isEqualTo("REDIRECTED"));
        }
    }

    @Test
    void aSourceThatForbidsItselfIsUnhealthyUntilItAnswersAgain() throws Exception {
        server.publish("a.example", "one", "The first.");
        define(source("a", "http://a.example/feed"));
        try (Instance instance = instance()) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(articles()).hasSize(1));
            assertThat(state("a").getStatus()).isEqualTo("HEALTHY");

            server.page("a.example/feed", "!403");
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(state("a").getStatus()).isEqualTo("FORBIDDEN");
                assertThat(state("a").getErrors()).containsKey("forbidden");
            });

            server.page("a.example/feed", "");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(state("a").getStatus()).isEqualTo("HEALTHY"));
        }
    }

    @Test
    void twoInstancesNeverPollTheSameSourceAndOneTakesOverFromTheOther() throws Exception {
        List<String> hosts =
                IntStream.range(0, 24).mapToObj(i -> "host" + i + ".example").toList();
        for (String host : hosts) {
            server.publish(host, "one", "From " + host);
            define(source(host, "http://" + host + "/feed"));
        }
        try (Instance first = instance()) {
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(articles()).hasSize(24));
            try (Instance second = instance()) {
                await().atMost(PATIENCE)
                        .until(() -> second.meters
                                        .get("vedette.sources.polled")
                                        .gauge()
                                        .value()
                                > 0);
                hosts.forEach(host -> server.publish(host, "two", "More from " + host));
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(articles()).hasSize(48));
                assertThat(first.meters.get("vedette.sources.polled").gauge().value()
                                + second.meters
                                        .get("vedette.sources.polled")
                                        .gauge()
                                        .value())
                        .isEqualTo(24);
            }
            hosts.forEach(host -> server.publish(host, "three", "Still more from " + host));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(articles()).hasSize(72));
        }
        assertThat(articles()).extracting(ConsumerRecord::key).doesNotHaveDuplicates();
        assertThat(server.askedTwice()).isEmpty();
    }

    private Instance instance() {
        return instance(Map.of());
    }

    private Instance instance(Map<String, String> more) {
        return new Instance(cluster.getBootstrapServers(), server.port(), more);
    }

    private void define(Source source) throws Exception {
        sources.producer()
                .send(new ProducerRecord<>(topics.sources().name(), source.getId(), source))
                .get();
    }

    private void delete(String id) throws Exception {
        sources.producer()
                .send(new ProducerRecord<>(topics.sources().name(), id, null))
                .get();
    }

    private static Source source(String id, String url) {
        return Source.newBuilder()
                .setId(id)
                .setKind("FEED")
                .setUrl(url)
                .setPage("NEVER")
                .setIntervalMillis(200)
                .setUpdatedAt(Instant.now())
                .build();
    }

    private static Source kind(String id, String kind, String url) {
        Source source = source(id, url);
        source.setKind(kind);
        source.setPage("TEASER");
        return source;
    }

    private static String index(Instant old, Instant changed) {
        return "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                + "<sitemap><loc>http://map.example/old.xml</loc><lastmod>"
                + old + "</lastmod></sitemap>"
                + "<sitemap><loc>http://map.example/new.xml</loc><lastmod>" + changed + "</lastmod></sitemap>"
                + "</sitemapindex>";
    }

    private static String sitemap(Instant published, String... names) {
        return Stream.of(names)
                .map(name -> "<url><loc>http://map.example/" + name + "</loc><news:news><news:publication_date>"
                        + published + "</news:publication_date><news:title>" + name + "</news:title></news:news></url>")
                .collect(Collectors.joining(
                        "",
                        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
                                + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>",
                        "</urlset>"));
    }

    private static String listing(String... names) {
        return Stream.of(names)
                .map(name -> "<li class='news-item'><h2><a href='http://press.example/" + name + "'>" + name
                        + "</a></h2><time datetime='2026-11-23T07:00:00Z'></time><p class='teaser'>More</p></li>")
                .collect(Collectors.joining("", "<ul class='news-list'>", "</ul>"));
    }

    private static String story(String about, String words) {
        return "<title>" + about + "</title><article><h1>" + about + "</h1><p>"
                + ("What " + about + " tells was " + words + ", with more to read than any list says. ").repeat(20)
                + "</p></article>";
    }

    private @Nullable SourceState state(String id) {
        return last(topics.sourceState()).get(id);
    }

    private <V> Map<String, V> last(Topic<String, V> topic) {
        Map<String, V> last = new java.util.HashMap<>();
        for (ConsumerRecord<String, V> record : committed(topic)) {
            if (record.value() == null) {
                last.remove(record.key());
            } else {
                last.put(record.key(), record.value());
            }
        }
        return last;
    }

    private List<ConsumerRecord<String, Article>> articles() {
        return committed(topics.articles());
    }

    private <V> List<ConsumerRecord<String, V>> committed(Topic<String, V> topic) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", cluster.getBootstrapServers());
        settings.put("isolation.level", "read_committed");
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(
                settings, topic.keySerde().deserializer(), topic.valueSerde().deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, V>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(50)).forEach(records::add);
            }
            return records;
        }
    }
}
