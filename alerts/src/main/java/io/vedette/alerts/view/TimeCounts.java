package io.vedette.alerts.view;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/** Counts documents by time. */
final class TimeCounts extends SimpleCollector {

    private final long from;
    private final long step;
    private final int[] counts;
    private @Nullable NumericDocValues times;

    /** @param steps how many there are, the first beginning at {@code from} */
    TimeCounts(Instant from, Duration step, int steps) {
        this.from = from.toEpochMilli();
        this.step = step.toMillis();
        this.counts = new int[steps];
    }

    int[] counts() {
        return counts;
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        times = DocValues.getNumeric(context.reader(), ViewFields.TIME);
    }

    @Override
    public void collect(int document) throws IOException {
        if (times != null && times.advanceExact(document)) {
            long number = Math.floorDiv(times.longValue() - from, step);
            if (number >= 0 && number < counts.length) {
                counts[(int) number]++;
            }
        }
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }
}
