package io.vedette.alerts.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.alerts.SomeEntities;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.Topic;
import io.vedette.schemas.TrustedRecords;
import io.vedette.schemas.Watch;
import io.vedette.text.Annotations;
import io.vedette.text.watch.QueryCompiler;
import io.vedette.text.watch.query.QueryException;
import io.vedette.text.watch.query.QueryLimits;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuerySettingsTest {

    private static final Map<String, String> NARROW = Map.of(
            "alerts.query.characters", "60",
            "alerts.query.clauses", "3",
            "alerts.query.depth", "2",
            "alerts.query.distance", "10",
            "alerts.query.wildcardLetters", "3",
            "alerts.query.regexInstructions", "50",
            "alerts.query.radiusKilometres", "20",
            "alerts.query.window", "1d");

    @Test
    void whatIsNotConfiguredIsAsTheLanguageHasIt() {
        assertThat(compiler(Map.of()).limits()).isEqualTo(QueryLimits.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt | 61 | 64 characters, and 60 are allowed",
                "a b c d               | 7  | more than 3 clauses",
                "(((a)))               | 3  | nested more than 2 deep",
                "a NEAR/11 b           | 3  | write a number from 0 to 10",
                "ta*                   | 1  | 3 letters or more",
                "/((a{9}){9}){9}/      | 1  | more than 50 instructions",
                "RADIUS(21km, 46, 35)  | 8  | at most 20km",
                "COUNT(a, 25h) >= 5    | 10 | at most 1d",
            })
    void whoeverWritesOrReadsAWatchKeepsToTheConfiguredLimits(String query, int column, String reason) {
        TrustedRecords.trust();
        MockProducer<String, Watch> producer =
                new MockProducer<>(true, null, new StringSerializer(), (topic, watch) -> new byte[0]);
        QueryCompiler narrow = compiler(NARROW);
        Watch record =
                Watch.newBuilder().setId("a").setTitle("a").setQuery(query).build();

        try (WatchWriter writer = writer(producer, narrow)) {
            assertThatThrownBy(() -> writer.put(WatchDefinition.of("a", "a", query, "INFO"), true, null))
                    .isInstanceOfSatisfying(QueryException.class, refused -> assertThat(refused.column())
                            .isEqualTo(column))
                    .hasMessageContaining(reason);
        }
        assertThat(producer.history()).isEmpty();
        assertThatThrownBy(() -> CompiledWatch.of(record, narrow))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining(reason);
        assertThat(CompiledWatch.of(record, compiler(Map.of())).query()).isNotNull();
    }

    private static QueryCompiler compiler(Map<String, String> settings) {
        return QuerySettings.compiler(Configuration.of(settings).alerts().query(), new SomeEntities());
    }

    private static WatchWriter writer(MockProducer<String, Watch> producer, QueryCompiler queries) {
        Topic<String, Watch> topic = new Topic<>(
                "watches",
                Serdes.String(),
                Serdes.serdeFrom((name, value) -> new byte[0], (name, bytes) -> new Watch()),
                Watch.class,
                new Topic.Settings(1, (short) -1, Topic.Cleanup.COMPACT, Duration.ZERO, false, 1_000_000));
        ExampleCheck examples = new ExampleCheck(
                document -> new Annotations("en", List.of(), List.of()), new SomeEntities(), Clock.systemUTC());
        return new WatchWriter(topic, topic, () -> producer, Watches::empty, queries, examples, Clock.systemUTC());
    }
}
