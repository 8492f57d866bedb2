package io.vedette.alerts.overtime;

import io.vedette.schemas.ContributingArticle;
import io.vedette.schemas.OverTimeState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The latest articles of a watch, from which an alert names those that it rests on. */
final class Recent {

    /** So many articles are named. */
    static final int NAMED = 20;

    /** So many are remembered: those of a window that ends earlier may be asked for after later ones came. */
    private static final int REMEMBERED = 2 * NAMED;

    private static final Comparator<ContributingArticle> ORDER =
            Comparator.comparing(ContributingArticle::getAt).thenComparing(ContributingArticle::getId);

    private Recent() {}

    /**
     * Whether it corrects an article that was counted, as far as that is remembered.  Of one that is older than all that are
     * remembered nobody knows; it is taken to have been counted, since a correction of old news makes no wave.
     */
    static boolean holds(Seen seen, OverTimeState state) {
        if (!seen.isRevision()) {
            return false;
        }
        List<ContributingArticle> articles = state.getArticles();
        boolean older = articles.size() >= REMEMBERED
                && seen.at() < articles.get(0).getAt().toEpochMilli();
        return older || articles.stream().anyMatch(article -> article.getId().equals(seen.articleId()));
    }

    static void add(Seen seen, OverTimeState state) {
        List<ContributingArticle> articles = new ArrayList<>(state.getArticles());
        articles.add(seen.contributing());
        articles.sort(ORDER);
        state.setArticles(new ArrayList<>(last(articles, REMEMBERED)));
        state.setAlert(seen.alert());
    }

    /** Those that were published or accepted from {@code from} on and before {@code to}. */
    static List<ContributingArticle> between(long from, long to, OverTimeState state) {
        List<ContributingArticle> inside = state.getArticles().stream()
                .filter(article -> article.getAt().toEpochMilli() >= from
                        && article.getAt().toEpochMilli() < to)
                .toList();
        return last(inside, NAMED);
    }

    /** All that are remembered, the latest of them. */
    static List<ContributingArticle> all(OverTimeState state) {
        return last(state.getArticles(), NAMED);
    }

    private static List<ContributingArticle> last(List<ContributingArticle> articles, int most) {
        return List.copyOf(articles.subList(Math.max(0, articles.size() - most), articles.size()));
    }
}
