package io.vedette.alerts.topology;

import io.vedette.schemas.Alert;
import io.vedette.schemas.MatchedClause;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The one line of an alert.  Where all the claims that matched are denied, or none is better than possible, it says so
 * before anything else: nobody is to take a denial for news of the event.
 */
final class Headline {

    /** Longer titles are cut. */
    static final int LIMIT = 300;

    private static final String ASSERTED = "ASSERTED";

    private Headline() {}

    /** Of an alert for one article. */
    static String of(Alert alert) {
        return qualifier(alert.getClauses()) + cut(subject(alert));
    }

    private static String subject(Alert alert) {
        String title = alert.getTitle();
        if (title != null && !title.isBlank()) {
            return title.strip();
        }
        return alert.getClauses().stream()
                .map(clause -> clause.getSnippet().strip())
                .filter(snippet -> !snippet.isEmpty())
                .findFirst()
                .orElse(alert.getWatchTitle());
    }

    private static String qualifier(List<MatchedClause> clauses) {
        List<String> modalities = clauses.stream()
                .map(MatchedClause::getModality)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (modalities.isEmpty() || modalities.contains(ASSERTED)) {
            return "";
        }
        // of several the more doubtful one speaks for all
        String worst = Set.copyOf(modalities).contains("DENIED") ? "DENIED" : modalities.get(0);
        return worst.toLowerCase(Locale.ROOT) + ": ";
    }

    private static String cut(String title) {
        if (title.length() <= LIMIT) {
            return title;
        }
        int end = Character.isHighSurrogate(title.charAt(LIMIT - 2)) ? LIMIT - 2 : LIMIT - 1;
        return title.substring(0, end) + "…";
    }
}
