package io.vedette.text.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Location;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.token.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class GazetteerTest {

    private static Entity place(String id, String name, String... within) {
        return new Entity(
                id,
                MentionType.SETTLEMENT,
                name,
                "US",
                new Location(1, 2, null, "US"),
                1,
                List.of(within),
                false,
                null,
                null);
    }

    private final Gazetteer gazetteer = gazetteer();

    private static Gazetteer gazetteer() {
        GazetteerBuilder builder = new GazetteerBuilder();
        builder.add(place("york", "York"), List.of());
        builder.add(place("new-york", "New York", "state"), List.of("Нью-Йорк"));
        builder.add(place("state", "New York State", "country"), List.of());
        return builder.build();
    }

    private int longest(String text, int from) {
        Tokens tokens = Tokens.of(text);
        return gazetteer.lookup(tokens).longest(MentionKind.PLACE, from, tokens.count());
    }

    @Test
    void takesTheLongestNameOfWholeWords() {
        assertThat(longest("New York State police", 0)).isEqualTo(3);
        assertThat(longest("New York police", 0)).isEqualTo(2);
        assertThat(longest("Newer York", 0)).isEqualTo(-1);
        assertThat(longest("New York police", 1)).isEqualTo(2);
    }

    @Test
    void comparesNamesInAnyCaseAndScript() {
        assertThat(gazetteer.places("new york")).containsExactly("new-york");
        assertThat(gazetteer.places("НЬЮ-ЙОРК")).containsExactly("new-york");
        assertThat(gazetteer.places("new york city")).isEmpty();
        assertThat(gazetteer.actors("york")).isEmpty();
    }

    @Test
    void areasReachAsFarAsTheyAreNested() {
        assertThat(gazetteer.areas("new-york")).containsExactly("new-york", "state", "country");
        assertThat(gazetteer.areas("nowhere")).containsExactly("nowhere");
    }

    @Test
    void suggestsWhatWasPerhapsMeant() {
        assertThat(gazetteer.suggestions(MentionKind.PLACE, "New Yrok", 1)).containsExactly("New York");
    }
}
