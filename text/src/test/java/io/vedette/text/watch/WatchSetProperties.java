package io.vedette.text.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.text.ClaimType;
import io.vedette.text.watch.query.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Generated queries and articles: the engine says what the oracle says. */
class WatchSetProperties {

    private static final List<String> WORDS = List.of(
            "tank",
            "tanks",
            "route",
            "routes",
            "supply",
            "supplies",
            "army",
            "armies",
            "retreat",
            "retreating",
            "and",
            "1st");
    private static final List<String> ACTORS = List.of("Putin", "Vladimir Putin", "NATO", "guard");
    private static final List<String> PLACES = List.of("Melitopol", "Kharkiv", "Ukraine", "russia");
    private static final List<String> CLAIMS = List.of("WITHDRAWAL", "TERRITORY_CONTROL", "SANCTIONS");

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void aSetMatchesWhatTheOracleMatches(
            @ForAll("manyQuestions") List<Question> questions,
            @ForAll("articles") SmallArticle article,
            @ForAll long seed) {
        Random dice = new Random(seed);
        List<WatchEntry> watches = new ArrayList<>();
        Set<String> expected = new TreeSet<>();
        for (Question question : questions) {
            if (!question.isTrueOf(SmallArticle.EMPTY)) {
                String id = "watch-" + watches.size();
                WatchQuery query = WatchQuery.compile(question.written(dice), Articles.ENTITIES);
                watches.add(new WatchEntry(id, 1, query));
                if (question.isTrueOf(article)) {
                    expected.add(id);
                }
            }
        }

        List<WatchMatch> matches = WatchSet.of(watches).match(article.matchable());

        assertThat(matches).extracting(WatchMatch::watchId).containsExactlyElementsOf(expected);
    }

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE)
    void aQueryMeansWhatWasWrittenAndSoDoesItsNormalForm(
            @ForAll("questions") Question question, @ForAll("articles") SmallArticle article, @ForAll long seed) {
        String written = question.written(new Random(seed));
        if (question.isTrueOf(SmallArticle.EMPTY)) {
            assertThatThrownBy(() -> WatchQuery.compile(written, Articles.ENTITIES))
                    .isInstanceOf(QueryException.class)
                    .hasMessageContaining("nothing of what is named");
            return;
        }

        WatchQuery query = WatchQuery.compile(written, Articles.ENTITIES);
        WatchQuery again = WatchQuery.compile(query.toString(), Articles.ENTITIES);
        WatchQuery normal = WatchQuery.compile(query.normalised(), Articles.ENTITIES);

        assertThat(again.normalised()).isEqualTo(query.normalised());
        assertThat(normal.normalised()).isEqualTo(query.normalised());
        MatchableArticle matchable = article.matchable();
        assertThat(query.matches(matchable)).isEqualTo(question.isTrueOf(article));
        assertThat(normal.matches(matchable)).isEqualTo(question.isTrueOf(article));
        assertThat(again.matches(matchable)).isEqualTo(question.isTrueOf(article));
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void theWayOfWritingDoesNotChangeTheNormalForm(
            @ForAll("questions") Question question, @ForAll long seed, @ForAll long other) {
        if (question.isTrueOf(SmallArticle.EMPTY)) {
            return;
        }
        WatchQuery one = WatchQuery.compile(question.written(new Random(seed)), Articles.ENTITIES);
        WatchQuery two = WatchQuery.compile(question.written(new Random(other)), Articles.ENTITIES);

        assertThat(one.normalised()).isEqualTo(two.normalised());
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void whoMatchesHasReasonsAndTheyStandInTheArticle(
            @ForAll("questions") Question question, @ForAll("articles") SmallArticle article, @ForAll long seed) {
        if (question.isTrueOf(SmallArticle.EMPTY)) {
            return;
        }
        String written = question.written(new Random(seed));
        MatchableArticle matchable = article.matchable();

        List<ClauseMatch> reasons =
                WatchQuery.compile(written, Articles.ENTITIES).reasons(matchable, 2);

        assertThat(reasons.isEmpty()).isEqualTo(!question.isTrueOf(article));
        assertThat(reasons).allSatisfy(reason -> {
            assertThat(written).contains(reason.clause());
            assertThat(matchable.document().text(reason.field()).substring(reason.start(), reason.end()))
                    .isEqualTo(reason.words());
        });
        assertThat(reasons.stream().collect(Collectors.groupingBy(ClauseMatch::clause, Collectors.counting())))
                .allSatisfy((clause, count) -> assertThat(count).isBetween(1L, 2L));
    }

    @Provide
    Arbitrary<List<Question>> manyQuestions() {
        return questions().list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<Question> questions() {
        return questions(4);
    }

    private static Arbitrary<Question> questions(int depth) {
        if (depth == 0) {
            return clauses();
        }
        Arbitrary<Question> part = questions(depth - 1);
        Arbitrary<Question> not = part.map(Question.Not::new);
        Arbitrary<Question> both = Combinators.combine(part, part).as(Question.Both::new);
        Arbitrary<Question> either = Combinators.combine(part, part).as(Question.Either::new);
        return Arbitraries.frequencyOf(
                Tuple.of(3, clauses()), Tuple.of(1, not), Tuple.of(2, both), Tuple.of(1, either));
    }

    private static Arbitrary<Question> clauses() {
        Arbitrary<Question> word = Combinators.combine(Arbitraries.of(WORDS), Arbitraries.of(true, false))
                .as(Question.Word::new);
        Arbitrary<Question> phrase =
                Arbitraries.of(WORDS).list().ofMinSize(2).ofMaxSize(3).map(Question.Phrase::new);
        return Arbitraries.oneOf(
                word, phrase, tagged("actor", ACTORS), tagged("place", PLACES), tagged("claim", CLAIMS));
    }

    private static Arbitrary<Question> tagged(String field, List<String> names) {
        return Arbitraries.of(names).map(name -> new Question.Tagged(field, name));
    }

    @Provide
    Arbitrary<SmallArticle> articles() {
        Arbitrary<List<String>> words = Arbitraries.of(WORDS).list().ofMaxSize(12);
        return Combinators.combine(
                        Arbitraries.of(WORDS).list().ofMaxSize(3),
                        words,
                        Arbitraries.of(" ", ", ", "-", ".\n", " \u201C"),
                        Arbitraries.of("person-putin", "org-nato", "unit-national-guard", "unknown")
                                .list()
                                .ofMaxSize(2),
                        Arbitraries.of("p-melitopol", "p-kharkiv", "p-kharkiv-oblast", "c-ru", "c-ua", "unknown")
                                .list()
                                .ofMaxSize(2),
                        Arbitraries.of(CLAIMS).map(ClaimType::valueOf).list().ofMaxSize(2))
                .as(SmallArticle::new);
    }
}
