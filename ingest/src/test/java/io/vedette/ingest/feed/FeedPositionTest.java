package io.vedette.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FeedPositionTest {

    @Test
    void isReadAsItWasWritten() {
        FeedPosition position = FeedPosition.START.after("\"e\"", "Fri, 30 Oct 2026 06:00:00 GMT", List.of("a", "b"));

        assertThat(FeedPosition.read(position.write())).isEqualTo(position);
        assertThat(FeedPosition.read("")).isEqualTo(FeedPosition.START);
        assertThat(FeedPosition.read("none of ours")).isEqualTo(FeedPosition.START);
    }

    @Test
    void forgetsTheOldestAndKeepsWhatIsStillInTheFeed() {
        List<String> many = IntStream.range(0, 4000).mapToObj(Integer::toString).toList();

        FeedPosition position = FeedPosition.START.after(null, null, many).after(null, null, List.of("0", "new"));

        assertThat(position.seen()).hasSize(4000).contains("0", "new").doesNotContain("1");
    }
}
