package io.vedette.alerts.topology;

import io.vedette.schemas.AlertState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with what each watch said of each story, for as long as it is remembered after the first alert.  Kept
 * by watch and story, not by query: a changed query repeats nothing.
 */
interface StoryMemory {

    /** Of the store. */
    String NAME = "told-stories";

    /**
     * What is remembered.
     *
     * @param key under which it is kept
     * @param since when it was first kept, in stream time
     */
    record Told(String key, long since, AlertState state) {}

    /** What is kept under that key and not forgotten yet; null for nothing. */
    @Nullable
    Told find(String key, long now);

    /** Keeps it, in place of what was there. */
    void keep(Told told);

    /** What was said of the first of these stories that something was said of; null for nothing. */
    default @Nullable Told find(String watchId, List<String> stories, long now) {
        for (String story : stories) {
            Told told = find(key(watchId, story), now);
            if (told != null) {
                return told;
            }
        }
        return null;
    }

    /** No id of a watch has a slash. */
    static String key(String watchId, String story) {
        return watchId + '/' + story;
    }
}
