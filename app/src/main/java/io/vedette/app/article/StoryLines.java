package io.vedette.app.article;

import io.vedette.app.article.Tagging.Tagged;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.records.AnnotatedJson;
import io.vedette.text.story.Assignment;
import io.vedette.text.story.Fingerprint;
import io.vedette.text.story.Fingerprinter;
import io.vedette.text.story.MemoryLog;
import io.vedette.text.story.StoryAssigner;
import io.vedette.text.story.StorySettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives annotated articles their stories, in the order of the input, as the enrich service does in the order of its log.
 * For one thread, but for {@link #line}.
 */
public final class StoryLines {

    private final StoryAssigner assigner = new StoryAssigner(StorySettings.DEFAULTS, new MemoryLog());

    /** The id that each article came with, by Vedette's own. */
    private final Map<String, String> givenIds = new HashMap<>();

    private final Instant acceptedAt;

    /** @param acceptedAt when the articles count as accepted; what was published before keeps its date */
    public StoryLines(Instant acceptedAt) {
        this.acceptedAt = acceptedAt;
    }

    /**
     * An annotated article that has no story yet.
     *
     * @param json as {@link AnnotatedJson} writes it
     * @param id the id that it came with; null for none
     * @param articleId Vedette's own; empty for an article that Vedette would refuse
     * @param fingerprint what its story is told by
     */
    public record Line(String json, @Nullable String id, String articleId, Fingerprint fingerprint) {}

    /** Prepares a line; can be called from many threads. */
    public static Line line(String json, ArticleInput article, Tagged tagged) {
        Fingerprint fingerprint =
                Fingerprinter.of(tagged.document(), tagged.annotations(), article.source(), article.url());
        return new Line(json, tagged.id(), tagged.articleId(), fingerprint);
    }

    /** The line with its story; as it is for an article that Vedette would refuse. */
    public String withStory(Line line) {
        if (line.articleId.isEmpty()) {
            return line.json;
        }
        Assignment made = assigner.assign(line.articleId, line.fingerprint, acceptedAt);
        String own = line.id == null ? line.articleId : line.id;
        String first = givenIds.putIfAbsent(line.articleId, own);
        String copyOf = made.copyOf();
        String original = copyOf == null ? first : givenIds.getOrDefault(copyOf, copyOf);
        return AnnotatedJson.withStory(line.json, made.storyId(), original);
    }
}
