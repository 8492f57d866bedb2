package io.vedette.text.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.MentionType;
import io.vedette.text.claim.PatternIndex.Hit;
import io.vedette.text.token.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PatternTest {

    private static final Map<String, Set<String>> CLASSES = Map.of("gear", Set.of("tanks", "jets"));

    @Test
    void matchesAlternativesFormsAndClasses() {
        assertThat(matched("shell~|bomb~ .. $gear", "shelled two enemy tanks again"))
                .isEqualTo("shelled two enemy tanks");
        assertThat(matched("shell~|bomb~ .. $gear", "bombing jets")).isEqualTo("bombing jets");
        assertThat(matched("shell~ .. $gear", "shelled the town")).isNull();
    }

    @Test
    void leavesOutWhatIsOptional() {
        assertThat(matched("hand? grenade", "hand grenade")).isEqualTo("hand grenade");
        assertThat(matched("hand? grenade", "grenade")).isEqualTo("grenade");
    }

    @Test
    void keepsGapsShortAndWithinPunctuation() {
        assertThat(matched("took .. town", "took a b c d town")).isEqualTo("took a b c d town");
        assertThat(matched("took .. town", "took a b c d e town")).isNull();
        assertThat(matched("took .. town", "took aim, town")).isNull();
    }

    @Test
    void fillsASlotWithAWholeMention() {
        assertThat(matched("captured <place>", "captured New Haven", "New Haven=SETTLEMENT"))
                .isEqualTo("captured New Haven");
        assertThat(matched("captured <place>", "captured New Haven", "New Haven=COMPANY"))
                .isNull();
        assertThat(matched("<n> killed", "three killed")).isEqualTo("three killed");
    }

    @Test
    void goesFurtherOverALongGap() {
        assertThat(matched("took ... town", "took a b c d e f town")).isEqualTo("took a b c d e f town");
        assertThat(matched("took ... town", "took a b c d, e f town")).isNull();
    }

    @Test
    void matchesAPlaceOrAWord() {
        assertThat(matched("near <place>|camp", "near camp")).isEqualTo("near camp");
        assertThat(matched("near <place>|camp", "near New Haven", "New Haven=SETTLEMENT"))
                .isEqualTo("near New Haven");
        assertThat(matched("<place>|camp falls", "New Haven falls", "New Haven=SETTLEMENT"))
                .isEqualTo("New Haven falls");
        assertThat(matched("near <place>|camp", "near noon")).isNull();
    }

    @Test
    void knowsActorsByWordAndByMention() {
        assertThat(matched("@force took", "the army took")).isEqualTo("army took");
        assertThat(matched("@group took", "Green Shield took", "Green Shield=ARMED_GROUP"))
                .isEqualTo("Green Shield took");
        assertThat(matched("took @force", "took Green Shield", "Green Shield=ARMED_FORCE"))
                .isEqualTo("took Green Shield");
        assertThat(matched("@force took", "Green Shield took", "Green Shield=ARMED_GROUP"))
                .isNull();
    }

    @Test
    void takesRebelForcesForRebels() {
        assertThat(matched("@group took", "rebel forces took")).isEqualTo("forces took");
        assertThat(matched("@force took", "rebel forces took")).isNull();
    }

    @Test
    void matchesToBothSidesOfTheMarkedWord() {
        assertThat(matched("rebels .. ^took .. town", "rebels then took a town"))
                .isEqualTo("rebels then took a town");
        assertThat(matched("rebels .. ^took .. town", "rebels left, took a town"))
                .isNull();
    }

    @Test
    void saysWhatIsWrongWithAPattern() {
        assertThatThrownBy(() -> compile("took ..")).hasMessageContaining("begin or end");
        assertThatThrownBy(() -> compile("$ships sank")).hasMessageContaining("$ships");
        assertThatThrownBy(() -> compile("a||b")).hasMessageContaining("empty alternative");
        assertThatThrownBy(() -> compile("town|<place>")).hasMessageContaining("stands alone");
        assertThatThrownBy(() -> compile("@pirates attacked")).hasMessageContaining("@pirates");
        assertThatThrownBy(() -> compile("<place> <n>")).hasMessageContaining("must be there");
    }

    @Test
    void makesRegularForms() {
        assertThat(Inflection.of("attack")).contains("attack", "attacks", "attacked", "attacking");
        assertThat(Inflection.of("seize")).contains("seizes", "seized", "seizing");
        assertThat(Inflection.of("deploy")).contains("deploys", "deployed");
        assertThat(Inflection.of("defy")).contains("defies", "defied", "defying");
        assertThat(Inflection.of("ban")).contains("banned", "banning");
    }

    private static Pattern compile(String pattern) {
        return Pattern.of(pattern, CLASSES, new ActorClasses(), new WordIds());
    }

    private static String matched(String pattern, String text, String... mentions) {
        WordIds ids = new WordIds();
        ActorClasses actors = new ActorClasses();
        actors.add("force", Set.of("army", "forces"), Set.of(MentionType.ARMED_FORCE), ids);
        actors.add("group", Set.of("rebel", "rebels"), Set.of(MentionType.ARMED_GROUP), ids);
        PatternIndex<String> index = new PatternIndex<>();
        index.add(Pattern.of(pattern, CLASSES, actors, ids), pattern);
        List<Mention> found = SmallLexicon.mentions(text, mentions);
        FieldTokens tokens = new FieldTokens(Field.BODY, Tokens.of(text), found, ids, actors);
        List<Hit<String>> hits = index.hits(tokens, 0, tokens.tokens().count());
        return hits.isEmpty()
                ? null
                : SmallLexicon.words(
                        text, tokens.span(hits.get(0).start(), hits.get(0).end()));
    }
}
