package io.vedette.text.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Field;
import io.vedette.text.Quantity;
import io.vedette.text.QuantityKind;
import io.vedette.text.claim.QuantityFinder.Placed;
import io.vedette.text.token.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityFinderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "It killed 12.                           | KILLED       | 12    | 12      | -    | 12",
                "It killed at least 12 soldiers.         | KILLED       | 12    | Infinity | -   | at least 12",
                "Twenty-five villagers were killed.      | KILLED       | 25    | 25      | -    | Twenty-five",
                "It left 1,200 wounded.                  | WOUNDED      | 1200  | 1200    | -    | 1,200",
                "More than 30 people were wounded.       | WOUNDED      | 31    | Infinity | -   | More than 30",
                "Fewer than 30 people were wounded.      | WOUNDED      | 0     | 29      | -    | Fewer than 30",
                "Up to 40 were killed.                   | KILLED       | 0     | 40      | -    | Up to 40",
                "As many as 40 were killed.              | KILLED       | 0     | 40      | -    | As many as 40",
                "Between 10 and 15 were killed.          | KILLED       | 10    | 15      | -    | Between 10 and 15",
                "It killed 10 to 15 villagers.           | KILLED       | 10    | 15      | -    | 10 to 15",
                "Hundreds were killed.                   | KILLED       | 200   | Infinity | -   | Hundreds",
                "Tens of thousands were killed.          | KILLED       | 20000 | Infinity | -   | Tens of thousands",
                "Two dozen tanks were lost.              | THINGS       | 24    | 24      | tank | Two dozen tanks",
                "It has 20 old tanks.                    | THINGS       | 20    | 20      | tank | 20 old tanks",
                "It sent 3,000 troops.                   | PARTICIPANTS | 3000  | 3000    | -    | 3,000",
                "It gave $1.5bn.                         | MONEY        | 1.5e9 | 1.5e9   | USD  | $1.5bn",
                "It gave $2 million.                     | MONEY        | 2e6   | 2e6     | USD  | $2 million",
                "It gave 5 million euros.                | MONEY        | 5e6   | 5e6     | EUR  | 5 million euros",
            })
    void readsWhatIsCounted(String text, QuantityKind kind, double low, double high, String unit, String words) {
        Quantity quantity = find(text).get(0).quantity();
        assertThat(quantity.kind()).isEqualTo(kind);
        assertThat(quantity.low()).isEqualTo(low);
        assertThat(quantity.high()).isEqualTo(high);
        assertThat(quantity.unit()).isEqualTo(unit);
        assertThat(SmallLexicon.words(text, quantity.span())).isEqualTo(words);
    }

    @Test
    void tellsTheDeadFromTheWounded() {
        assertThat(find("The raid left 12 dead and 30 wounded."))
                .extracting(placed -> placed.quantity().kind(), placed -> placed.quantity()
                        .low())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(QuantityKind.KILLED, 12.0),
                        org.assertj.core.groups.Tuple.tuple(QuantityKind.WOUNDED, 30.0));
        assertThat(find("It struck, killing five and wounding about 20."))
                .extracting(placed -> placed.quantity().kind(), placed -> placed.quantity()
                        .high())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(QuantityKind.KILLED, 5.0),
                        org.assertj.core.groups.Tuple.tuple(QuantityKind.WOUNDED, 22.0));
    }

    @Test
    void leavesNumbersAloneThatCountNothing() {
        assertThat(find("It began in 2022 at 10:30, on day 12, and went on for 3 hours."))
                .isEmpty();
    }

    private static List<Placed> find(String text) {
        ClaimLexicon lexicon = SmallLexicon.LEXICON;
        FieldTokens tokens = new FieldTokens(Field.BODY, Tokens.of(text), List.of(), lexicon.ids(), lexicon.actors());
        return new QuantityFinder(lexicon.quantities(), tokens)
                .find(0, tokens.tokens().count());
    }
}
