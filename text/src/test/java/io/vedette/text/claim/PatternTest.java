package io.vedette.text.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.text.Field;
import io.vedette.text.token.Tokens;
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
    void saysWhatIsWrongWithAPattern() {
        assertThatThrownBy(() -> Pattern.of("took ..", CLASSES, new WordIds())).hasMessageContaining("begin or end");
        assertThatThrownBy(() -> Pattern.of("$ships sank", CLASSES, new WordIds()))
                .hasMessageContaining("$ships");
        assertThatThrownBy(() -> Pattern.of("a||b", CLASSES, new WordIds())).hasMessageContaining("empty alternative");
        assertThatThrownBy(() -> Pattern.of("town|<place>", CLASSES, new WordIds()))
                .hasMessageContaining("stands alone");
    }

    @Test
    void makesRegularForms() {
        assertThat(Inflection.of("attack")).contains("attack", "attacks", "attacked", "attacking");
        assertThat(Inflection.of("seize")).contains("seizes", "seized", "seizing");
        assertThat(Inflection.of("deploy")).contains("deploys", "deployed");
        assertThat(Inflection.of("defy")).contains("defies", "defied", "defying");
        assertThat(Inflection.of("ban")).contains("banned", "banning");
    }

    private static String matched(String pattern, String text, String... mentions) {
        WordIds ids = new WordIds();
        Pattern compiled = Pattern.of(pattern, CLASSES, ids);
        FieldTokens tokens = new FieldTokens(Field.BODY, Tokens.of(text), SmallLexicon.mentions(text, mentions), ids);
        int end = compiled.match(tokens, 0, tokens.tokens().count());
        return end < 0 ? null : SmallLexicon.words(text, tokens.span(0, end));
    }
}
