package io.vedette.text.watch;

import static io.vedette.text.watch.Articles.ENTITIES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vedette.text.watch.query.QueryException;
import io.vedette.text.watch.query.QueryLimits;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QueryErrorsTest {

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("tank foo:bar", 6, "there is no field foo", "the fields are actor, actor.type"),
                arguments("http://example.org", 1, "there is no field http", "quotation marks"),
                arguments("tank scource:Reuters", 6, "there is no field scource", "did you mean source:?"),
                arguments("tank AND", 9, "the query ends", ""),
                arguments("AND tank", 1, "AND needs something on both sides", "lower case"),
                arguments("tank OR OR ship", 9, "OR needs something on both sides", "lower case"),
                arguments("tank (ship", 6, "this parenthesis is never closed", "add a )"),
                arguments("tank) ship", 5, "never opened", "leave it out"),
                arguments("tank ()", 7, "something must stand before", ""),
                arguments("say \"supply routes", 5, "this quotation mark is never closed", "add a \""),
                arguments("\"...\"", 1, "there is no word in \"...\"", "write a word"),
                arguments("tank ...", 6, "there is no word in ...", "write a word"),
                arguments("tank ~ship", 6, "'~' has no meaning here", "quotation marks"),
                arguments("tank *", 6, "* stands for too many words", "2 letters or more beside"),
                arguments("=tank*", 1, "= asks for one form only", "leave out the ="),
                arguments("= tank", 1, "nothing follows =", "right behind it"),
                arguments("==tank", 2, "'=' has no meaning here", "quotation marks"),
                arguments("tank -ship", 6, "'-' has no meaning here", "write NOT"),
                arguments("tank +ship", 6, "'+' has no meaning here", "leave it out"),
                arguments("tank && ship", 6, "'&' has no meaning here", "write AND"),
                arguments("tank || ship", 6, "'|' has no meaning here", "write OR"),
                arguments("and/or", 4, "'/' has no meaning here", "quotation marks"),
                arguments("tank NEAR ship", 6, "NEAR needs a number", "write NEAR/5"),
                arguments("tank NER/7 ship", 6, "there is no operator NER/7", "did you mean NEAR/7?"),
                arguments("tank NEAR/1001 ship", 6, "NEAR/1001 is out of range", "from 0 to 1000"),
                arguments("tank NEAR/5", 12, "the query ends", ""),
                arguments("tank NEAR/5 (a b)", 13, "NEAR takes what stands in the text", "OR between them"),
                arguments("tank THEN/5 lang:uk", 13, "THEN takes what stands in the text", ""),
                arguments("tank NEAR/5 NOT ship", 13, "NOT can't stand here", ""),
                arguments("ATLEAST/0 tank", 1, "ATLEAST/0 is out of range", "from 1 to 1000"),
                arguments("title(tank)", 1, "there is no operator title", "did you mean title:( )?"),
                arguments("sentense(tank)", 1, "there is no operator sentense", "did you mean SENTENCE( )?"),
                arguments("tank(ship)", 1, "there is no operator tank", "put a space"),
                arguments("title: tank", 7, "nothing follows title:", "right behind the colon"),
                arguments("SENTENCE(title:tank)", 10, "title can't stand inside SENTENCE", "beside"),
                arguments("SENTENCE(tank", 9, "this parenthesis is never closed", "add a )"),
                arguments("/tank", 1, "this regular expression is never closed", "add a /"),
                arguments("//", 1, "this regular expression is empty", "between / and /"),
                arguments("/t(ank/", 2, "missing closing )", "RE2 has no backreferences"),
                arguments("/tank(?=s)/", 2, "no regular expression of RE2", "look-around"),
                arguments("/t*/", 1, "true of any text", "must be there"),
                arguments("/((a{99}){99}){99}/", 1, "more than 2000 instructions", "repeat less often"),
                arguments("Cs(US", 3, "this parenthesis is never closed", "Cs(US)"),
                arguments("Cs()", 1, "there is no word in Cs()", ""),
                arguments("actor: Putin", 7, "nothing follows actor:", "right behind the colon"),
                arguments("place:(Kharkiv Melitopol)", 16, "names in a list stand between OR", "(\"A B\" OR C)"),
                arguments("place:(Kharkiv", 7, "this parenthesis is never closed", "add a )"),
                arguments("place:((Kharkiv))", 8, "a list of names has no groups", "place:(A OR B)"),
                arguments("actor:Pufin", 7, "no actor of the name Pufin is known", "did you mean putin?"),
                arguments("actor:guards", 7, "guards may be any of 2", "actor:#unit-border-guard"),
                arguments("actor:#unit-x", 7, "no actor has the id unit-x", "its name"),
                arguments("=actor:Putin", 1, "= means nothing in front of actor:", "leave it out"),
                arguments(
                        "x place:Atlantis", 9, "no place of the name Atlantis is known", "words instead: \"Atlantis\""),
                arguments("actor:\" \"", 7, "nothing stands between", ""),
                arguments("actor:Putin[trust=1]", 12, "only a confidence", "[confidence>=0.8]"),
                arguments("actor:Putin[confidence>=8]", 25, "from 0 to 1", "[confidence>=0.8]"),
                arguments("lang:uk[confidence>=0.8]", 8, "lang: has no confidence", "leave"),
                arguments("confidence>=0.8", 1, "confidence stands in brackets", "place:Melitopol[confidence>=0.8]"),
                arguments("actor.type:SETTLEMENT", 12, "there is no type of actor SETTLEMENT", "MILITARY_UNIT"),
                arguments("country:XX", 9, "there is no country XX", "ISO 3166"),
                arguments("domain:\"a b\"", 8, "there is no domain a b", "example.org"),
                arguments("lang:ukrainian", 6, "there is no language ukrainian", "such as uk"),
                arguments("claim:WITHDRAW", 7, "there is no claim type WITHDRAW", "did you mean WITHDRAWAL?"),
                arguments("claim:territory", 7, "no claim type territory", "did you mean TERRITORY_CONTROL?"),
                arguments("type:WITHDRAWAL", 1, "type: stands inside claim( )", "claim:X"),
                arguments("claim(source:Reuters)", 7, "source: is about the article", "by: asks who is quoted"),
                arguments("claim(a claim(b))", 9, "a claim can't stand inside a claim", "beside"),
                arguments("claim(title:a)", 7, "title can't stand inside claim( )", "title:(claim(…))"),
                arguments("claim(age<2d)", 7, "age is that of the article", "use when"),
                arguments("modality:MAYBE", 10, "there is no modality MAYBE", "All: ASSERTED, DENIED"),
                arguments("plover:ATTACK", 8, "there is no event type of PLOVER ATTACK", "ASSAULT"),
                arguments("cameo:x", 7, "there is no CAMEO code x", "190"),
                arguments("acled:clash", 7, "there is no sub-event type of ACLED clash", "Armed clash"),
                arguments("casualties>=many", 13, "many is not a number", "casualties>=10"),
                arguments("casualities>=10", 12, "nothing called casualities can be compared", "casualties>=10"),
                arguments("casualties>=", 11, "nothing to compare casualties with", "casualties>=10"),
                arguments("when>=3d", 7, "3d is neither a day nor so long ago", "when>=-3d"),
                arguments("when>=2024-02-30", 7, "2024-02-30 is neither a day", "when>=2024-02-24"),
                arguments("age<2x", 5, "2x is no length of time", "age<2d"),
                arguments("RADIUS(-1km, 46, 35)", 8, "a radius of -1km is out of range", "at most 5000km"),
                arguments("RADIUS(5001km, 46, 35)", 8, "a radius of 5001km is out of range", "at most 5000km"),
                arguments("RADIUS(50yd, 46, 35)", 10, "there is no unit yd", "km or mi"),
                arguments("RADIUS(50km, 96, 35)", 14, "a latitude of 96 is out of range", "from -90 to 90"),
                arguments("RADIUS(Kyiv)", 8, "no radius: RADIUS(Kyiv)", "RADIUS(50km, "),
                arguments("BBOX(47, 35, 46, 36)", 6, "south of this box is north", "south, west, north, east"),
                arguments("SCORE(3*tank 2*ship)", 21, "a score needs its threshold", ">= 6"),
                arguments("SCORE(3*tank OR 2*ship) >= 2", 14, "OR has no meaning between", "3*(a OR b)"),
                arguments("SCORE(3*(a 2*b)) >= 2", 12, "a weight has no meaning inside a group", "in front"),
                arguments("COUNT(tank, 1h)", 16, "COUNT needs how many", "COUNT(query, 1h) >= 5"),
                arguments("COUNT(tank) >= 5", 11, "COUNT needs more behind a comma", "COUNT(query, 1h) >= 5"),
                arguments("COUNT(tank, 1x) >= 5", 13, "1x is no length of time", "s, m, h, d or w"),
                arguments("COUNT(tank, 91d) >= 5", 13, "a time of 91d is out of range", "90d"),
                arguments("COUNT(tank, 1h) >= 5 ship", 22, "COUNT( ) stands alone", "inside it"),
                arguments("ship COUNT(tank, 1h) >= 5", 6, "COUNT( ) stands at the top", "inside it"),
                arguments("SPIKE(tank, 1h, 1)", 17, "SPIKE needs how many times", "SPIKE(query, 1h, 3)"),
                arguments("FIRST(tank, 1d, 2)", 15, "FIRST takes no more", "FIRST(query, 30d)"),
                arguments("FOLLOWED(tank, 6h)", 18, "FOLLOWED needs more behind a comma", "6h"),
                arguments("CORROBORATED(tank, 1)", 20, "how many texts, from 2", "CORROBORATED(query, 3)"),
                arguments("CONFLICT(tank", 9, "this parenthesis is never closed", "add a )"),
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
        refusesQuickly("a".repeat(20_000), "20000 characters, and 16000 are allowed");
        refusesQuickly("a ".repeat(5_000) + "a", "more than 5000 clauses");
        refusesQuickly("a NEAR/1 ".repeat(501) + "a", "500 times NEAR");
        refusesQuickly("SENTENCE(PARAGRAPH(".repeat(800), "can't stand inside");
        refusesQuickly("ATLEAST/2 ".repeat(501) + "a", "500 deep");
        refusesQuickly("SCORE(2*".repeat(1_000), "inside a score");
        refusesQuickly("/" + "(".repeat(15_000) + "/", "regular expression");
        refusesQuickly("/a\u1C81/", "U+1C80");
        refusesQuickly("/[a-\\x{2000}]b/", "U+1C80");
        refusesQuickly("/(" + "a{1000}".repeat(2_000) + "){1000}/", "instructions");
        refusesQuickly("/" + "(a|b".repeat(400) + ")".repeat(399) + "/", "regular expression");
        refusesQuickly("(".repeat(1_000) + "a" + ")".repeat(1_000), "500 deep");
        refusesQuickly("(".repeat(16_000), "500 deep");
        refusesQuickly("a " + "NOT ".repeat(1_000) + "a", "500 deep");
        refusesQuickly("claim:" + "A".repeat(15_000), "no claim type");
        refusesQuickly("actor:\"" + "A".repeat(15_000) + "\"", "no actor");
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
    void takesWhatIsJustWithinTheWidestLimitsOnASmallStack() throws InterruptedException {
        QueryCompiler compiler = new QueryCompiler(ENTITIES, new QueryLimits(20_000, 10_000, 1_000));
        String deep = "(a OR b ".repeat(500) + "(".repeat(499) + "c" + ")".repeat(999);
        String wide = "a ".repeat(9_999) + "a";
        boolean[] done = new boolean[1];
        Runnable task = () -> {
            WatchQuery query = compiler.compile(deep);
            WatchQuery again = compiler.compile(query.normalised());
            done[0] = query.matches(Articles.of("a b c"))
                    && !again.reasons(Articles.of("a b c"), 1).isEmpty()
                    && compiler.compile(wide).matches(Articles.of("a"));
        };
        Thread thread = new Thread(null, task, "small stack", 768 << 10);
        thread.start();
        thread.join();

        assertThat(done[0]).isTrue();
    }

    /** The first time loads classes, which no watch waits for again.  Measured in time on a processor, which others don't lengthen. */
    private static void refusesQuickly(String query, String why) {
        refuses(query, why);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        refuses(query, why);
        long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        assertThat(Duration.ofNanos(nanos)).isLessThan(Duration.ofMillis(100));
    }

    private static void refuses(String query, String why) {
        assertThatThrownBy(() -> WatchQuery.compile(query, ENTITIES))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining(why);
    }
}
