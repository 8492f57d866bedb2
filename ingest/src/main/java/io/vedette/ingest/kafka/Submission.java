package io.vedette.ingest.kafka;

import io.vedette.schemas.Article;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Articles that go into one transaction together, and the step through the source that they are.
 *
 * @param articles may be empty, for a step that gave none
 * @param position where the source goes on after them; null leaves the position as it is
 * @param read items that were read since the submission before
 * @param rejected of those, how many were refused
 * @param finished there is nothing more to read
 */
public record Submission(
        List<Article> articles, @Nullable String position, long read, long rejected, boolean finished) {

    /** Copies the articles. */
    public Submission {
        articles = List.copyOf(articles);
    }
}
