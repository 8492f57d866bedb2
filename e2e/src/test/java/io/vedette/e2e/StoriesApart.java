package io.vedette.e2e;

import java.time.Duration;
import java.time.Instant;

/** Articles that read alike are one story, and a story alerts once: these are each of another time. */
final class StoriesApart {

    private static final Instant LATEST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LONGER_THAN_A_STORY = Duration.ofDays(8);

    private StoriesApart() {}

    /** When the article of that number was published: so far from all others that they can't tell one story. */
    static Instant day(int number) {
        return LATEST.minus(LONGER_THAN_A_STORY.multipliedBy(number));
    }
}
