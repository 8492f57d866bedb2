package io.vedette.alerts.api;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.disclosure.TextDelivery;
import io.vedette.alerts.view.ArticleHit;
import io.vedette.schemas.Article;
import io.vedette.schemas.Claim;
import io.vedette.schemas.Mention;
import io.vedette.schemas.Story;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Articles, a row each; of the text only the beginning. */
final class ArticleTable implements Table<ArticleHit> {

    private static final int BEGINNING = 300;

    @Override
    public String name() {
        return "articles";
    }

    private final Disclosure disclosure;
    private final Function<String, Optional<Story>> stories;

    /**
     * @param disclosure what of the texts may be shown
     * @param stories finds the story of the article of an id
     */
    ArticleTable(Disclosure disclosure, Function<String, Optional<Story>> stories) {
        this.disclosure = disclosure;
        this.stories = stories;
    }

    /** The same with its text, all tags, and who had it and how it changed. */
    ObjectNode whole(ArticleHit hit) {
        ObjectNode node = RecordJson.of(disclosure.of(hit.enriched()));
        node.put("acceptedAt", hit.acceptedAt().toString());
        node.put("alerted", hit.alerted());
        node.put("removed", hit.history().getRemoved());
        node.set("history", RecordJson.of(hit.history()));
        Story story = story(hit);
        node.put("storyId", story == null ? null : story.getStoryId());
        return node.set("story", story == null ? NullNode.getInstance() : RecordJson.of(story));
    }

    @Override
    public ObjectNode json(ArticleHit hit) {
        ObjectNode node = RecordJson.of(hit.enriched().getArticle());
        node.remove("text");
        Article article = hit.enriched().getArticle();
        node.put("beginning", disclosure.beginning(article.getText(), TextDelivery.of(article), BEGINNING));
        node.put("language", hit.enriched().getLanguage());
        Story story = story(hit);
        node.put("storyId", story == null ? null : story.getStoryId());
        node.put("acceptedAt", hit.acceptedAt().toString());
        node.put("alerted", hit.alerted());
        node.put("removed", hit.history().getRemoved());
        node.put("sightings", hit.history().getSightings().size());
        node.put("mentions", hit.enriched().getMentions().size());
        return node.put("claims", hit.enriched().getClaims().size());
    }

    @Override
    public List<String> columns() {
        return List.of(
                "id",
                "title",
                "url",
                "source",
                "author",
                "language",
                "publishedAt",
                "acceptedAt",
                "alerted",
                "revision",
                "sightings",
                "removed",
                "actors",
                "places",
                "claims");
    }

    @Override
    public List<@Nullable Object> cells(ArticleHit hit) {
        Article article = hit.enriched().getArticle();
        return Arrays.asList(
                article.getId(),
                article.getTitle(),
                article.getUrl(),
                article.getSource(),
                article.getAuthor(),
                hit.enriched().getLanguage(),
                Points.text(article.getPublishedAt()),
                hit.acceptedAt().toString(),
                hit.alerted(),
                article.getRevision(),
                hit.history().getSightings().size(),
                hit.history().getRemoved(),
                names(hit, "ACTOR"),
                names(hit, "PLACE"),
                hit.enriched().getClaims().stream()
                        .map(Claim::getType)
                        .distinct()
                        .collect(Collectors.joining("; ")));
    }

    private @Nullable Story story(ArticleHit hit) {
        return stories.apply(hit.enriched().getArticle().getId()).orElse(null);
    }

    @Override
    public List<Point> points(ArticleHit hit) {
        return Points.of(hit.enriched().getMentions());
    }

    private static String names(ArticleHit hit, String kind) {
        return hit.enriched().getMentions().stream()
                .filter(mention -> mention.getKind().equals(kind))
                .map(Mention::getName)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
