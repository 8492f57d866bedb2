package io.vedette.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.text.Claim;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.MentionType;
import io.vedette.text.claim.ClaimLexicon;
import io.vedette.text.claim.ClaimTagger;
import io.vedette.text.language.TokenizedDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the lexicon on plain sentences: every sub-event of ACLED, every type of PLOVER, and what is neither. */
class ClaimTypesTest {

    private static final ClaimTagger TAGGER = new ClaimTagger(ClaimLexicon.read(name -> Seeds.open("claims/" + name)));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Soldiers and rebels clashed near Olpe on Friday.                          | Armed clash",
                "Rebels attacked an army outpost near Olpe.                                | Armed clash",
                "Three militants were killed by soldiers near Olpe.                        | Armed clash",
                "Warplanes bombed a depot near Olpe.                                       | Air/drone strike",
                "A drone strike hit the harbour of Olpe.                                   | Air/drone strike",
                "The army fired mortars at Olpe.                                           | Shelling/artillery/missile attack",
                "Militants fired a rocket-propelled grenade at a bus.                      | Shelling/artillery/missile attack",
                "The army used chlorine gas in Olpe.                                       | Chemical weapon",
                "A bomber blew himself up in the market of Olpe.                           | Suicide bomb",
                "A roadside bomb went off near Olpe.                                       | Remote explosive/landmine/IED",
                "A farmer stepped on a landmine near Olpe.                                 | Remote explosive/landmine/IED",
                "Unknown men threw a hand grenade into a cafe in Olpe.                     | Grenade",
                "Gunmen killed four villagers near Olpe.                                   | Attack",
                "Soldiers raped several women in Olpe.                                     | Sexual violence",
                "Gunmen kidnapped two teachers in Olpe.                                    | Abduction/forced disappearance",
                "The army recaptured Olpe from the rebels.                                 | Government regains territory",
                "Troops drove the militants out of Olpe.                                   | Government regains territory",
                "Rebels seized Olpe on Sunday.                                             | Non-state actor overtakes territory",
                "Olpe was captured by rebels on Sunday.                                    | Non-state actor overtakes territory",
                "The rebels handed over the town of Olpe to the army.                      | Non-violent transfer of territory",
                "The army entered Olpe without a fight.                                    | Non-violent transfer of territory",
                "Thousands of people marched in Olpe to demand elections.                  | Peaceful protest",
                "Police fired tear gas to disperse demonstrators in Olpe.                  | Protest with intervention",
                "Police opened fire on protesters in Olpe, killing two.                    | Excessive force against protesters",
                "Protesters threw stones and burned tyres in Olpe.                         | Violent demonstration",
                "A mob beat two men to death in Olpe.                                      | Mob violence",
                "Looters ransacked shops in Olpe.                                          | Looting/property destruction",
                "Villagers set houses ablaze in Olpe.                                      | Looting/property destruction",
                "Police seized twelve rifles and ammunition near Olpe.                     | Disrupted weapons use",
                "Sappers defused a bomb in Olpe.                                           | Disrupted weapons use",
                "The army set up a new post near Olpe.                                     | Headquarters or base established",
                "The army deployed troops to Olpe.                                         | Change to group/activity",
                "Rebel forces withdrew from Olpe.                                          | Change to group/activity",
                "Police arrested nine suspects in Olpe.                                    | Arrests",
                "The government and the rebels signed a peace agreement.                   | Agreement",
                "Thousands of people were displaced from Olpe.                             | Other",
            })
    void knowsEverySubEventOfAcled(String sentence, String acled) {
        assertThat(best(sentence).acled()).isEqualTo(acled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The government will allow inspectors to return.                     | AGREE",
                "The rebels agreed to free the hostages.                             | AGREE",
                "The foreign minister met his counterpart in Olpe.                   | CONSULT",
                "The president praised the army for its restraint.                   | SUPPORT",
                "The government apologised for the raid.                             | SUPPORT",
                "The government freed 40 political prisoners.                        | CONCEDE",
                "The two governments shared intelligence about smugglers.            | COOPERATE",
                "The government delivered food and medicine to Olpe.                 | AID",
                "The army declared a ceasefire on Sunday.                            | RETREAT",
                "The rebels laid down their weapons.                                 | RETREAT",
                "The president demanded that the rebels withdraw from Olpe.          | REQUEST",
                "The opposition accused the army of torturing prisoners.             | ACCUSE",
                "The rebels rejected an offer of talks.                              | REJECT",
                "The government refused to lift the curfew.                          | REJECT",
                "The government threatened to cut off diplomatic relations.          | THREATEN",
                "The government said it will expel the envoys unless they apologise. | THREATEN",
                "Workers went on strike in Olpe.                                     | PROTEST",
                "The government imposed sanctions on Lindia.                         | SANCTION",
                "The navy placed its ships on high alert.                            | MOBILIZE",
                "The government imposed a curfew on Olpe.                            | COERCE",
                "Rebels ambushed an army convoy.                                     | ASSAULT",
            })
    void knowsEveryTypeOfPlover(String sentence, String plover) {
        Claim best = claims(sentence).stream()
                .filter(claim -> claim.plover() != null)
                .max(Comparator.comparingDouble(Claim::confidence))
                .orElseThrow();
        assertThat(best.plover()).isEqualTo(plover);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The striker shot wide in the second half of the match.",
                "The company launched a new product to attack the market.",
                "Shares rallied after the bank struck a deal with investors.",
                "He died of a heart attack at home.",
                "The film captured the mood of the decade.",
                "The singer's new album hit the charts.",
                "The firm's battle against inflation goes on.",
                "The club turned down a bid for the midfielder before the match.",
                "The airline refused to comment.",
                "The rocket launch put a satellite into orbit.",
                "Demand for oil and housing rose again.",
                "A shark attack closed the beach.",
            })
    void leavesOtherWalksOfLifeAlone(String sentence) {
        assertThat(claims(sentence))
                .filteredOn(claim -> claim.trigger() != null)
                .isEmpty();
    }

    private static Claim best(String sentence) {
        return claims(sentence).stream()
                .filter(claim -> claim.acled() != null)
                .max(Comparator.comparingDouble(Claim::confidence))
                .orElseThrow(() -> new AssertionError("no event in: " + sentence));
    }

    private static List<Claim> claims(String sentence) {
        Document document = new Document(null, sentence, "en", Instant.parse("2022-09-13T08:00:00Z"));
        return TAGGER.tag(TokenizedDocument.of(document), mentions(sentence));
    }

    private static List<Mention> mentions(String sentence) {
        List<Mention> found = new ArrayList<>();
        for (String place : List.of("Olpe", "Lindia")) {
            int at = sentence.indexOf(place);
            MentionType type = place.equals("Olpe") ? MentionType.SETTLEMENT : MentionType.COUNTRY;
            if (at >= 0) {
                int end = at + place.length();
                found.add(new Mention(Field.BODY, at, end, place, type, place, place, 0.9, place, "test", null, null));
            }
        }
        return found;
    }
}
