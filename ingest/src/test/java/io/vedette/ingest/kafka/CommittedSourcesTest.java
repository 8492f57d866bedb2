package io.vedette.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schemas.Article;
import io.vedette.schemas.IngestProgress;
import io.vedette.schemas.SourceState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class CommittedSourcesTest {

    private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");

    private final CommittedSources sources = new CommittedSources("sources-0");
    private final Map<String, IngestProgress> kafka = new HashMap<>();

    @BeforeEach
    void twoSourcesThatSomebodyGoesOnFrom() {
        kafka.put("a", progress("a", "3"));
        kafka.put("b", progress("b", "5"));
        sources.begin(kafka, Map.of());
        sources.progress("a");
        sources.progress("b");
    }

    @Test
    void severalSourcesGoOnInOneTransaction() {
        Changes changes = sources.after(List.of(step("a", "4"), step("b", "6"), step("a", "7")), T0);
        sources.apply(changes);

        assertThat(changes.articles()).extracting(sourced -> sourced.sourceId()).containsExactly("a", "b", "a");
        assertThat(sources.progress("a")).map(IngestProgress::getPosition).contains("7");
        assertThat(sources.progress("a")).map(IngestProgress::getRead).contains(3L);
        assertThat(sources.progress("b")).map(IngestProgress::getPosition).contains("6");
    }

    @Test
    void aStateAloneIsNoStepThroughTheSource() {
        SourceState state = state("a");
        Changes changes = sources.after(List.of(new Submission(List.of(), null, 0, 0, false).of("a", state)), T0);
        sources.apply(changes);

        assertThat(changes.progress()).isEmpty();
        assertThat(sources.state("a")).contains(state);
    }

    @Test
    void aForgottenSourceLosesProgressAndState() {
        Changes changes = sources.after(List.of(Submission.forget("a")), T0);
        sources.apply(changes);

        assertThat(changes.progress()).containsEntry("a", Optional.empty());
        assertThat(changes.states()).containsEntry("a", Optional.empty());
        assertThat(sources.progress("a")).isEmpty();
    }

    @Test
    void theProgressTellsWhetherATransactionWasCommitted() {
        Changes changes = sources.after(List.of(step("a", "4"), step("c", "1")), T0);

        assertThat(sources.isWritten(changes, kafka)).isFalse();
        changes.progress().forEach((id, value) -> kafka.put(id, value.orElseThrow()));
        assertThat(sources.isWritten(changes, kafka)).isTrue();
    }

    @Test
    void whatAnotherProcessWroteEndsTheWriterWhicheverSourceItIsOf() {
        Changes changes = sources.after(List.of(step("a", "4")), T0);

        kafka.put("b", progress("b", "6"));
        assertThatThrownBy(() -> sources.isWritten(changes, kafka)).isInstanceOf(SourceMovedException.class);
        kafka.put("b", progress("b", "5"));
        kafka.put("a", progress("a", "9"));
        assertThatThrownBy(() -> sources.isWritten(changes, kafka)).isInstanceOf(SourceMovedException.class);
    }

    @Test
    void sourcesThatNobodyAskedForAreReadAnew() {
        Changes changes = sources.after(List.of(step("a", "4")), T0);

        kafka.put("c", progress("c", "1"));
        sources.isWritten(changes, kafka);

        assertThat(sources.progress("c")).map(IngestProgress::getPosition).contains("1");
    }

    private static Submission step(String id, String position) {
        return new Submission(List.of(new Article()), position, 1, 0, false).of(id, null);
    }

    private static IngestProgress progress(String id, String position) {
        return new IngestProgress(id, position, 1L, 0L, false, T0);
    }

    private static SourceState state(String id) {
        SourceState state = SourceState.newBuilder().build();
        state.setSourceId(id);
        return state;
    }
}
