package io.vedette.app.reprocess;

import io.vedette.app.reprocess.Finding.Change;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Story;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was told so far, by watch and story, as {@code alert-state} has it. */
final class Standing {

    private final Map<String, AlertState> told = new HashMap<>();

    void add(AlertState state) {
        if (state.getStoryId() != null) {
            told.put(key(state.getWatchId(), state.getStoryId()), state);
        }
    }

    /** What comes of it that an article matches a watch as it is tagged now. */
    Finding matches(String watch, EnrichedArticle article, @Nullable Story story) {
        AlertState state = find(watch, article, story);
        if (state == null) {
            return Finding.of(Change.LATE, watch, article, null);
        }
        Change change = state.getStatus().equals("WITHDRAWN") ? Change.STANDS_AGAIN : Change.COUNTED;
        return Finding.of(change, watch, article, state.getAlertId());
    }

    /** What comes of it that an article does not match a watch as it is tagged now. */
    Finding withdrawn(String watch, EnrichedArticle article, @Nullable Story story) {
        AlertState state = find(watch, article, story);
        if (state == null
                || state.getStatus().equals("REJECTED")
                || state.getStatus().equals("WITHDRAWN")) {
            return Finding.of(Change.NOTHING, watch, article, state == null ? null : state.getAlertId());
        }
        boolean only = state.getMatches() <= 1;
        return Finding.of(only ? Change.WITHDRAWN : Change.LESS, watch, article, state.getAlertId());
    }

    private @Nullable AlertState find(String watch, EnrichedArticle article, @Nullable Story story) {
        List<String> stories = new ArrayList<>();
        if (story == null) {
            stories.add(article.getArticle().getId());
        } else {
            stories.add(story.getStoryId());
            stories.addAll(story.getLinkedStories());
        }
        for (String one : stories) {
            AlertState state = told.get(key(watch, one));
            if (state != null) {
                return state;
            }
        }
        return null;
    }

    private static String key(String watch, String story) {
        return watch + '/' + story;
    }
}
