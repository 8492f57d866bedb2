package io.vedette.ingest.polling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.junit5ext.KafkaClusterExtension;
import io.vedette.schemas.Article;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Source;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills the process that polls feeds and reads a file and a web archive, with SIGKILL at random moments: so often as
 * {@code -Dvedette.kills} says.  The seed of the moments is logged; {@code -Dvedette.kills.seed} repeats them, as far as
 * anything does that depends on time.
 */
@ExtendWith(KafkaClusterExtension.class)
class KillIT {

    private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
    private static final int KILLS = Integer.getInteger("vedette.kills", 6);
    private static final long SEED = Long.getLong("vedette.kills.seed", System.nanoTime());
    private static final int HOSTS = 12;
    private static final int LINES_PER_KILL = 1_000;
    private static final int PAGES_PER_KILL = 250;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    KafkaCluster cluster;

    private final Random random = new Random(SEED);
    private final AvroSerdes serdes = Instance.serdes();
    private final Topics topics = Instance.topics(serdes);
    private final Set<String> expected = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> found = new HashMap<>();
    private boolean killedWithinFile;
    private boolean killedWithinArchive;

    @Test
    void whateverMomentItIsKilledAtEveryItemIsPublishedOnce() throws Exception {
        LOG.info("{} kills, seed {}", KILLS, SEED);
        List<Path> files = List.of(file(), archive());
        createTopics();
        try (NewsServer server = new NewsServer();
                KafkaConsumer<String, Article> reading = reading()) {
            defineSources(server);
            Thread press = press(server);
            Process next = ingest(server.port(), files);
            for (int kill = 0; kill < KILLS; kill++) {
                Process process = begin(next);
                next = ingest(server.port(), files);
                if (kill % 5 == 4) {
                    // while it starts, joins the group, fences off its predecessor
                    process.waitFor(random.nextInt(1_500), TimeUnit.MILLISECONDS);
                } else {
                    int before = found.size();
                    await().atMost(PATIENCE).until(() -> count(reading).size() > before);
                    if (killedWithinFile && killedWithinArchive) {
                        process.waitFor(random.nextInt(600), TimeUnit.MILLISECONDS);
                    }
                }
                assertThat(process.isAlive())
                        .as("runs until it is killed, see %s", folder.resolve("log.txt"))
                        .isTrue();
                process.destroyForcibly().waitFor();
                count(reading);
                killedWithinFile |= isAmong(KILLS * LINES_PER_KILL, KillIT::line);
                killedWithinArchive |= isAmong(KILLS * PAGES_PER_KILL, KillIT::page);
                LOG.info("kill {}: {} of {} articles so far", kill + 1, found.size(), expected.size());
            }
            assertThat(killedWithinFile).as("was killed within the file").isTrue();
            assertThat(killedWithinArchive).as("was killed within the archive").isTrue();
            press.interrupt();
            press.join();
            Process last = begin(next);
            try {
                await().atMost(PATIENCE).until(() -> count(reading).containsAll(expected));
                // every feed is polled once more: what would be there twice comes with the next polls
                Map<String, Integer> polls = polls(server);
                await().atMost(Duration.ofMinutes(1)).until(() -> IntStream.range(0, HOSTS)
                        .allMatch(i -> server.polls(host(i)) >= polls.get(host(i)) + 2));
                countToTheEnd(reading);
            } finally {
                last.destroyForcibly().waitFor();
            }
        }
        assertThat(found.keySet()).isEqualTo(new HashSet<>(expected));
        assertThat(found).allSatisfy((text, times) -> assertThat(times).as(text).isEqualTo(1));
    }

