package io.vedette.alerts.topology;

import io.vedette.alerts.signal.AlertId;
import io.vedette.schemas.Alert;
import io.vedette.schemas.AlertState;
import io.vedette.schemas.Match;
import io.vedette.schemas.Story;
import io.vedette.schemas.WatchUpdates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One alert for a watch and a story; after it an update when there is something new to say, and for all other articles of
 * the story nothing but higher counts.  Pure: the topology and a back-test say the same.  Immutable.
 */
public final class OncePerStory {

    /** As the record {@code AlertState} promises. */
    private static final int MOST_MATCHED = 100;

    private final Novelty novelty;
    private final int mostSeen;

    /** @param settings says what is news */
    public OncePerStory(AlertingSettings settings) {
        this.novelty = new Novelty(settings.casualtySteps());
        this.mostSeen = settings.mostSeen();
    }

    /**
     * What comes of a match.
     *
     * @param alert to be raised; null when there is nothing new to say
     * @param told how things stand now; to be kept
     */
    record Outcome(@Nullable Alert alert, StoryMemory.Told told) {}

    /**
     * Tells many matches, one after the other, to somebody who begins without a memory and forgets nothing.
     *
     * @param matches of one watch, in the order of the broker's time; their alerts are changed
     * @param updates which updates the watch wants
     * @param raised told of each alert, and of the time of the article that raised it
     */
    public void tellAll(List<Match> matches, @Nullable WatchUpdates updates, BiConsumer<Alert, Instant> raised) {
        Map<String, StoryMemory.Told> kept = new HashMap<>();
        StoryMemory memory = new StoryMemory() {
            @Override
            public @Nullable Told find(String key, long now) {
                return kept.get(key);
            }

            @Override
            public void keep(Told told) {
                kept.put(told.key(), told);
            }
        };
        for (Match match : matches) {
            long at = match.getAt().toEpochMilli();
            Outcome outcome = tell(match, updates, memory, at, at);
            memory.keep(outcome.told());
            if (outcome.alert() != null) {
                raised.accept(outcome.alert(), match.getAt());
            }
        }
    }

    /**
     * What comes of one match.  Keeps nothing itself.
     *
     * @param match its alert is changed
     * @param at the time of its record
     * @param now stream time
     */
    Outcome tell(Match match, @Nullable WatchUpdates updates, StoryMemory memory, long at, long now) {
        StoryMemory.Told told = memory.find(match.getWatchId(), stories(match), now);
        Map<String, String> said = novelty.said(match, updates);
        if (told != null && Corrections.isWithdrawn(told.state())) {
            return standsAgain(match, told, said, at);
        }
        return told == null ? first(match, said.keySet(), at, now) : again(match, told, said, updates, at);
    }

    private static Outcome first(Match match, Set<String> said, long at, long now) {
        String story = stories(match).get(0);
        Alert alert = alert(match, AlertId.NO_STEP);
        AlertState state = AlertState.newBuilder()
                .setAlertId(alert.getId())
                .setWatchId(match.getWatchId())
                .setStoryId(story)
                .setRaisedAt(Instant.ofEpochMilli(at))
                .setSeen(List.copyOf(said))
                .build();
        count(state, match, at);
        return new Outcome(alert, new StoryMemory.Told(StoryMemory.key(match.getWatchId(), story), now, state));
    }

    private Outcome again(
            Match match, StoryMemory.Told told, Map<String, String> said, @Nullable WatchUpdates updates, long at) {
        AlertState state = told.state();
        Set<String> news = novelty.news(said, state.getSeen(), updates);
        Alert alert = null;
        if (!news.isEmpty()) {
            alert = update(match, state, news, said);
            state.setUpdates(state.getUpdates() + 1);
            state.setLastUpdateId(alert.getId());
        }
        remember(state, said.keySet());
        count(state, match, at);
        return new Outcome(alert, told);
    }

    /**
     * What comes of it that a match is taken back.  Keeps nothing itself.
     *
     * @param match its alert is changed
     * @param now stream time
     * @return null if nothing was told of it
     */
    @Nullable
    Outcome withdraw(Match match, StoryMemory memory, long now) {
        StoryMemory.Told told = memory.find(match.getWatchId(), stories(match), now);
        return told == null ? null : new Outcome(Corrections.withdraw(match, told.state()), told);
    }

    private Outcome standsAgain(Match match, StoryMemory.Told told, Map<String, String> said, long at) {
        Alert alert = Corrections.standAgain(alert(match, AlertId.NO_STEP), match, told.state());
        told.state().setUpdates(told.state().getUpdates() + 1);
        told.state().setLastUpdateId(alert.getId());
        remember(told.state(), said.keySet());
        count(told.state(), match, at);
        return new Outcome(alert, told);
    }

    private Alert update(Match match, AlertState state, Set<String> news, Map<String, String> said) {
        Alert alert = alert(match, String.join("\n", news.stream().sorted().toList()));
        alert.setKind("UPDATE");
        alert.setUpdateOf(state.getAlertId());
        alert.setReasons(news.stream().map(said::get).filter(Objects::nonNull).toList());
        return alert;
    }

    private static Alert alert(Match match, String step) {
        Alert alert = match.getAlert();
        String story = stories(match).get(0);
        alert.setId(AlertId.of(match.getWatchId(), match.getQueryKey(), story, step));
        alert.setStoryId(story);
        Story known = match.getStory();
        alert.setStoryArticles(known == null ? 1 : known.getArticles());
        alert.setOutlets(known == null ? 1 : known.getOutlets());
        alert.setIndependentTexts(known == null ? 1 : known.getIndependentTexts());
        return alert;
    }

    /** The story of the article, and those that turned out to be the same. */
    private static List<String> stories(Match match) {
        Story story = match.getStory();
        if (story == null) {
            return List.of(match.getAlert().getArticleId());
        }
        List<String> stories = new ArrayList<>();
        stories.add(story.getStoryId());
        stories.addAll(story.getLinkedStories());
        return stories;
    }

    private static void count(AlertState state, Match match, long timestamp) {
        String article = match.getAlert().getArticleId();
        if (!state.getMatched().contains(article)) {
            List<String> matched = new ArrayList<>(state.getMatched());
            matched.add(article);
            state.setMatched(matched.subList(Math.max(0, matched.size() - MOST_MATCHED), matched.size()));
            state.setMatches(state.getMatches() + 1);
        }
        state.setLastArticleAt(Instant.ofEpochMilli(timestamp));
        Story story = match.getStory();
        state.setStoryArticles(Math.max(state.getStoryArticles(), story == null ? 1 : story.getArticles()));
        state.setOutlets(Math.max(state.getOutlets(), story == null ? 1 : story.getOutlets()));
        state.setIndependentTexts(
                Math.max(state.getIndependentTexts(), story == null ? 1 : story.getIndependentTexts()));
    }

    private void remember(AlertState state, Set<String> said) {
        List<String> seen = new ArrayList<>(state.getSeen());
        said.stream().filter(key -> !seen.contains(key)).forEach(seen::add);
        // a story that goes on and on says ever new things of which the oldest are no longer told apart
        state.setSeen(seen.subList(Math.max(0, seen.size() - mostSeen), seen.size()));
    }
}
