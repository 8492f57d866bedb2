package io.vedette.alerts.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.watch.ExampleCheck;
import io.vedette.alerts.watch.WatchDefinition;
import io.vedette.alerts.watch.WatchFile;
import io.vedette.alerts.watch.WatchForm;
import io.vedette.alerts.watch.WatchWriter;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.json.Json;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Watch;
import io.vedette.text.Annotations;
import io.vedette.text.watch.QueryCompiler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A file of watches, the topic and the API hold the same thing: whatever one can say, the others give back. */
class WatchRoundTripTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final QueryCompiler QUERIES = new QueryCompiler(new SomeEntities());

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void whatAFileSaysComesBackFromTheTopicThroughTheApi(@ForAll Random random) throws IOException {
        WatchForm form = new Forms(random).form();
        byte[] yaml = Json.MAPPER.writeValueAsBytes(List.of(form)); // JSON is YAML
        WatchDefinition read =
                WatchFile.read("w.yaml", new ByteArrayInputStream(yaml)).get(0);

        Watch written = written(read);
        byte[] topic = Watch.getEncoder().encode(written).array();
        byte[] api =
                Json.MAPPER.writeValueAsBytes(WatchView.of(Watch.getDecoder().decode(topic)));

        assertThat(WatchBody.read(api).definition(null)).isEqualTo(read);
        assertThat(written(WatchBody.read(api).definition(null))).isEqualTo(written);
    }

    private static Watch written(WatchDefinition watch) {
        MockProducer<String, Watch> producer =
                new MockProducer<>(true, null, new StringSerializer(), (topic, value) -> new byte[0]);
        Topic<String, Watch> topic = new Topic<>(
                "watches",
                Serdes.String(),
                Serdes.serdeFrom((name, value) -> new byte[0], (name, bytes) -> new Watch()),
                Watch.class,
                new Topic.Settings(1, (short) -1, Topic.Cleanup.COMPACT, Duration.ZERO, false, 1_000_000));
        ExampleCheck examples =
                new ExampleCheck(document -> new Annotations("en", List.of(), List.of()), new SomeEntities(), NOON);
        try (WatchWriter writer =
                new WatchWriter(topic, topic, () -> producer, Watches::empty, QUERIES, examples, NOON)) {
            writer.put(watch, true, "ada");
        }
        return producer.history().get(0).value();
    }

    /** Forms of watches with anything in them that may be, or not. */
    private record Forms(Random random) {

        WatchForm form() {
            String from = maybe(() -> time(2026));
            return new WatchForm(
                    "w-" + random.nextInt(1_000),
                    maybe(() -> one("Tanks", "Панцирники", "\"Tanks\": all", "# no comment", "- dash")),
                    one("tank", "tank OR \"supply routes\"", "tank\n  NOT exercise", "claim(a) OR \"tank: it's\""),
                    maybe(() -> one("INFO", "WARNING", "CRITICAL")),
                    maybe(() -> some("south", "2026", "ключ", "a b")),
                    from,
                    maybe(() -> time(2027)),
                    maybe(() -> new WatchForm.Quiet(
                            maybe(this::zone), hour(), hour(), maybe(() -> some("MON", "SAT", "SUN")))),
                    maybe(() -> new WatchForm.Limit(1 + random.nextInt(50), period())),
                    maybe(this::digest),
                    maybe(() -> some("desk", "night shift")),
                    maybe(() -> new WatchForm.Updates(maybe(random::nextBoolean), maybe(() -> List.of(3, 10)))),
                    maybe(this::examples),
                    maybe(() -> 1 + random.nextInt(1_000)));
        }

        private WatchForm.Digest digest() {
            return random.nextBoolean()
                    ? new WatchForm.Digest(period(), null, maybe(this::zone))
                    : new WatchForm.Digest(null, hour(), maybe(this::zone));
        }

        private List<WatchForm.Text> examples() {
            List<WatchForm.Text> examples = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                boolean matches = random.nextBoolean();
                examples.add(new WatchForm.Text(
                        maybe(() -> "A headline: of it"),
                        matches ? "A tank.\nIt left." : "A ship.",
                        maybe(() -> "Example Wire"),
                        maybe(() -> "https://example.org/1?a=b#c"),
                        maybe(() -> one("en", "uk")),
                        maybe(() -> time(2025)),
                        maybe(() -> time(2026)),
                        matches ? maybe(() -> true) : Boolean.FALSE));
            }
            return examples;
        }

        private String time(int year) {
            return year + "-0" + (1 + random.nextInt(9))
                    + one("-01T00:00:00Z", "-28T23:59:59.123Z", "-02T06:30:00.123456Z");
        }

        private String hour() {
            return one("22:00", "06:30", "00:00", "23:59");
        }

        private String zone() {
            return one("UTC", "Europe/Kyiv", "Asia/Kolkata");
        }

        private String period() {
            return one("90m", "1h", "6h", "7d", "45s");
        }

        private String one(String... of) {
            return of[random.nextInt(of.length)];
        }

        private List<String> some(String... of) {
            return List.of(of).subList(0, random.nextInt(of.length + 1));
        }

        private <T> @Nullable T maybe(Supplier<T> what) {
            return random.nextBoolean() ? what.get() : null;
        }
    }
}