    private Path file() throws IOException {
        Path file = folder.resolve("archive.jsonl");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < KILLS * LINES_PER_KILL; i++) {
            expected.add(line(i));
            lines.append("{\"text\": \"").append(line(i)).append("\"}\n");
        }
        return Files.writeString(file, lines);
    }

    private static String line(int i) {
        return "Line " + i + " of the archive.";
    }

    /** Whether some of these have been published, and some not. */
    private boolean isAmong(int count, IntFunction<String> text) {
        long published = IntStream.range(0, count)
                .filter(i -> found.containsKey(text.apply(i)))
                .count();
        return published > 0 && published < count;
    }

    /** Records of pages, as a crawler keeps them. */
    private Path archive() throws IOException {
        Path file = folder.resolve("crawl.warc.gz");
        try (WarcWriter writer = new WarcWriter(FileChannel.open(file, CREATE, WRITE), WarcCompression.GZIP)) {
            for (int i = 0; i < KILLS * PAGES_PER_KILL; i++) {
                expected.add(page(i));
                HttpResponse page = new HttpResponse.Builder(200, "OK")
                        .body(MediaType.HTML_UTF8, ("<html><body><p>" + page(i) + "</p></body></html>").getBytes(UTF_8))
                        .build();
                writer.write(new WarcResponse.Builder("https://crawled.example/" + i)
                        .date(Instant.parse("2026-10-30T06:00:00Z"))
                        .body(page)
                        .build());
            }
        }
        return file;
    }

    private static String page(int i) {
        return "Page " + i + " of the crawl, which has a sentence or two about the rain of that night.";
    }

    /** Publishes without end, at all hosts. */
    private Thread press(NewsServer server) {
        Thread press = new Thread(() -> {
            Random which = new Random(SEED);
            for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                String text = "Item " + i + " of the day.";
                expected.add(text);
                server.publish(host(which.nextInt(HOSTS)), "item-" + i, text);
                try {
                    TimeUnit.MILLISECONDS.sleep(40);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        press.setDaemon(true);
        press.start();
        return press;
    }

    /** One that is ready, and begins when it is told to. */
    private Process ingest(int port, List<Path> files) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                KilledIngest.class.getName(),
                cluster.getBootstrapServers(),
                Integer.toString(port)));
        files.forEach(file -> command.add(file.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "log.txt")))
                .start();
    }

    private static Process begin(Process ready) throws IOException {
        ready.getOutputStream().write(1);
        ready.getOutputStream().flush();
        return ready;
    }

    private void createTopics() throws Exception {
        try (Admin admin = Admin.create(cluster.getKafkaClientConfiguration())) {
            List<NewTopic> wanted = Stream.of(
                            topics.articles(), topics.ingestState(), topics.sources(), topics.sourceState())
                    .map(Topic::toNewTopic)
                    .toList();
            admin.createTopics(wanted).all().get();
        }
    }

    private void defineSources(NewsServer server) throws Exception {
        try (KafkaProducer<String, Source> sources = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.getBootstrapServers()),
                topics.sources().keySerde().serializer(),
                topics.sources().valueSerde().serializer())) {
            for (int i = 0; i < HOSTS; i++) {
                String first = "The first of " + host(i);
                expected.add(first);
                server.publish(host(i), "first", first);
                Source source = Source.newBuilder()
                        .setId("source-" + i)
                        .setKind("FEED")
                        .setUrl("http://" + host(i) + "/feed")
                        .setPage("NEVER")
                        .setIntervalMillis(200)
                        .build();
                sources.send(new ProducerRecord<>(topics.sources().name(), source.getId(), source))
                        .get();
            }
        }
    }

    private KafkaConsumer<String, Article> reading() {
        KafkaConsumer<String, Article> reading = new KafkaConsumer<>(
                Map.of("bootstrap.servers", cluster.getBootstrapServers(), "isolation.level", "read_committed"),
                topics.articles().keySerde().deserializer(),
                topics.articles().valueSerde().deserializer());
        List<TopicPartition> partitions = reading
                .partitionsFor(topics.articles().name())
                .stream()
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        reading.assign(partitions);
        reading.seekToBeginning(partitions);
        return reading;
    }

    /** Counts what was committed since. */
    private Set<String> count(KafkaConsumer<String, Article> reading) {
        ConsumerRecords<String, Article> records;
        do {
            records = reading.poll(Duration.ofMillis(50));
            records.forEach(record -> found.merge(record.value().getText(), 1, Integer::sum));
        } while (!records.isEmpty());
        return found.keySet();
    }

    private void countToTheEnd(KafkaConsumer<String, Article> reading) {
        Map<TopicPartition, Long> ends = reading.endOffsets(reading.assignment());
        while (ends.entrySet().stream().anyMatch(end -> reading.position(end.getKey()) < end.getValue())) {
            count(reading);
        }
    }

    private static Map<String, Integer> polls(NewsServer server) {
        Map<String, Integer> polls = new HashMap<>();
        IntStream.range(0, HOSTS).forEach(i -> polls.put(host(i), server.polls(host(i))));
        return polls;
    }

    private static String host(int i) {
        return "host" + i + ".example";
    }
}
