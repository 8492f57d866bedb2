package io.vedette.app.reprocess;

import io.vedette.alerts.retained.RetainedValue;
import io.vedette.alerts.retained.Slice;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Story;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the retained enriched articles, a partition after the other, and writes those anew in which something else is
 * found now.  What it has written is its progress: an article that was corrected is found as it should be, so a run that was
 * killed is simply begun again, and one more changes nothing.  For one thread.
 */
final class Reprocess {

    private static final int IN_ONE_TRANSACTION = 100;

    private final Topics topics;
    private final Retained retained;
    private final Comparison comparison;
    private final @Nullable CorrectionWriter writer;
    private final Listener listener;

    /** Gets what a run does. */
    interface Listener {

        /** An article was held against the watches. */
        void looked();

        /** These were written, or would be. */
        void corrected(List<Corrected> batch);
    }

    /** @param writer null to write nothing */
    Reprocess(
            Topics topics,
            Retained retained,
            Comparison comparison,
            @Nullable CorrectionWriter writer,
            Listener listener) {
        this.topics = topics;
        this.retained = retained;
        this.comparison = comparison;
        this.writer = writer;
        this.listener = listener;
    }

    /**
     * Goes through one partition of the enriched articles.
     *
     * @param slice what there was when the run began
     * @param since articles that were accepted before are left as they are
     * @param until and those from then on
     */
    void run(Slice slice, Instant since, Instant until) throws InterruptedException {
        Map<String, Long> last = retained.lastOffsets(slice);
        Map<String, Story> stories = retained.stories(slice.partition().partition(), last);
        List<ConsumerRecord<byte[], byte[]>> window = new ArrayList<>();
        Meanwhile meanwhile = new Meanwhile(slice);
        // a stretch at a time: the reader's consumer is needed for others in between
        for (long from = slice.from(); from < slice.to(); from += IN_ONE_TRANSACTION) {
            Slice stretch = new Slice(slice.partition(), from, Math.min(slice.to(), from + IN_ONE_TRANSACTION));
            retained.read(stretch, record -> {
                Instant accepted = Instant.ofEpochMilli(record.timestamp());
                boolean isLast = Objects.equals(last.get(Retained.key(record)), record.offset());
                if (isLast && !accepted.isBefore(since) && accepted.isBefore(until)) {
                    window.add(record);
                }
            });
            correct(meanwhile, window, stories);
            window.clear();
        }
    }

    private void correct(Meanwhile meanwhile, List<ConsumerRecord<byte[], byte[]>> records, Map<String, Story> stories)
            throws InterruptedException {
        List<Corrected> batch = new ArrayList<>();
        Topic<String, EnrichedArticle> topic = topics.enriched();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            EnrichedArticle before = RetainedValue.of(topic, record);
            if (before == null) {
                continue;
            }
            listener.looked();
            List<Finding> findings = new ArrayList<>();
            Instant accepted = Instant.ofEpochMilli(record.timestamp());
            EnrichedArticle now = comparison.compare(before, accepted, stories.get(Retained.key(record)), findings);
            if (now != null) {
                batch.add(new Corrected(record, now, findings));
            }
        }
        if (batch.isEmpty()) {
            return;
        }
        meanwhile.remove(batch);
        if (writer != null && !batch.isEmpty()) {
            writer.write(batch);
        }
        listener.corrected(batch);
    }

    /**
     * The articles that came since the run began.  One that has changed was tagged when it did, and must not be followed by
     * what it was before.
     */
    private final class Meanwhile {

        private final Set<String> articles = new HashSet<>();
        private Slice read;

        Meanwhile(Slice slice) {
            this.read = new Slice(slice.partition(), slice.to(), slice.to());
        }

        void remove(List<Corrected> batch) {
            read = retained.beyond(read.partition(), read.to());
            articles.addAll(retained.lastOffsets(read).keySet());
            batch.removeIf(corrected -> articles.contains(Retained.key(corrected.record())));
        }
    }
}
