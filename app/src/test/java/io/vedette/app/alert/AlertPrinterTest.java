package io.vedette.app.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.app.terminal.Terminal;
import io.vedette.schemas.Alert;
import io.vedette.schemas.MatchedClause;
import io.vedette.schemas.TrustedRecords;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AlertPrinterTest {

    @BeforeAll
    static void trust() {
        TrustedRecords.trust();
    }

    private static final String SENTENCE = "The army said that its troops had left Melitopol.";

    private final StringWriter out = new StringWriter();

    @Test
    void tellsWatchHeadlineSourceAndDelay() {
        print(alert(words("Melitopol")), false);

        assertThat(out.toString().lines())
                .containsExactly(
                        "WARNING   Melitopol  after 120 ms",
                        "          Troops leave (Example Wire)",
                        "          | " + SENTENCE,
                        "");
    }

    @Test
    void marksTheWordsThatMatchedInColour() {
        print(alert(words("Melitopol")), true);

        assertThat(out.toString()).contains("had left \u001b[1;33mMelitopol\u001b[0m.");
    }

    @Test
    void saysWhoClaimsWhatAndHow() {
        MatchedClause claim = words("left");
        claim.setClaimType("WITHDRAWAL");
        claim.setModality("POSSIBLE");
        claim.setSaid("The army");
        claim.setSourceName("Armed Forces of Examplia");

        print(alert(claim), false);

        assertThat(out.toString()).contains("withdrawal, possible, says The army (Armed Forces of Examplia)");
    }

    @Test
    void cutsALongSnippetAroundTheMatch() {
        MatchedClause clause = words("Melitopol");
        String before = "word ".repeat(200);
        clause.setSnippet(before + SENTENCE + " word".repeat(200));
        clause.setStart(clause.getStart() + before.length());
        clause.setEnd(clause.getEnd() + before.length());

        print(alert(clause), false);

        assertThat(out.toString()).contains("| … ").contains("Melitopol").contains(" …");
        assertThat(out.toString().lines().map(String::length)).allMatch(length -> length < 270);
    }

    @Test
    void offsetsThatPointNowhereDoNoHarm() {
        MatchedClause clause = words("Melitopol");
        clause.setStart(5_000);
        clause.setEnd(5_010);

        print(alert(clause), false);

        assertThat(out.toString()).contains(SENTENCE);
    }

    private void print(Alert alert, boolean colour) {
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintWriter(out),
                new PrintWriter(new StringWriter()),
                colour,
                false);
        new AlertPrinter(terminal).print(alert, OptionalLong.of(120));
    }

    private static Alert alert(MatchedClause clause) {
        return Alert.newBuilder()
                .setWatchTitle("Melitopol")
                .setSeverity("WARNING")
                .setTitle("Troops leave")
                .setSource("Example Wire")
                .setClauses(List.of(clause))
                .build();
    }

    private static MatchedClause words(String words) {
        return MatchedClause.newBuilder()
                .setWords(words)
                .setStart(SENTENCE.indexOf(words))
                .setEnd(SENTENCE.indexOf(words) + words.length())
                .setSnippet(SENTENCE)
                .build();
    }
}
