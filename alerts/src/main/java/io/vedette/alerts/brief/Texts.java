package io.vedette.alerts.brief;

import io.vedette.alerts.view.ArticleHit;
import io.vedette.records.AnnotationMapper;
import io.vedette.schemas.Article;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Origin;
import io.vedette.text.Annotations;
import io.vedette.text.story.Fingerprinter;
import io.vedette.text.story.Sketch;
import io.vedette.text.story.StorySettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells which articles of a story are copies of each other, by the same measure as stories are told apart by, and a forwarded
 * message from one that speaks for itself.  For one thread.
 */
final class Texts {

    private final Map<String, List<Text>> byStory = new HashMap<>();
    private int texts;

    /** @param forwardOf whom it repeats by its own account: an address or a name; null if it says that of nobody */
    private record Text(
            int number,
            Sketch sketch,
            @Nullable String url,
            @Nullable String forwardOf) {

        boolean isCopiedBy(Text other) {
            return sketch.overlap(other.sketch) >= StorySettings.DEFAULTS.copyThreshold()
                    || forwardOf != null && (forwardOf.equals(other.forwardOf) || forwardOf.equals(other.url))
                    || other.forwardOf != null && other.forwardOf.equals(url);
        }
    }

    /** A number that it shares with the articles of that story that were given before and that it copies. */
    int number(ArticleHit article, String story) {
        List<Text> known = byStory.computeIfAbsent(story, any -> new ArrayList<>());
        Article shown = article.enriched().getArticle();
        Text text = new Text(texts, sketch(article.enriched()), shown.getUrl(), forwardOf(shown));
        int number = known.stream()
                .filter(other -> other.isCopiedBy(text))
                .map(Text::number)
                .findFirst()
                .orElseGet(() -> texts++);
        known.add(new Text(number, text.sketch(), text.url(), text.forwardOf()));
        return number;
    }

    private static Sketch sketch(EnrichedArticle enriched) {
        return Fingerprinter.of(
                        AnnotationMapper.document(enriched),
                        new Annotations(enriched.getLanguage(), List.of(), List.of()),
                        null,
                        null)
                .sketch();
    }

    private static @Nullable String forwardOf(Article article) {
        Origin origin = article.getOrigin();
        return origin == null ? null : origin.getForwardOf();
    }
}
