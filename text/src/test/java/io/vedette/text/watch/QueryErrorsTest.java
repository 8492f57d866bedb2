package io.vedette.text.watch;

import static io.vedette.text.watch.Articles.ENTITIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vedette.text.watch.query.QueryException;
import io.vedette.text.watch.query.QueryLimits;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QueryErrorsTest {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("tank foo:bar", 6, "there is no field foo", "the fields are actor, place, claim"),
                arguments("http://example.org", 1, "there is no field http", "quotation marks"),
                arguments("tank AND", 9, "the query ends", ""),
                arguments("AND tank", 1, "AND needs something on both sides", "lower case"),
                arguments("tank OR OR ship", 9, "OR needs something on both sides", "lower case"),
                arguments("tank (ship", 6, "this parenthesis is never closed", "add a )"),
                arguments("tank) ship", 5, "never opened", "leave it out"),
                arguments("tank ()", 7, "something must stand before", ""),
                arguments("say \"supply routes", 5, "this quotation mark is never closed", "add a \""),
                arguments("\"...\"", 1, "there is no word in \"...\"", "write a word"),
                arguments("tank ...", 6, "there is no word in ...", "write a word"),
                arguments("supp*", 5, "'*' has no meaning here", "quotation marks"),
                arguments("/route/", 1, "'/' has no meaning here", "quotation marks"),
                arguments("A NEAR/5 B", 7, "'/' has no meaning here", "quotation marks"),
                arguments("==tank", 2, "'=' has no meaning here", "quotation marks"),
                arguments("=supply-route", 1, "=supply-route is more than one word", "a single word"),
                arguments("tank -ship", 6, "'-' has no meaning here", "write NOT"),
                arguments("tank +ship", 6, "'+' has no meaning here", "leave it out"),
                arguments("tank && ship", 6, "'&' has no meaning here", "write AND"),
                arguments("tank || ship", 6, "'|' has no meaning here", "write OR"),
                arguments("title(tank)", 1, "there is no operator title", "put a space"),
                arguments("actor: Putin", 7, "nothing follows actor:", "right behind the colon"),
                arguments("actor:(Putin OR NATO)", 7, "a field takes one name", "(actor:A OR actor:B)"),
                arguments("actor:Pufin", 7, "no actor of the name Pufin is known", "did you mean putin?"),
                arguments(
                        "x place:Atlantis", 9, "no place of the name Atlantis is known", "words instead: \"Atlantis\""),
                arguments("actor:\" \"", 7, "nothing stands between", ""),
                arguments("claim:WITHDRAW", 7, "there is no claim type WITHDRAW", "did you mean WITHDRAWAL?"),
                arguments("claim:territory", 7, "no claim type territory", "did you mean TERRITORY_CONTROL?"),
                arguments("NOT tank", 1, "nothing of what is named", "add what must be there"),
                arguments("tank OR NOT ship", 9, "nothing of what is named", "add what must be there"),
                arguments("NOTES OR NOT (a b)", 10, "nothing of what is named", "add what must be there"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhereAndWhyAndWhatToDo(String query, int column, String problem, String hint) {
        QueryException error = catchThrowableOfType(QueryException.class, () -> WatchQuery.compile(query, ENTITIES));

        assertThat(error).isNotNull();
        assertThat(error.column()).isEqualTo(column);
        assertThat(error.line()).isEqualTo(1);
        assertThat(error.problem()).contains(problem);
        assertThat(error.hint() == null ? "" : error.hint()).contains(hint);
        assertThat(error).hasMessageStartingWith("column " + column + ": ").hasMessageContaining(problem);
    }

    @Test
    void countsColumnsFromTheStartOfTheLine() {
        QueryException error =
                catchThrowableOfType(QueryException.class, () -> WatchQuery.compile("tank\nOR\n  foo:bar", ENTITIES));

        assertThat(error.line()).isEqualTo(3);
        assertThat(error.column()).isEqualTo(3);
        assertThat(error).hasMessageStartingWith("line 3, column 3: ");
    }

    @Test
    void refusesAnEmptyQuery() {
        refusesQuickly("", "empty");
        refusesQuickly(" \n\u00A0", "empty");
    }

    @Test
    void refusesWhatIsTooLongTooWideOrTooDeep() {
        refusesQuickly("a".repeat(20_001), "20001 characters");
        refusesQuickly("a ".repeat(10_000) + "a", "20001 characters");
        refusesQuickly("(".repeat(1_001) + "a" + ")".repeat(1_001), "1000 deep");
        refusesQuickly("(".repeat(20_000), "1000 deep");
        refusesQuickly("a " + "NOT ".repeat(1_001) + "a", "1000 deep");
        refusesQuickly("claim:" + "A".repeat(19_000), "no claim type");
        refusesQuickly("actor:\"" + "A".repeat(19_000) + "\"", "no actor");
    }

    @Test
    void refusesWhatIsBeyondLimitsOfOnesOwn() {
        QueryLimits limits = new QueryLimits(100, 3, 2);

        assertThatThrownBy(() -> WatchQuery.compile("a b c d", ENTITIES, limits))
                .hasMessage("column 7: more than 3 clauses; make several watches of it");
        assertThatThrownBy(() -> WatchQuery.compile("(((a)))", ENTITIES, limits))
                .hasMessageStartingWith("column 3: nested more than 2 deep");
        assertThatThrownBy(() -> new QueryLimits(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesWhatIsJustWithinTheLimitsOnASmallStack() throws InterruptedException {
        String deep = "(a OR b ".repeat(500) + "(".repeat(499) + "c" + ")".repeat(999);
        String wide = "a ".repeat(9_999) + "a";
        boolean[] done = new boolean[1];
        Runnable task = () -> {
            WatchQuery query = WatchQuery.compile(deep, ENTITIES);
            WatchQuery again = WatchQuery.compile(query.normalised(), ENTITIES);
            done[0] = query.matches(Articles.of("a b c"))
                    && !again.reasons(Articles.of("a b c"), 1).isEmpty()
                    && WatchQuery.compile(wide, ENTITIES).matches(Articles.of("a"));
        };
        Thread thread = new Thread(null, task, "small stack", 768 << 10);
        thread.start();
        thread.join();

        assertThat(done[0]).isTrue();
    }

    private static void refusesQuickly(String query, String why) {
        assertTimeout(Duration.ofMillis(100), () -> assertThatThrownBy(() -> WatchQuery.compile(query, ENTITIES))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining(why));
    }
}
