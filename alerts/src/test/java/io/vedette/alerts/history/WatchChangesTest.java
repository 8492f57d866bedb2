package io.vedette.alerts.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.overtime.History;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.RegistrySettings;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import io.vedette.schemas.Watch;
import io.vedette.text.watch.QueryCompiler;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchChangesTest {

    private static final Instant SAVED = Instant.parse("2026-11-20T12:00:00Z");

    private final AvroSerdes serdes =
            new AvroSerdes(RegistrySettings.at("mock://" + UUID.randomUUID()).withAutoRegister(true));
    private final Topics topics = new Topics(TopicSettings.DEFAULTS, serdes);
    private final WatchChanges changes = new WatchChanges(topics.watches(), new QueryCompiler(new SomeEntities()));
    private int offset;

    @AfterEach
    void close() {
        serdes.close();
    }

    @Test
    void aNewWatchThatCountsIsWantedFromWhenItWasSaved() {
        WatchChanges.Change change = take(watch("COUNT(tank, 2h) >= 3"));

        assertThat(change.ended()).isNull();
        assertThat(change.wanted().savedAt()).isEqualTo(SAVED);
        assertThat(change.wanted().from(Duration.ofDays(30))).isEqualTo(SAVED.minus(Duration.ofHours(2)));
        assertThat(change.wanted().from(Duration.ofHours(1))).isEqualTo(SAVED.minus(Duration.ofHours(1)));
    }

    @Test
    void aWatchOfWordsIsNot() {
        assertThat(take(watch("tank"))).isNull();
        assertThat(take(watch("\"the FIRST tank\""))).isNull();
    }

    @Test
    void onlyWhatIsAskedDecides() {
        take(watch("COUNT(tank, 2h) >= 3"));

        assertThat(take(watch("COUNT(tank, 2h)>=3").setTitle("Tanks"))).isNull();

        WatchChanges.Change change = take(watch("COUNT(tank, 3h) >= 3"));
        assertThat(change.ended()).isNull();
        assertThat(change.wanted()).isNotNull();
    }

    @Test
    void whatWasDisabledBeginsAnew() {
        take(watch("COUNT(tank, 2h) >= 3"));
        assertThat(take(watch("COUNT(tank, 2h) >= 3").setEnabled(false)))
                .isEqualTo(new WatchChanges.Change(History.stale("w", 1), null));
        assertThat(take(watch("COUNT(tank, 2h) >= 3").setEnabled(false))).isNull();

        assertThat(take(watch("COUNT(tank, 2h) >= 3")).wanted()).isNotNull();
    }

    @Test
    void whatIsInForceAtOtherTimesIsFilledInCaseItWasForgotten() {
        take(watch("COUNT(tank, 2h) >= 3"));

        WatchChanges.Change change = take(watch("COUNT(tank, 2h) >= 3").setValidUntil(SAVED.plusSeconds(60)));

        assertThat(change.ended()).isNull();
        assertThat(change.wanted()).isNotNull();
    }

    @Test
    void aDeletedWatchIsGoneAndNothingOfItIsCurrent() {
        Wanted wanted = take(watch("COUNT(tank, 2h) >= 3")).wanted();
        assertThat(changes.isCurrent(wanted)).isTrue();

        assertThat(changes.take(record(null))).isEqualTo(new WatchChanges.Change(History.gone("w", 1), null));
        assertThat(changes.isCurrent(wanted)).isFalse();
    }

    @Test
    void aRecordThatMakesNoWatchChangesNothing() {
        Wanted wanted = take(watch("COUNT(tank, 2h) >= 3")).wanted();

        assertThat(changes.take(record(new byte[] {7, 7, 7}))).isNull();
        assertThat(take(watch("COUNT((tank, 2h) >= 3"))).isNull();
        assertThat(changes.isCurrent(wanted)).isTrue();
    }

    private WatchChanges.Change take(Watch.Builder watch) {
        return changes.take(record(topics.watches()
                .valueSerde()
                .serializer()
                .serialize(topics.watches().name(), watch.build())));
    }

    private static Watch.Builder watch(String query) {
        return Watch.newBuilder().setId("w").setTitle("w").setQuery(query);
    }

    private ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>(
                topics.watches().name(),
                0,
                offset++,
                SAVED.toEpochMilli(),
                TimestampType.CREATE_TIME,
                1,
                value == null ? 0 : value.length,
                "w".getBytes(),
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
