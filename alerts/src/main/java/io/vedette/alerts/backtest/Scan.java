package io.vedette.alerts.backtest;

import io.vedette.alerts.canary.CanaryArticle;
import io.vedette.alerts.retained.RetainedValue;
import io.vedette.alerts.retained.Slice;
import io.vedette.alerts.retained.SliceReader;
import io.vedette.alerts.topology.ArticleMatcher;
import io.vedette.alerts.watch.Watches;
import io.vedette.runtime.config.BacktestConfig;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Match;
import io.vedette.schemas.Story;
import io.vedette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One partition, held against the watches: its articles first, then its stories, of which only those of articles that
 * matched are kept.  Articles and stories have the same partitions.  For one thread.
 */
final class Scan {

    private final Topics topics;
    private final ArticleMatcher matcher;
    private final Watches watches;
    private final BacktestConfig limits;
    private final Progress progress;
    private final List<Match> matches = new ArrayList<>();
    private final Map<String, Integer> byWatch = new HashMap<>();

    Scan(Topics topics, ArticleMatcher matcher, Watches watches, BacktestConfig limits, Progress progress) {
        this.topics = topics;
        this.matcher = matcher;
        this.watches = watches;
        this.limits = limits;
        this.progress = progress;
    }

    /** The matches of a partition, each with its story where it has one; in the order of the partition. */
    List<Match> run(SliceReader reader, Slice enriched, Slice stories) {
        reader.read(enriched, this::article, progress::read);
        Map<String, Story> told = new HashMap<>();
        matches.forEach(match -> told.put(match.getAlert().getArticleId(), null));
        reader.read(stories, record -> story(record, told), progress::read);
        matches.forEach(match -> match.setStory(told.get(match.getAlert().getArticleId())));
        return matches;
    }

    private void article(ConsumerRecord<byte[], byte[]> record) {
        EnrichedArticle article = RetainedValue.of(topics.enriched(), record);
        if (article == null || CanaryArticle.is(article.getArticle())) {
            return;
        }
        progress.article();
        List<Match> found = matcher.matches(article, Instant.ofEpochMilli(record.timestamp()), watches);
        if (progress.matched(found.size()) > limits.mostMatches()) {
            throw new TooManyMatchesException(limits.mostMatches());
        }
        found.forEach(this::keep);
    }

    /** Only the first of each watch keep the words that matched: the others count, and there may be many. */
    private void keep(Match match) {
        if (byWatch.merge(match.getWatchId(), 1, Integer::sum) > limits.samples()) {
            match.getAlert().setClauses(List.of());
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
