package io.vedette.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.ingest.item.Hints;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SourcePositionTest {

    private static final String URL = "https://news.example/feed";

    @Test
    void isReadAsItWasWritten() {
        SourcePosition position = new SourcePosition(
                URL,
                "https://www.news.example/feed",
                "\"etag\"",
                "Fri, 06 Mar 2026 10:20:00 GMT",
                KnownItems.NONE.after(items(-3, 4), 0),
                Map.of(-5L, 1_772_000_000L),
                new Hints(Duration.ofMinutes(30), Set.of(0, 23), Set.of(DayOfWeek.SUNDAY), null, null),
                List.of(new PublishedPage("https://news.example/a", "A headline", 1_772_003_600)));

        assertThat(SourcePosition.read(position.write(), URL)).isEqualTo(position);
        assertThat(SourcePosition.read(position.write(), URL).items().listed()).isEqualTo(7);
    }

    @Test
    void withAnotherAddressWhatServersSaidIsVoidAndTheItemsAreStillKnown() {
        SourcePosition position = new SourcePosition(
                URL,
                "https://moved.example/",
                "\"e\"",
                "l",
                KnownItems.NONE.after(items(0, 2), 0),
                Map.of(),
                Hints.NONE,
                List.of());

        SourcePosition there = SourcePosition.read(position.write(), "https://other.example/feed");

        assertThat(there.fetchFrom()).isEqualTo("https://other.example/feed");
        assertThat(there.etag()).isNull();
        assertThat(there.items().content(1)).isEqualTo(101);
    }

    @Test
    void whatAnEarlierVersionWroteIsKnown() {
        String old =
                "{\"etag\":\"\\\"x\\\"\",\"lastModified\":null,\"seen\":[\"00000000000000ff\",\"ffffffffffffffff\"]}";

        SourcePosition position = SourcePosition.read(old, URL);

        assertThat(position.etag()).isEqualTo("\"x\"");
        assertThat(position.items().content(255)).isEqualTo(Fingerprints.ANY);
        assertThat(position.items().content(-1)).isEqualTo(Fingerprints.ANY);
    }

    @Test
    void anythingElseIsTheStart() {
        assertThat(SourcePosition.read("{broken", URL)).isEqualTo(SourcePosition.start(URL));
        assertThat(SourcePosition.read("{\"items\":\"***\"}", URL)).isEqualTo(SourcePosition.start(URL));
    }

    @Test
    void remembersWhatTheListHoldsAndABoundedRemainder() {
        KnownItems known = KnownItems.NONE.after(items(0, 50), 0);
        for (int from = 50; from < 5_000; from += 50) {
            known = known.after(items(from, from + 50), 0);
        }

        assertThat(known.size()).isEqualTo(150);
        assertThat(known.content(4_999)).isNotNull();
        assertThat(known.content(4_850)).isNotNull();
        assertThat(known.content(10)).isNull();
        assertThat(known.write().length()).isEqualTo(150 * 16);
    }

    @Test
    void tellsWhetherAnythingOfTheLastListIsLeft() {
        KnownItems known = KnownItems.NONE.after(items(0, 10), 0).after(items(10, 20), 0);

        assertThat(known.noneLeftIn(Set.of(19L, 99L))).isFalse();
        assertThat(known.noneLeftIn(Set.of(5L, 99L))).isTrue(); // remembered, but not of the last list
        assertThat(KnownItems.NONE.noneLeftIn(Set.of(1L))).isFalse();
    }

    private static Map<Long, Integer> items(int from, int to) {
        return LongStream.range(from, to)
                .boxed()
                .collect(Collectors.toMap(key -> key, key -> (int) (key + 100), (a, b) -> a, LinkedHashMap::new));
    }
}
