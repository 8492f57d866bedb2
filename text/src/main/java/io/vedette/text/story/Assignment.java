package io.vedette.text.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What story an article tells.
 *
 * @param storyId the story; once given to an article it never changes
 * @param copyOf the id of the article that this one copies, or repeats by its own account; null if its text is independent
 * @param articles how many articles the story has by now, this one included
 * @param outlets how many different outlets they are from, one at least; 128 stands for that many or more
 * @param independentTexts how many of them are no copies of another; one at least, since a copy has an original somewhere
 * @param linked ids of stories that turned out to be the same one, the oldest link first
 * @param contradictions articles of the story that say the opposite of this one, the earliest first
 */
public record Assignment(
        String storyId,
        @Nullable String copyOf,
        int articles,
        int outlets,
        int independentTexts,
        List<String> linked,
        List<Contradiction> contradictions) {

    public Assignment {
        linked = List.copyOf(linked);
        contradictions = List.copyOf(contradictions);
    }

    /** Whether the story begins with this article. */
    public boolean first() {
        return articles == 1;
    }
}
