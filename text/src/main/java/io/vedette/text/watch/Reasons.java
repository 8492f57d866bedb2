package io.vedette.text.watch;

import io.vedette.text.Claim;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects where in an article the clauses of a query are fulfilled.  For one thread. */
final class Reasons {

    private final MatchableArticle article;
    private final int occurrences;
    private final List<ClauseMatch> matches = new ArrayList<>();

    /** @param occurrences how many places are reported for each clause */
    Reasons(MatchableArticle article, int occurrences) {
        this.article = article;
        this.occurrences = occurrences;
    }

    int occurrences() {
        return occurrences;
    }

    /** To be given to {@link #takeBack}. */
    int mark() {
        return matches.size();
    }

    /** Forgets what was added since. */
    void takeBack(int mark) {
        matches.subList(mark, matches.size()).clear();
    }

    /** Each once, of each clause no more places than were asked for. */
    List<ClauseMatch> matches() {
        Map<String, Set<ClauseMatch>> byClause = new LinkedHashMap<>();
        for (ClauseMatch match : matches) {
            Set<ClauseMatch> places = byClause.computeIfAbsent(match.clause(), clause -> new LinkedHashSet<>());
            if (places.size() < occurrences) {
                places.add(match);
            }
        }
        return byClause.values().stream().flatMap(Set::stream).toList();
    }

    void words(String clause, int first, int last) {
        ArticleWords words = article.words();
        add(clause, words.field(first), words.start(first), words.end(last), null, null, null, null);
    }

    /** @param detail what is to be told beside the mention; null for nothing */
    void mention(String clause, int number, @Nullable String detail) {
        Mention mention = article.mention(number);
        add(clause, mention.field(), mention.start(), mention.end(), mention, null, number, detail);
    }

    /** A clause about a claim, at these words of its field. */
    void claim(String clause, int number, Span at, @Nullable String detail) {
        add(clause, article.claim(number).field(), at.start(), at.end(), null, number, null, detail);
    }

    /** A clause about the article as a whole, which stands at no words. */
    void article(String clause, String detail) {
        add(clause, Field.BODY, 0, 0, null, null, null, detail);
    }

    private void add(
            String clause,
            Field field,
            int start,
            int end,
            @Nullable Mention mention,
            @Nullable Integer claimIndex,
            @Nullable Integer mentionIndex,
            @Nullable String detail) {
        Claim claim = claimIndex == null ? null : article.claim(claimIndex);
        matches.add(new ClauseMatch(
                clause,
                field,
                start,
                end,
                article.document().text(field).substring(start, end),
                mention == null ? null : mention.alias(),
                mention == null ? null : mention.entityId(),
                mention == null ? null : mention.name(),
                claimIndex,
                mentionIndex,
                mention != null ? (Double) mention.confidence() : claim != null ? (Double) claim.confidence() : null,
                mention != null ? mention.rule() : claim != null ? claim.rule() : null,
                detail));
    }
}
