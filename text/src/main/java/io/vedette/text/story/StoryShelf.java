package io.vedette.text.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stories that are remembered, by the time of their last article, with the index that finds them.  All that it holds
 * is in the log too, so that it comes back as it was.  Not thread-safe.
 */
final class StoryShelf {

    /** Under how many terms an article has its story found, and a story at most. */
    private static final int INDEXED_PER_ARTICLE = 20;

    private static final int MOST_INDEXED = 40;

    private final StoryLog log;
    private final StoryIndex index = new StoryIndex();

    /** The one without an article for longest first. */
    private final Map<Integer, Story> stories = new LinkedHashMap<>();

    StoryShelf(StoryLog log) {
        this.log = log;
    }

    StoryIndex index() {
        return index;
    }

    int size() {
        return stories.size();
    }

    @Nullable
    Story get(int ordinal) {
        return stories.get(ordinal);
    }

    /** Puts stories back that were read from the log, in the order of their ordinals. */
    void restore(List<Story> read) {
        for (Story story : read) {
            for (int term : story.indexed) {
                index.add(term, story.ordinal);
            }
        }
        List<Story> byAge = new ArrayList<>(read);
        byAge.sort(Comparator.comparingLong(story -> story.lastSequence));
        byAge.forEach(story -> stories.put(story.ordinal, story));
    }

    /** Has the story found by the most telling terms of an article of its; what only one of several has leads astray. */
    void index(Story story, ArticleTerms article, TermFrequencies frequencies) {
        float[] telling = TermRanking.telling(article.terms(), article.kinds(), frequencies);
        for (int i : TermRanking.best(article, telling, INDEXED_PER_ARTICLE)) {
            int term = article.term(i);
            int at = Arrays.binarySearch(story.terms, term);
            boolean shared = at >= 0 && (story.articles == 1 || story.members[at] > 1);
            if (shared && story.indexed.length < MOST_INDEXED && Arrays.binarySearch(story.indexed, term) < 0) {
                story.indexed = Arrays.copyOf(story.indexed, story.indexed.length + 1);
                story.indexed[story.indexed.length - 1] = term;
                Arrays.sort(story.indexed);
                index.add(term, story.ordinal);
            }
        }
    }

    /** Writes a story that has a new article. */
    void touch(Story story) {
        stories.remove(story.ordinal);
        stories.put(story.ordinal, story);
        save(story);
    }

    void save(Story story) {
        log.put(Rows.storyKey(story.ordinal), Rows.story(story));
    }

    void saveText(Story story, int slot) {
        log.put(Rows.textKey(story.ordinal, slot), Rows.text(story.texts.get(slot)));
    }

    /** Forgets what had no article for longer than the window, and the oldest beyond so many. */
    void expire(long streamTime, Duration window, int most) {
        Iterator<Story> oldest = stories.values().iterator();
        int size = stories.size();
        while (oldest.hasNext()) {
            Story story = oldest.next();
            if (size <= most && story.lastTime >= streamTime - window.toMillis()) {
                return;
            }
            oldest.remove();
            size--;
            forget(story);
        }
    }

    private void forget(Story story) {
        for (int term : story.indexed) {
            index.remove(term, story.ordinal);
        }
        for (int slot = 0; slot < story.texts.size(); slot++) {
            log.delete(Rows.textKey(story.ordinal, slot));
        }
        log.delete(Rows.storyKey(story.ordinal));
    }
}
