package io.vedette.ingest.health;

import io.vedette.runtime.config.HealthConfig;
import io.vedette.schemas.Source;
import io.vedette.schemas.SourceState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;

/** A source and what its polls bring, one after the other. */
final class Polls {

    static final HealthConfig DEFAULTS =
            new HealthConfig(3, 5, Duration.ofHours(1), 10, Duration.ofHours(3), Duration.ofDays(60), 25);

    static final Source SOURCE = Source.newBuilder()
            .setId("echo")
            .setKind("FEED")
            .setUrl("https://echo.example/news.xml")
            .build();

    private final SourceHealth health = new SourceHealth(DEFAULTS);
    private final Duration interval;
    private SourceState state = SourceHealth.unknown("echo");
    private Instant now;

    Polls(Instant start, Duration interval) {
        this.now = start;
        this.interval = interval;
    }

    SourceState brings(int fresh) {
        return taken(50, fresh, null);
    }

    SourceState empty() {
        return taken(0, 0, null);
    }

    SourceState moved(String to) {
        return taken(50, 1, URI.create(to));
    }

    private SourceState taken(int listed, int fresh, URI movedTo) {
        return after(new PollOutcome.Taken(now, listed, fresh, 0, fresh / 2, 0, 0, movedTo, null));
    }

    SourceState unchanged() {
        return after(new PollOutcome.Unchanged(now));
    }

    SourceState fails(PollFailure why) {
        return after(new PollOutcome.Failed(now, why, "it says " + why.label()));
    }

    SourceState paused() {
        state = health.paused(state, now);
        now = now.plus(interval);
        return state;
    }

    void nobodyPollsFor(Duration time) {
        now = now.plus(time);
    }

    private SourceState after(PollOutcome outcome) {
        state = health.after(state, outcome, SOURCE);
        state.setIntervalMillis(interval.toMillis());
        now = now.plus(interval);
        return state;
    }

    SourceState state() {
        return state;
    }

    Instant now() {
        return now;
    }
}
