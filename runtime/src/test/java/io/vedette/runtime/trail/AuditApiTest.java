package io.vedette.runtime.trail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vedette.runtime.RoutesOnly;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.HttpServer;
import io.vedette.runtime.json.Json;
import io.vedette.runtime.metrics.Metrics;
import io.vedette.schemas.AuditEntry;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.Topic;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditApiTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://audit-api").withAutoRegister(true));
    private final Topic<String, AuditEntry> topic = new Topics(TopicSettings.DEFAULTS, serdes).audit();
    private final TopicPartition partition = new TopicPartition(topic.name(), 0);
    private final Metrics metrics = new Metrics();
    private final List<byte[]> log = new ArrayList<>();
    private final List<Instant> times = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() {
        AuditApi api = new AuditApi(
                new AuditTrail(topic, this::consumer, Duration.ofSeconds(5)), 2, Clock.fixed(NOW, ZoneOffset.UTC));
        server = new HttpServer(
                        Configuration.of(Map.of("http.port", "0")).http(),
                        metrics,
                        List.of(new RoutesOnly("audit", List.of(api))),
                        List.of())
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
        serdes.close();
    }

    @Test
    void aPageHasWhatWasDoneSinceThenAndTheNextGoesOnWhereItEnded() throws Exception {
        add(NOW.minus(Duration.ofDays(2)), "anna", "PUT", "/api/watches/old", 200);
        add(NOW.minusSeconds(30), "anna", "PUT", "/api/watches/a", 200);
        add(NOW.minusSeconds(20), "ben", "PUT", "/api/watches/b", 200);
        add(NOW.minusSeconds(10), "ben", "DELETE", "/api/watches/a", 200);

        JsonNode first = get("/api/audit?limit=2");
        JsonNode second = get("/api/audit?limit=2&cursor=" + first.path("next").asText());

        assertThat(first.findValuesAsText("path")).containsExactly("/api/watches/a", "/api/watches/b");
        assertThat(first.path("more").asBoolean()).isTrue();
        assertThat(second.findValuesAsText("method")).containsExactly("DELETE");
        assertThat(second.path("more").asBoolean()).isFalse();

        add(NOW, "carl", "POST", "/api/watches", 200);
        JsonNode later = get("/api/audit?cursor=" + second.path("next").asText());

        assertThat(later.findValuesAsText("who")).containsExactly("carl");
    }

    @Test
    void filtersHoldTogetherAndTheBeginningOfANameWillDo() throws Exception {
        add(NOW, "desk/anna", "PUT", "/api/watches/a", 200);
        add(NOW, "desk/ben", "DELETE", "/api/watches/a", 200);
        add(NOW, "wire", "DELETE", "/api/watches/a", 403);

        assertThat(get("/api/audit?who=DESK").findValuesAsText("who")).containsExactly("desk/anna", "desk/ben");
        assertThat(get("/api/audit?what=delete%20/api/watches").findValuesAsText("who"))
                .containsExactly("desk/ben", "wire");
        assertThat(get("/api/audit?who=desk&what=delete").findValuesAsText("who"))
                .containsExactly("desk/ben");
        assertThat(get("/api/audit?refused=true").findValuesAsText("who")).containsExactly("wire");
        assertThat(get("/api/audit?who=key:7").findValuesAsText("who")).hasSize(3);
    }

    @Test
    void whatMakesNoEntryHidesNothing() throws Exception {
        add(NOW, "anna", "PUT", "/api/watches/a", 200);
        log.add(new byte[] {7});
        times.add(NOW);
        add(NOW, "ben", "PUT", "/api/watches/b", 200);

        assertThat(get("/api/audit").findValuesAsText("who")).containsExactly("anna", "ben");
    }

    @Test
    void aCursorThatIsNoneIsRefused() throws Exception {
        assertThat(get("/api/audit?cursor=-1").path("detail").asText()).startsWith("cursor:");
    }

    private void add(Instant at, String who, String method, String path, int status) {
        AuditEntry entry = AuditEntry.newBuilder()
                .setAt(at)
                .setWho(who)
                .setCallerId("key:7")
                .setMethod(method)
                .setPath(path)
                .setStatus(status)
                .build();
        log.add(topic.valueSerde().serializer().serialize(topic.name(), entry));
        times.add(at);
    }

    private JsonNode get(String path) throws Exception {
        return Json.MAPPER.readTree(CLIENT.send(
                        HttpRequest.newBuilder(URI.create(server.url() + path)).build(), BodyHandlers.ofString())
                .body());
    }

    /** Has what is in the log when it is asked for. */
    private Consumer<byte[], byte[]> consumer() {
        MockConsumer<byte[], byte[]> made = new MockConsumer<>("earliest") {
            @Override
            public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
                    Map<TopicPartition, Long> asked) {
                Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
                found.put(partition, first(asked.get(partition)).orElse(null));
                return found;
            }

            @Override
            public synchronized void seek(TopicPartition where, long offset) {
                super.seek(where, offset);
                for (long at = offset; at < log.size(); at++) {
                    addRecord(record(at));
                }
            }
        };
        made.updateBeginningOffsets(Map.of(partition, 0L));
        made.updateEndOffsets(Map.of(partition, (long) log.size()));
        return made;
    }

    private Optional<OffsetAndTimestamp> first(long millis) {
        for (int at = 0; at < times.size(); at++) {
            if (times.get(at).toEpochMilli() >= millis) {
                return Optional.of(new OffsetAndTimestamp(at, times.get(at).toEpochMilli()));
            }
        }
        return Optional.empty();
    }

    private ConsumerRecord<byte[], byte[]> record(long at) {
        byte[] value = log.get((int) at);
        return new ConsumerRecord<>(
                topic.name(),
                0,
                at,
                times.get((int) at).toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                value.length,
                new byte[0],
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
