package io.vedette.text.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Field;
import io.vedette.text.MentionType;
import io.vedette.text.claim.PatternIndex.Hit;
import io.vedette.text.token.Tokens;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleFinderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "The rebels attacked a camp in the north.                | attacked  | The rebels        | a camp",
                "A camp in the north was attacked by rebels on Monday.   | attacked  | rebels            | A camp",
                "A camp attacked by rebels burned down.                  | attacked  | rebels            | A camp",
                "The rebels, who attacked the camp, fled.                | attacked  | The rebels        | the camp",
                "The army, backed by tanks, attacked the camp.           | attacked  | The army          | the camp",
                "Rebels tried to attack the camp.                        | attack    | Rebels            | the camp",
                "Rebels crossed the river and attacked the camp.         | attacked  | Rebels            | the camp",
                "After attacking the camp, rebels withdrew.              | attacking | rebels            | the camp",
                "Rebels burned the town, killing villagers.              | killing   | Rebels            | villagers",
                "Rebels did not attack the camp.                         | attack    | Rebels            | the camp",
                "Troops opened fire on villagers.                        | opened    | Troops            | villagers",
                "An attack by rebels on the camp failed.                 | attack    | rebels            | the camp",
                "The rebels' attack on the camp failed.                  | attack    | The rebels        | the camp",
                "Rebels launched a fresh attack on the camp.             | attack    | Rebels            | the camp",
                "Clashes between troops and rebels went on.              | Clashes   | troops and rebels | -",
                "The envoy accused rebels of attacking the camp.         | attacking | rebels            | the camp",
                "Members of the army attacked the camp.                  | attacked  | Members of the army | the camp",
                "It rained.                                              | rained    | -                 | -",
            })
    void tellsWhoDoesItToWhom(String sentence, String trigger, String agent, String target) {
        FieldTokens tokens = tokens(sentence);
        Roles roles = roles(tokens, trigger);
        assertThat(words(tokens, roles.agent())).isEqualTo(agent);
        assertThat(words(tokens, roles.target())).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Troops attacked the camp.               | force",
                "Rebel troops attacked the camp.         | group",
                "Members of the army attacked the camp.  | force",
                "Villagers near the army attacked it.    | civilian",
            })
    void knowsWhatSortOfActorItIs(String sentence, String actor) {
        ActorClasses actors = new ActorClasses();
        FieldTokens tokens = tokens(sentence, actors);
        Chunk agent = roles(tokens, "attacked").agent();
        assertThat(agent).isNotNull();
        assertThat(agent.classes(tokens)).isEqualTo(actors.mask(actor));
    }

    private static Roles roles(FieldTokens tokens, String trigger) {
        int at = 0;
        while (!tokens.tokens().word(at).equals(trigger)) {
            at++;
        }
        int end = trigger.equals("opened") ? at + 2 : at + 1;
        TriggerRule rule = new TriggerRule(trigger, null, 1, 1, false, false, false, false, false, null, null, null);
        return new RoleFinder(tokens)
                .of(new Hit<>(rule, at, end, at), 0, tokens.tokens().count());
    }

    private static FieldTokens tokens(String sentence) {
        return tokens(sentence, new ActorClasses());
    }

    private static FieldTokens tokens(String sentence, ActorClasses actors) {
        WordIds ids = new WordIds();
        actors.add("force", Set.of("army", "troops"), Set.of(MentionType.ARMED_FORCE), ids);
        actors.add("group", Set.of("rebel", "rebels"), Set.of(MentionType.ARMED_GROUP), ids);
        actors.add("civilian", Set.of("villagers"), Set.of(), ids);
        return new FieldTokens(Field.BODY, Tokens.of(sentence), List.of(), ids, actors);
    }

    private static String words(FieldTokens tokens, Chunk chunk) {
        return chunk == null
                ? null
                : SmallLexicon.words(tokens.tokens().text(), tokens.span(chunk.start(), chunk.end()));
    }
}
