package io.vedette.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vedette.text.MentionKind;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.gazetteer.GazetteerReader;
import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.query.QueryException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries that are none are refused at once, with all names of the world to suggest one from. */
class BadQueriesTest {

    private static final Duration AT_ONCE = Duration.ofMillis(100);
    private static final int RUNS = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static Gazetteer gazetteer;

    @BeforeAll
    static void readTheGazetteer() throws IOException {
        gazetteer = GazetteerReader.read(Seeds::open, Seeds.version("gazetteer"));
    }

    static Stream<Arguments> badQueries() {
        return Stream.of(
                arguments("a".repeat(20_000), 16_001, "20000 characters, and 16000 are allowed"),
                arguments("a ".repeat(10_000), 16_001, "20000 characters, and 16000 are allowed"),
                arguments("a ".repeat(5_001), 10_001, "more than 5000 clauses"),
                arguments("(".repeat(1_000) + "a" + ")".repeat(1_000), 501, "nested more than 500 deep"),
                arguments("a " + "NOT ".repeat(1_000) + "a", 2_003, "nested more than 500 deep"),
                arguments("a" + " NEAR/5 a".repeat(1_000), 4_503, "more than 500 times NEAR"),
                arguments("tank /(a*)*b/ /((a{99}){99}){99}/", 15, "more than 2000 instructions"),
                arguments("tank /(x+x+)+y(?!z)/", 7, "no regular expression of RE2"),
                arguments("tank colour:red", 6, "there is no field colour"),
                arguments("tank actor:\"Vladmir Putin\"", 12, "did you mean Vladimir Putin"),
                arguments("tank actor:Qwxzvbnmpoiuytr", 12, "no actor of the name"),
                arguments("tank place:Melitopil", 12, "did you mean Melitopol"),
                arguments("tank place:Xxqwzvxkjqxz", 12, "no place of the name"),
                arguments("tank place:\"" + "Lower Qwertzing ".repeat(900) + "\"", 12, "no place of the name"),
                arguments("RADIUS(-1km, 46.85, 35.37)", 8, "a radius of -1km is out of range"),
                arguments("RADIUS(50ft, 46.85, 35.37)", 10, "ft"),
                arguments("age<2years", 5, "2years is no length of time"),
                arguments("COUNT(tank, 1y) >= 5", 13, "1y"));
    }

    @ParameterizedTest
    @MethodSource("badQueries")
    void areRefusedAtOnceWithColumnAndReason(String query, int column, String reason) {
        QueryException refused = refusal(query);

        assertThat(refused).as("it is refused").isNotNull();
        assertThat(refused.column()).isEqualTo(column);
        assertThat(refused).hasMessageContaining(reason);
        long[] nanos =
                LongStream.generate(() -> timed(query)).limit(RUNS).sorted().toArray();
        assertThat(Duration.ofNanos(nanos[RUNS / 2])).isLessThan(AT_ONCE);
    }

    @ParameterizedTest
    @CsvSource({
        "PLACE, Melitopil, Melitopol",
        "PLACE, Kramatorks, Kramatorsk",
        "PLACE, Pokrovks, Pokrovsk",
        "PLACE, Bakmhut, Bakhmut",
        "PLACE, Reykjavk, Reykjavík",
        "PLACE, Los Angelos, Los Angeles",
        "PLACE, Johanesburg, Johannesburg",
        "PLACE, Buenos Aries, Buenos Aires",
        "ACTOR, Vladmir Putin, Vladimir Putin",
        "ACTOR, Wagnr Group, Wagner Group",
        "ACTOR, Igor Konoshenkov, Igor Konashenkov",
    })
    void aTypingMistakeFindsWhatWasMeant(MentionKind kind, String written, String meant) {
        assertThat(gazetteer.suggestions(kind, written, 3)).contains(meant);
    }

    /** Time of this thread on a processor, which other builds on the machine do not lengthen. */
    private static long timed(String query) {
        long start = THREADS.getCurrentThreadCpuTime();
        refusal(query);
        return THREADS.getCurrentThreadCpuTime() - start;
    }

    private static QueryException refusal(String query) {
        return catchThrowableOfType(QueryException.class, () -> WatchQuery.compile(query, gazetteer));
    }
}
