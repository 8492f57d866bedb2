package io.vedette.alerts.topology;

import io.vedette.alerts.signal.AlertId;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.Correction;
import io.vedette.schemas.Match;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an article that was tagged again says to those who were told of it, or should have been.  It is no news: only watches
 * hear of it for which something has changed, and none that ask for something over time, since what they counted is over.
 */
final class Corrections {

    static final String WITHDRAWN = "WITHDRAWN";

    /** Beside the reasons that people give for a rejection. */
    static final String TAGGED_AGAIN = "TAGGED_AGAIN";

    private static final String OPEN = "OPEN";
    private static final String REJECTED = "REJECTED";

    private Corrections() {}

    /**
     * The matches that are to travel on.
     *
     * @param matches of the article as it is tagged now, changed
     * @param withdrawn one for each watch that it matches no more, changed
     */
    static List<Match> of(Correction correction, List<Match> matches, List<Match> withdrawn) {
        Set<String> missed = new HashSet<>(correction.getMatches());
        List<Match> told = new ArrayList<>();
        matches.stream()
                .filter(match -> missed.contains(match.getWatchId()))
                .filter(match -> match.getOperator().isEmpty())
                .forEach(told::add);
        told.addAll(withdrawn);
        for (Match match : told) {
            match.setCorrection(correction.getReason());
            match.setStory(correction.getStory());
            // an alert is raised now, whenever its article came; and an embargo counts from now
            match.setAt(correction.getAt());
            Alert alert = match.getAlert();
            alert.setCorrection(correction.getReason());
            alert.setHeadline((match.getWithdrawn() ? "withdrawn: " : "late: ") + alert.getHeadline());
        }
        return told;
    }

    static boolean isWithdrawn(AlertState state) {
        return state.getStatus().equals(WITHDRAWN);
    }

    /**
     * Takes an article away from those that an alert rests on.
     *
     * @param match says which, and why; its alert is changed
     * @param state how things stand, and stands thereafter
     * @return what takes the alert back; null as long as another article holds it up, and where somebody rejected it before
     */
    static @Nullable Alert withdraw(Match match, AlertState state) {
        Alert alert = match.getAlert();
        List<String> matched = new ArrayList<>(state.getMatched());
        // an older version did not note which articles they were: of one alone it must have been this
        boolean known = matched.remove(alert.getArticleId()) || (matched.isEmpty() && state.getMatches() == 1);
        if (!known) {
            return null;
        }
        state.setMatched(matched);
        state.setMatches(Math.max(matched.size(), state.getMatches() - 1));
        if (state.getMatches() > 0 || state.getStatus().equals(REJECTED)) {
            return null;
        }
        state.setStatus(WITHDRAWN);
        state.setWithdrawals(state.getWithdrawals() + 1);
        state.setReason(TAGGED_AGAIN);
        state.setNote(match.getCorrection());
        state.setWho(null);
        state.setAt(match.getAt());
        alert.setKind(WITHDRAWN);
        alert.setId(id(match, state, "withdrawn"));
        return about(alert, state, String.valueOf(match.getCorrection()));
    }

    /**
     * Has an alert that was withdrawn stand again, for an article that matches.
     *
     * @param alert is changed, and told as an update
     */
    static Alert standAgain(Alert alert, Match match, AlertState state) {
        state.setStatus(OPEN);
        state.setReason(null);
        state.setNote(null);
        state.setWho(null);
        state.setAt(null);
        alert.setKind("UPDATE");
        alert.setId(id(match, state, "stands again"));
        return about(alert, state, "stands again: it was withdrawn");
    }

    private static Alert about(Alert alert, AlertState state, String reason) {
        alert.setUpdateOf(state.getAlertId());
        alert.setStoryId(state.getStoryId());
        alert.setReasons(List.of(reason));
        return alert;
    }

    private static String id(Match match, AlertState state, String what) {
        return AlertId.of(
                match.getWatchId(), match.getQueryKey(), state.getAlertId(), what + ' ' + state.getWithdrawals());
    }
}
