package io.vedette.alerts.feedback;

import io.vedette.alerts.feedback.Suggestion.Target;
import io.vedette.schemas.Alert;
import io.vedette.schemas.MatchedClause;
import io.vedette.text.watch.QueryCompiler;
import io.vedette.text.watch.query.QueryException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What could be changed so that an alert that was rejected does not come again: the query that the watch would have, or an
 * entry in the user's own gazetteer.  Queries that can't be compiled are not offered.  Immutable.
 */
public final class Suggestions {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final double ABOVE = 0.05;

    private final QueryCompiler queries;

    /** @param queries tells whether a query is one */
    public Suggestions(QueryCompiler queries) {
        this.queries = queries;
    }

    /** Best first; empty when nothing but reading the query again would help. */
    public List<Suggestion> forRejected(Alert alert, RejectReason reason) {
        List<Suggestion> offered =
                switch (reason) {
                    case WRONG_ENTITY, WRONG_PLACE -> wrongEntity(alert);
                    case OLD_NEWS -> oldNews(alert);
                    case DUPLICATE -> duplicate(alert);
                    case OFF_TOPIC -> offTopic(alert);
                };
        return offered.stream()
                .filter(one -> one.to() != Target.QUERY || !one.text().equals(alert.getQuery()))
                .filter(this::canBeCompiled)
                .toList();
    }

    private static List<Suggestion> wrongEntity(Alert alert) {
        List<Suggestion> offered = new ArrayList<>();
        for (MatchedClause clause : alert.getClauses()) {
            if (clause.getEntityId() != null) {
                offered.add(surer(alert, clause));
                if (!asksFor(clause.getClause(), clause.getWords())) {
                    offered.add(without(alert, clause.getWords(), "articles that say it so are left out"));
                }
                offered.add(entry(clause));
            }
        }
        return offered.stream().distinct().toList();
    }

    /** Without the very words that are asked for, hardly anything would be left. */
    private static boolean asksFor(String clause, String words) {
        return clause.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    /** A row as docs/gazetteer.md has it: what is the user's own goes before what else has that name. */
    private static Suggestion entry(MatchedClause clause) {
        String name = clause.getWords().replaceAll("\\s+", " ").replace("|", "").strip();
        String id = "org:"
                + WORD.matcher(name.toLowerCase(Locale.ROOT))
                        .results()
                        .map(found -> found.group())
                        .collect(Collectors.joining("-"));
        return new Suggestion(
                Target.GAZETTEER,
                id + "\tORGANISATION\t\t" + name,
                "a line for my-actors.tsv of your gazetteer, if " + quoted(name) + " is something else than "
                        + clause.getEntityId()
                        + ": say what in the second column, and no watch takes it for that again");
    }

    /** The same clause, but surer of itself than it was this time. */
    private static Suggestion surer(Alert alert, MatchedClause clause) {
        double confidence = clause.getConfidence() == null ? 0.5 : clause.getConfidence();
        String least = String.format(Locale.ROOT, "%.2f", Math.min(0.99, confidence + ABOVE));
        String surer = clause.getClause() + "[confidence>=" + least + "]";
        return new Suggestion(
                Target.QUERY,
                alert.getQuery().replace(clause.getClause(), surer),
                "it was " + String.format(Locale.ROOT, "%.2f", confidence) + " sure that " + quoted(clause.getWords())
                        + " is meant; ask for more");
    }

    private static List<Suggestion> oldNews(Alert alert) {
        List<Suggestion> offered = new ArrayList<>();
        alert.getClauses().stream()
                .map(MatchedClause::getClaimType)
                .filter(type -> type != null)
                .distinct()
                .forEach(type -> offered.add(new Suggestion(
                        Target.QUERY,
                        alert.getQuery().replace("claim:" + type, "claim(type:" + type + " when>=-3d)"),
                        "only what happened in the last three days")));
        offered.add(new Suggestion(
                Target.QUERY, "(" + alert.getQuery() + ") age<2d", "only articles that are younger than two days"));
        return offered;
    }

    private static List<Suggestion> duplicate(Alert alert) {
        return alert.getUpdateOf() == null
                ? List.of()
                : List.of(new Suggestion(
                        Target.UPDATES, "{enabled: false}", "the watch tells each story once, whatever is new in it"));
    }

    private static List<Suggestion> offTopic(Alert alert) {
        Set<String> asked = words(alert.getQuery().toLowerCase(Locale.ROOT));
        String title = alert.getTitle() == null ? "" : alert.getTitle();
        return words(title).stream()
                .filter(word -> word.length() > 4 && !asked.contains(word.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .map(word -> without(alert, word, "articles with this word of the headline are left out"))
                .toList();
    }

    private static Suggestion without(Alert alert, String words, String why) {
        return new Suggestion(Target.QUERY, "(" + alert.getQuery() + ") NOT " + quoted(words), why);
    }

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private static String quoted(String words) {
        return '"' + words.replace('"', ' ').strip() + '"';
    }

    private boolean canBeCompiled(Suggestion suggestion) {
        if (suggestion.to() != Target.QUERY) {
            return true;
        }
        try {
            queries.compile(suggestion.text());
            return true;
        } catch (QueryException e) {
            return false;
        }
    }
}
