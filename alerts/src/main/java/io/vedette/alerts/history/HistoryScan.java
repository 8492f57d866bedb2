package io.vedette.alerts.history;

import io.vedette.alerts.canary.CanaryArticle;
import io.vedette.alerts.retained.RetainedValue;
import io.vedette.alerts.retained.Slice;
import io.vedette.alerts.retained.SliceReader;
import io.vedette.alerts.topology.ArticleMatcher;
import io.vedette.alerts.watch.CompiledWatch;
import io.vedette.alerts.watch.WatchOptions;
import io.vedette.alerts.watch.Watches;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Match;
import io.vedette.schemas.Story;
import io.vedette.schemas.Topics;
import io.vedette.schemas.Watch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the retained articles for several watches, all partitions at once.  Whether a watch is in force then is no
 * matter.  Used once, by one thread.
 */
final class HistoryScan {

    private final List<Wanted> wanted;
    private final Topics topics;
    private final ArticleMatcher matcher;
    private final Limits limits;
    private final Kept kept;
    private final Pacer pacer;
    private final Map<String, Instant> from;
    private final Watches watches;
    private final BooleanSupplier cancelled;
    private long articles;
    private @Nullable Instant retainedSince;

    /**
     * How much of it.
     *
     * @param lookBack at most
     * @param mostMatches that are kept
     * @param rate articles a second
     * @param storyPatience how long after its article a story may come
     */
    record Limits(Duration lookBack, int mostMatches, int rate, Duration storyPatience) {}

    /** @param cancelled asked again and again */
    HistoryScan(List<Wanted> wanted, Topics topics, ArticleMatcher matcher, Limits limits, BooleanSupplier cancelled) {
        this.wanted = wanted;
        this.topics = topics;
        this.matcher = matcher;
        this.limits = limits;
        this.cancelled = cancelled;
        this.kept = new Kept(limits.mostMatches());
        this.pacer = new Pacer(limits.rate(), System::nanoTime);
        this.from = wanted.stream().collect(Collectors.toMap(Wanted::id, watch -> watch.from(limits.lookBack())));
        this.watches =
                Watches.of(wanted.stream().map(watch -> inForce(watch.watch())).toList());
    }

    private static CompiledWatch inForce(CompiledWatch compiled) {
        Watch watch = Watch.newBuilder(compiled.watch())
                .setValidFrom(null)
                .setValidUntil(null)
                .build();
        return new CompiledWatch(watch, WatchOptions.of(watch), compiled.query(), compiled.queryKey());
    }

    /**
     * Reads what is committed now.
     *
     * @throws CancellationException if it was cancelled
     * @throws org.apache.kafka.common.KafkaException if the broker stays away
     */
    void run(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        Instant earliest = from.values().stream().min(Instant::compareTo).orElseThrow();
        SliceReader reader = new SliceReader(consumer, cancelled);
        List<Slice> slices = Slice.since(consumer, topics.enriched().name(), earliest);
        retainedSince = Retained.since(consumer, slices);
        long begun = System.nanoTime();
        reader.read(slices, this::article, offsets -> {});
        if (wanted.stream().anyMatch(watch -> watch.rule().ofStory())) {
            // as live, where a match waits so long for its story
            long left = limits.storyPatience().toNanos() - (System.nanoTime() - begun);
            TimeUnit.NANOSECONDS.sleep(left);
            stories(reader, Slice.since(consumer, topics.stories().name(), earliest));
        }
    }

    private void article(ConsumerRecord<byte[], byte[]> record) {
        step();
        EnrichedArticle article = RetainedValue.of(topics.enriched(), record);
        if (article == null || CanaryArticle.is(article.getArticle())) {
            return;
        }
        articles++;
        Instant accepted = Instant.ofEpochMilli(record.timestamp());
        for (Match match : matcher.matches(article, accepted, watches)) {
            if (!accepted.isBefore(from.get(match.getWatchId()))) {
                kept.add(match);
            }
        }
    }

    private void step() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        pacer.step();
    }

    private void stories(SliceReader reader, List<Slice> slices) {
        Map<String, List<Match>> byArticle = kept.all().stream()
                .collect(Collectors.groupingBy(
                        match -> match.getAlert().getArticleId(), HashMap::new, Collectors.toList()));
        reader.read(
                slices,
                record -> {
                    step();
                    List<Match> matches = record.key() == null
                            ? null
                            : byArticle.get(new String(record.key(), StandardCharsets.UTF_8));
                    Story story = matches == null ? null : RetainedValue.of(topics.stories(), record);
                    if (matches != null && story != null) {
                        matches.forEach(match -> match.setStory(story));
                    }
                },
                offsets -> {});
    }

    long articles() {
        return articles;
    }

    /** What was found for a watch, earliest first. */
    List<Match> matches(Wanted watch) {
        return kept.of(watch.id());
    }

    /** From when on that is all there was; at the latest since it was saved, from when on it is matched live. */
    Instant since(Wanted watch) {
        Instant since = from.getOrDefault(watch.id(), watch.savedAt());
        since = later(since, retainedSince == null ? watch.savedAt() : retainedSince);
        Instant completeFrom = kept.completeFrom(watch.id());
        since = completeFrom == null ? since : later(since, completeFrom);
        return since.isBefore(watch.savedAt()) ? since : watch.savedAt();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
