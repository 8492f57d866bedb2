package io.vedette.text.watch.query;

import static io.vedette.text.watch.query.SomeNames.NAMES;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.ClaimType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LintTest {

    private static final Surroundings KNOWN = new Surroundings(
            Map.of("ambush", ClaimType.ARMED_CLASH, "grenade", ClaimType.BOMBING),
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 12, 31));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "tank NOT tank                      ; 10 ; can never match: it is asked for and excluded",
                "(a OR b) ship NOT (b OR a)         ; 20 ; can never match: it is asked for and excluded",
                "claim(type:THREAT type:DEMAND)     ; 19 ; can never match: there is only one type of a claim",
                "claim(a modality:DENIED modality:ASSERTED) ; 25 ; only one modality",
                "claim(a background:yes background:no)      ; 24 ; only one answer",
                "tank lang:uk lang:ru               ; 14 ; only one language",
                "tank age<1d age>2d                 ; 13 ; can never match: no age is both",
                "claim(killed>=10 killed<5)         ; 18 ; can hardly match: no number is both killed>=10 and killed<5",
                "claim(killed=7 killed>7)           ; 16 ; can hardly match: no number is both",
                "casualties>=10 casualties<5        ; 16 ; can hardly match: no number is both",
                "claim(when>=2026-03-01 when<2026-02-01) ; 24 ; can hardly match: no day is both",
                "claim(when>=-3d when<-7d)          ; 17 ; can hardly match: no time ago is both",
                "tank age<2d age<=1w                ; 13 ; age<2d says as much already",
                "tank (age<2d OR age<1d)            ; 17 ; age<2d says as much already",
                "claim(killed>=10 killed>=5)        ; 18 ; killed>=10 says as much already",
                "claim(casualties>=5 killed>5)      ; 7  ; killed>5 says as much already",
                "claim(killed>=5 OR killed>=10)     ; 20 ; killed>=5 says as much already",
                "claim(a when>=-7d when>=-3d)       ; 9  ; when>=-3d says as much already",
                "actor:Putin[confidence>=0.5] actor:Putin[confidence>=0.8] ; 1 ; confidence>=0.8] says as much already",
                "tank age<1d age>=24h               ; 13 ; no age is both",
                "SCORE(3*tank -2*ship) >= 4         ; 9  ; its weights add up to 3 of 4 at most",
                "tank ship tank                     ; 11 ; said twice, with AND between",
                "x (tank OR TANK)                   ; 12 ; said twice, with OR between",
                "tank or ship                       ; 6  ; or is a word to look for here",
                "tank not ship                      ; 6  ; not is a word to look for here",
                "tank *gr*                          ; 6  ; costs much: every word",
                "tank /[a-z]+ed/                    ; 6  ; costs much: no three letters",
                "tank /tank|[a-z]+s/                ; 6  ; costs much: no three letters",
                "the OR tank                        ; 1  ; nearly every article has this word",
                "\"who is it?\"                     ; 1  ; ? stands for one letter here",
            })
    void warnsOf(String query, int column, String text) {
        List<Lint.Warning> warnings = lint(query);

        assertThat(warnings).isNotEmpty();
        assertThat(warnings.get(0).text()).contains(text);
        assertThat(warnings.get(0).column()).isEqualTo(column);
        assertThat(warnings.get(0).line()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"supply routes\" (convoy OR truck) NOT exercise",
                "claim(type:WITHDRAWAL place:Melitopol)",
                "claim:WITHDRAWAL OR place:Melitopol",
                "claim(type:WITHDRAWAL (modality:DENIED OR modality:POSSIBLE))",
                "claim:WITHDRAWAL claim:THREAT",
                "place:Kherson",
                "age>=1d age<=1d tank",
                "age>1h age<1d tank",
                "claim(killed>=5 killed<=5)",
                "claim(killed>=10 wounded<5)",
                "claim(casualties>=10 killed<5)",
                "claim(when>=2026-02-01 when<2026-03-01)",
                "claim(when>=-7d when>=2026-02-01)",
                "claim(type:ARMED_CLASH subtype:ambush)",
                "claim((type:BOMBING OR type:ARMED_CLASH) subtype:ambush)",
                "\"the and or not\"",
                "the tank",
                "tank /(su|mig)-\\d+ jets?/",
                "SCORE(3*tank 2*ship) >= 5",
            })
    void isSilentAboutWhatIsWellMeant(String query) {
        assertThat(lint(query)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "claim(type:BOMBING subtype:ambush) ; 20 ; ambush is a subtype of ARMED_CLASH ; write type:ARMED_CLASH, or a subtype of what is asked for: grenade",
                "claim((type:BOMBING OR type:THREAT) subtype:ambush) ; 37 ; can never match ; write type:ARMED_CLASH",
                "claim(type:BOMBING subtype:grenad) ; 20 ; no claim has the subtype grenad ; did you mean subtype:grenade?",
                "claim(a when>=2027-01-01)          ; 9  ; the watch ends before that: it is valid until 2026-12-31 ; change when>=2027-01-01 or validUntil",
                "claim(a when<=2025-12-31)          ; 9  ; the watch begins after that: it is valid from 2026-01-01 ; change when<=2025-12-31 or validFrom",
            })
    void warnsOfWhatCantBeAsFarAsItKnows(String query, int column, String text, String suggestion) {
        List<Lint.Warning> warnings = Lint.of(parse(query), NAMES, KNOWN);

        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0).column()).isEqualTo(column);
        assertThat(warnings.get(0).text()).contains(text);
        assertThat(warnings.get(0).suggestion()).startsWith(suggestion);
        assertThat(lint(query)).as("of somebody who knows less").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claim(type:BOMBING subtype:grenade)",
                "claim((type:BOMBING OR type:ARMED_CLASH) subtype:ambush)",
                "claim(a when>=2025-12-31)",
                "claim(a when<2026-12-31)",
            })
    void isSilentAboutWhatMayBe(String query) {
        assertThat(Lint.of(parse(query), NAMES, KNOWN)).isEmpty();
    }

    @Test
    void offersOneClaimForAClaimAndAPlaceSideBySide() {
        assertThat(lint("claim:WITHDRAWAL tank place:Melitopol"))
                .containsExactly(new Lint.Warning(
                        1,
                        1,
                        "this claim and place:Melitopol may stand in different sentences",
                        "write claim(type:WITHDRAWAL place:Melitopol)"));
        assertThat(lint("country:UA\nclaim(killed>=3 OR wounded>=10)").get(0))
                .isEqualTo(new Lint.Warning(
                        2,
                        1,
                        "this claim and country:UA may stand in different sentences",
                        "write claim((killed>=3 OR wounded>=10) country:UA)"));
        assertThat(lint("casualties>=10 RADIUS(50km, 46, 35)").get(0).suggestion())
                .isEqualTo("write claim(casualties>=10 RADIUS(50km, 46, 35))");
    }

    @Test
    void whatItOffersCanBeRead() {
        for (Lint.Warning warning : lint("claim:WITHDRAWAL claim.plover:ASSAULT place:Melitopol")) {
            String offered = warning.suggestion().substring("write ".length());

            assertThat(lint(offered)).isEmpty();
        }
    }

    @Test
    void tellsWhichPlaceOfThatNameItIs() {
        assertThat(lint("place:Moscow"))
                .containsExactly(new Lint.Warning(
                        1,
                        1,
                        "Moscow is taken for place:#s-moscow (Moscow, settlement in Russia)",
                        "others: place:#s-moscow-2 (Moscow, settlement in Idaho, United States)"));
    }

    @Test
    void findsWatchesThatAskTheSame() {
        Map<String, Query> watches = Map.of(
                "a", parse("tank (ship OR plane)"),
                "b", parse("(PLANE or ship)"),
                "c", parse("(plane OR ship) AND tank"),
                "d", parse("COUNT(tank ship, 1h) >= 5"),
                "e", parse("COUNT(ship tank, 60m) >= 5"),
                "f", parse("COUNT(ship tank, 1h) >= 6"));

        assertThat(Lint.repeats(watches)).containsExactly(List.of("a", "c"), List.of("d", "e"));
    }

    @Test
    void takesWhatIsNestedDeepOnASmallStack() throws InterruptedException {
        String deep = "(a OR b ".repeat(500) + "(".repeat(499) + "c" + ")".repeat(999);
        Query query = Query.parse(deep, NAMES, new QueryLimits(20_000, 10_000, 1_000));
        boolean[] warned = new boolean[1];
        Thread thread =
                new Thread(null, () -> warned[0] = !Lint.of(query, NAMES).isEmpty(), "small stack", 768 << 10);
        thread.start();
        thread.join();

        assertThat(warned[0]).as("that a is a word of every article").isTrue();
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
    void neverFailsAndPointsIntoTheQuery(@ForAll long seed) {
        String written = new Queries(
                        new Random(seed), List.of("tank", "the", "or"), List.of("Putin"), List.of("Moscow"))
                .query(4);

        assertThat(lint(written))
                .allSatisfy(warning -> assertThat(warning.column()).isBetween(1, written.length()));
    }

    private static List<Lint.Warning> lint(String query) {
        return Lint.of(parse(query), NAMES);
    }

    private static Query parse(String query) {
        return Query.parse(query, NAMES);
    }
}
