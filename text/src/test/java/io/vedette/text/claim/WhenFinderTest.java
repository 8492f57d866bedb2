package io.vedette.text.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Field;
import io.vedette.text.token.Tokens;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhenFinderTest {

    /** A Tuesday. */
    private static final LocalDate PUBLISHED = LocalDate.of(2022, 9, 13);

    @Test
    void takesNoNumberOfPeopleForYears() {
        assertThat(find("There were between 1900 and 2100 people.", PUBLISHED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "It fell on Monday.,               2022-09-12, 2022-09-12",
        "It fell on Tuesday.,              2022-09-13, 2022-09-13",
        "It fell last Tuesday.,            2022-09-06, 2022-09-06",
        "Talks open next Friday.,          2022-09-16, 2022-09-16",
        "It fell yesterday.,               2022-09-12, 2022-09-12",
        "It was shelled overnight.,        2022-09-12, 2022-09-13",
        "It fell last week.,               2022-09-05, 2022-09-11",
        "It fell last month.,              2022-08-01, 2022-08-31",
        "It fell two days ago.,            2022-09-11, 2022-09-11",
        "It fell three weeks ago.,         2022-08-20, 2022-08-26",
        "It has been held since March.,    2022-03-01, 2022-09-13",
        "It has been held since 2014.,     2014-01-01, 2022-09-13",
        "It fell in November.,             2021-11-01, 2021-11-30",
        "It fell in March 2015.,           2015-03-01, 2015-03-31",
        "It fell in 2014.,                 2014-01-01, 2014-12-31",
        "It fell on 24 February 2022.,     2022-02-24, 2022-02-24",
        "'It fell on Feb. 24, 2022.',      2022-02-24, 2022-02-24",
        "It fell at the beginning of March., 2022-03-01, 2022-03-10",
        "It fell last night.,              2022-09-12, 2022-09-13",
        "It fell this morning.,            2022-09-13, 2022-09-13",
        "It fell over the weekend.,        2022-09-10, 2022-09-11",
        "It fell earlier this month.,      2022-09-01, 2022-09-13",
        "It fell earlier this week.,       2022-09-12, 2022-09-13",
        "In the past three weeks it fell., 2022-08-23, 2022-09-13",
        "It falls in the coming days.,     2022-09-13, 2022-09-16",
        "It fell on 2022-09-06.,           2022-09-06, 2022-09-06",
        "It fell on Sept. 6.,              2022-09-06, 2022-09-06",
        "It fell on the night of Sept. 6., 2022-09-06, 2022-09-06",
        "It was held from March 3 to 5.,   2022-03-03, 2022-03-05",
        "'It was held on March 3-5, 2021.', 2021-03-03, 2021-03-05",
        "It was held on 3-5 March.,        2022-03-03, 2022-03-05",
        "It fell in the first quarter.,    2022-01-01, 2022-03-31",
        "It fell in Q4.,                   2021-10-01, 2021-12-31",
        "It fell in Q2 2019.,              2019-04-01, 2019-06-30",
        "It fell in the spring of 2021.,   2021-03-01, 2021-05-31",
        "It fell in the 1990s.,            1990-01-01, 1999-12-31",
        "'It fell between 1992 and 1995, when it rained.', 1992-01-01, 1995-12-31",
        "It was held from 2014 to 2019.,   2014-01-01, 2019-12-31",
        "The 2006 war is over.,            2006-01-01, 2006-12-31",
    })
    void resolvesAgainstTheDayOfPublication(String sentence, LocalDate from, LocalDate to) {
        assertThat(find(sentence, PUBLISHED)).singleElement().satisfies(dated -> {
            assertThat(dated.when().from()).isEqualTo(from);
            assertThat(dated.when().to()).isEqualTo(to);
        });
    }

    @Test
    void leavesRelativeTimesAloneWithoutADayOfPublication() {
        assertThat(find("It fell on Tuesday, last week, in March and since 2014.", null))
                .isEmpty();
        assertThat(find("It fell in March 2015.", null)).hasSize(1);
    }

    @Test
    void countsOnFromTheDayThatTheTextGaveLast() {
        assertThat(find("It fell on March 3. It was retaken two days later.", PUBLISHED))
                .extracting(dated -> dated.when().from())
                .containsExactly(LocalDate.of(2022, 3, 3), LocalDate.of(2022, 3, 5));
        assertThat(find("It was retaken two days later.", PUBLISHED)).isEmpty();
    }

    @Test
    void takesNoVerbForAMonth() {
        assertThat(find("They may march to the border.", PUBLISHED)).isEmpty();
        assertThat(find("The 31 people in room 2014 left.", PUBLISHED)).isEmpty();
    }

    @Test
    void takesTheMonthOfADayThatDoesNotExist() {
        assertThat(find("It fell on 31 February 2022.", PUBLISHED))
                .extracting(dated -> dated.when().words())
                .containsExactly("February 2022");
    }

    private static List<Dated> find(String text, LocalDate published) {
        FieldTokens tokens = new FieldTokens(Field.BODY, Tokens.of(text), List.of(), new WordIds());
        return new WhenFinder(tokens, published).find(0, tokens.tokens().count());
    }
}
