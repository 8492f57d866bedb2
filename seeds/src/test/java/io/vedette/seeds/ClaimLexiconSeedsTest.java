package io.vedette.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.ClaimType;
import io.vedette.text.claim.ClaimLexicon;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimLexiconSeedsTest {

    private static final ClaimLexicon LEXICON = ClaimLexicon.read(name -> Seeds.open("claims/" + name));

    @ParameterizedTest
    @EnumSource(ClaimType.class)
    void hasSubtypesOfEveryType(ClaimType type) {
        assertThat(LEXICON.subtypes(type)).isPositive();
    }

    @Test
    void coversTheSubEventsOfAcled() throws IOException {
        assertThat(column(4))
                .containsExactlyInAnyOrder(
                        "Abduction/forced disappearance",
                        "Agreement",
                        "Air/drone strike",
                        "Armed clash",
                        "Arrests",
                        "Attack",
                        "Change to group/activity",
                        "Chemical weapon",
                        "Disrupted weapons use",
                        "Excessive force against protesters",
                        "Government regains territory",
                        "Grenade",
                        "Headquarters or base established",
                        "Looting/property destruction",
                        "Mob violence",
                        "Non-state actor overtakes territory",
                        "Non-violent transfer of territory",
                        "Other",
                        "Peaceful protest",
                        "Protest with intervention",
                        "Remote explosive/landmine/IED",
                        "Sexual violence",
                        "Shelling/artillery/missile attack",
                        "Suicide bomb",
                        "Violent demonstration");
    }

    @Test
    void usesTheSixteenTypesOfPlover() throws IOException {
        assertThat(column(2))
                .containsExactlyInAnyOrder(
                        "ACCUSE",
                        "AGREE",
                        "AID",
                        "ASSAULT",
                        "COERCE",
                        "CONCEDE",
                        "CONSULT",
                        "COOPERATE",
                        "MOBILIZE",
                        "PROTEST",
                        "REJECT",
                        "REQUEST",
                        "RETREAT",
                        "SANCTION",
                        "SUPPORT",
                        "THREATEN");
    }

    @Test
    void writesCameoCodesAsDigits() throws IOException {
        assertThat(column(3)).allMatch(code -> code.matches("(0[1-9]|1\\d|20)\\d{0,2}"));
    }

    private static Set<String> column(int column) throws IOException {
        Set<String> values = new TreeSet<>();
        try (InputStream in = Seeds.open("claims/subtypes.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t")[column])
                    .filter(value -> !value.equals("-"))
                    .forEach(values::add);
        }
        return values;
    }
}
