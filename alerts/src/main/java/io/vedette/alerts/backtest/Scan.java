package io.vedette.alerts.backtest;

import io.vedette.alerts.canary.CanaryArticle;
import io.vedette.alerts.retained.RetainedValue;
import io.vedette.alerts.retained.Slice;
import io.vedette.alerts.retained.SliceReader;
import io.vedette.alerts.topology.ArticleMatcher;
import io.vedette.runtime.config.BacktestConfig;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Match;
import io.vedette.schemas.MatchedClause;
import io.vedette.schemas.Story;
import io.vedette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One partition, held against the watches: its articles first, then its stories, of which only those of articles that
 * matched are kept, then its heartbeats.  All have the same partitions.  For one thread.
 */
final class Scan {

    private final Topics topics;
    private final ArticleMatcher matcher;
    private final Candidates candidates;
    private final BacktestConfig limits;
    private final Progress progress;
    private final List<Match> matches = new ArrayList<>();
    private final Map<String, Integer> byWatch = new HashMap<>();
    private final Timeline.Thinned beats = new Timeline.Thinned();
    private @Nullable Long first;
    private @Nullable Long last;

    Scan(Topics topics, ArticleMatcher matcher, Candidates candidates, BacktestConfig limits, Progress progress) {
        this.topics = topics;
        this.matcher = matcher;
        this.candidates = candidates;
        this.limits = limits;
        this.progress = progress;
    }

    /**
     * What a partition held; its matches each with their story where they have one.
     *
     * @param beats null where nobody asks how time went on
     */
    Found run(SliceReader reader, Slice enriched, Slice stories, @Nullable Beats beats) {
        reader.read(enriched, this::article, progress::read);
        Map<String, Story> told = new HashMap<>();
        matches.forEach(match -> told.put(match.getAlert().getArticleId(), null));
        reader.read(stories, record -> story(record, told), progress::read);
        matches.forEach(match -> match.setStory(told.get(match.getAlert().getArticleId())));
        if (beats != null) {
            reader.read(beats.slice(), record -> this.beats.add(record.timestamp()), progress::read);
        }
        return new Found(matches, this.beats.beats(), beats != null && beats.expired(), first, last);
    }

    /**
     * The heartbeats of a partition.
     *
     * @param expired whether there were earlier ones that would count, but are not retained any more
     */
    record Beats(Slice slice, boolean expired) {}

    private void article(ConsumerRecord<byte[], byte[]> record) {
        Instant at = Instant.ofEpochMilli(record.timestamp());
        EnrichedArticle article =
                at.isBefore(candidates.earliest()) ? null : RetainedValue.of(topics.enriched(), record);
        if (article == null || CanaryArticle.is(article.getArticle())) {
            return;
        }
        first = first == null ? record.timestamp() : Math.min(first, record.timestamp());
        last = last == null ? record.timestamp() : Math.max(last, record.timestamp());
        progress.article();
        matcher.matches(article, at, candidates.at(at)).stream()
                .filter(match -> candidates.sees(match.getWatchId(), at))
                .forEach(this::keep);
    }

    /** Only the first of each watch keep all words that matched: the others keep the first, for there may be many. */
    private void keep(Match match) {
        if (progress.matched(match.getWatchId()) > limits.mostMatches()) {
            throw new TooManyMatchesException(limits.mostMatches(), progress.busiest());
        }
        List<MatchedClause> clauses = match.getAlert().getClauses();
        if (byWatch.merge(match.getWatchId(), 1, Integer::sum) > limits.samples() && clauses.size() > 1) {
            match.getAlert().setClauses(List.of(clauses.get(0)));
        }
        matches.add(match);
    }

    private void story(ConsumerRecord<byte[], byte[]> record, Map<String, Story> told) {
        if (record.key() == null) {
            return;
        }
        String articleId = new String(record.key(), StandardCharsets.UTF_8);
        if (told.containsKey(articleId)) {
            Story story = RetainedValue.of(topics.stories(), record);
            if (story != null) {
                told.put(articleId, story);
            }
        }
    }
}
