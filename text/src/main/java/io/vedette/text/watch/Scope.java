package io.vedette.text.watch;

import io.vedette.text.Claim;
import io.vedette.text.Mention;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is held against: a range of an article's words, or one of its claims.
 *
 * @param from the first word
 * @param to one past the last word
 * @param stretch whether only what stands wholly in that range counts; else mentions and claims count wherever they are
 * @param claim the claim's number; -1 for none
 * @param mentions those that count; null for any
 */
record Scope(
        MatchableArticle article,
        int from,
        int to,
        boolean stretch,
        int claim,
        @Nullable List<Integer> mentions) {

    /** The whole article. */
    static Scope of(MatchableArticle article) {
        return new Scope(article, 0, article.words().count(), false, -1, null);
    }

    ArticleWords words() {
        return article.words();
    }

    /** A range of words in this scope. */
    Scope stretch(int from, int to) {
        return new Scope(article, from, to, true, claim, mentions);
    }

    /** One claim alone: the words of its sentence, and its own mentions. */
    Scope claim(int number) {
        Claim claim = article.claim(number);
        int from = words().firstEndingAfter(claim.field(), claim.start());
        int to = Math.max(from, words().endOfStartingBefore(claim.field(), claim.end()));
        return new Scope(article, from, to, false, number, mentionsOf(claim));
    }

    /** This scope with only these mentions in it. */
    Scope mentioning(List<Integer> only) {
        return new Scope(article, from, to, stretch, claim, only);
    }

    boolean hasRun(int first, int last) {
        return first >= from && last < to;
    }

    boolean has(int mention) {
        if (mentions != null && !mentions.contains(mention)) {
            return false;
        }
        int first = article.firstWord(mention);
        int end = article.endWord(mention);
        return !stretch || end > first && hasRun(first, end - 1);
    }

    /** A claim with the mentions that are actors or places of it, and those who do it or have it done to them. */
    private static List<Integer> mentionsOf(Claim claim) {
        return Stream.of(claim.actors(), claim.places(), claim.agents(), claim.targets())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    Mention mention(int number) {
        return article.mention(number);
    }
}
