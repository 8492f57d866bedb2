package io.vedette.alerts.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.alerts.SomeEntities;
import io.vedette.alerts.feedback.Suggestion.Target;
import io.vedette.schemas.Alert;
import io.vedette.schemas.MatchedClause;
import io.vedette.schemas.TrustedRecords;
import io.vedette.text.watch.QueryCompiler;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    private final Suggestions suggestions = new Suggestions(new QueryCompiler(new SomeEntities()));

    @BeforeAll
    static void trustOurRecords() {
        TrustedRecords.trust();
    }

    @Test
    void forAWrongPlaceItAsksForMoreConfidenceOrAnEntryInTheGazetteer() {
        List<Suggestion> offered = suggestions.forRejected(alert(), RejectReason.WRONG_PLACE);

        assertThat(offered)
                .extracting(Suggestion::to, Suggestion::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Target.QUERY, "claim:WITHDRAWAL place:Melitopol[confidence>=0.75]"),
                        org.assertj.core.groups.Tuple.tuple(
                                Target.GAZETTEER, "org:melitopol\tORGANISATION\t\tMelitopol"));
    }

    @Test
    void forAWrongPlaceByAnotherNameItLeavesThatNameOut() {
        Alert alert = alert();
        alert.getClauses().get(1).setWords("the port");

        assertThat(suggestions.forRejected(alert, RejectReason.WRONG_PLACE))
                .extracting(Suggestion::text)
                .containsExactly(
                        "claim:WITHDRAWAL place:Melitopol[confidence>=0.75]",
                        "(claim:WITHDRAWAL place:Melitopol) NOT \"the port\"",
                        "org:the-port\tORGANISATION\t\tthe port");
    }

    @Test
    void forOldNewsItAsksForRecentClaims() {
        assertThat(suggestions.forRejected(alert(), RejectReason.OLD_NEWS))
                .extracting(Suggestion::text)
                .containsExactly(
                        "claim(type:WITHDRAWAL when>=-3d) place:Melitopol",
                        "(claim:WITHDRAWAL place:Melitopol) age<2d");
    }

    @Test
    void forAnotherTopicItLeavesOutWordsOfTheHeadlineThatNobodyAskedFor() {
        assertThat(suggestions.forRejected(alert(), RejectReason.OFF_TOPIC))
                .extracting(Suggestion::text)
                .containsExactly(
                        "(claim:WITHDRAWAL place:Melitopol) NOT \"Football\"",
                        "(claim:WITHDRAWAL place:Melitopol) NOT \"leaves\"");
    }

    @Test
    void forARepeatedUpdateItTurnsUpdatesOff() {
        Alert update = Alert.newBuilder(alert()).setUpdateOf("first").build();

        assertThat(suggestions.forRejected(update, RejectReason.DUPLICATE))
                .extracting(Suggestion::to)
                .containsExactly(Target.UPDATES);
        assertThat(suggestions.forRejected(alert(), RejectReason.DUPLICATE)).isEmpty();
    }

    private static Alert alert() {
        return Alert.newBuilder()
                .setQuery("claim:WITHDRAWAL place:Melitopol")
                .setTitle("Football team leaves Melitopol")
                .setClauses(List.of(
                        MatchedClause.newBuilder()
                                .setClause("claim:WITHDRAWAL")
                                .setClaimType("WITHDRAWAL")
                                .setWords("leaves")
                                .build(),
                        MatchedClause.newBuilder()
                                .setClause("place:Melitopol")
                                .setWords("Melitopol")
                                .setEntityId(SomeEntities.MELITOPOL)
                                .setConfidence(0.7)
                                .build()))
                .build();
    }
}
