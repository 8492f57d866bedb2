package io.vedette.enrich;

import io.vedette.schemas.Article;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/**
 * Stops a version of an article that went out already.  It only looks: {@link RememberVersion} writes, at the end, since
 * what fails on the way must not count as having gone out.
 */
final class DropRepeats extends ContextualFixedKeyProcessor<String, Article, Article> {

    private final Duration window;
    private final EnrichMetrics metrics;
    private @Nullable SeenVersions seen;

    DropRepeats(Duration window, EnrichMetrics metrics) {
        this.window = window;
        this.metrics = metrics;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Article> context) {
        super.init(context);
        seen = new SeenVersions(context.getStateStore(SeenVersions.STORE), window);
    }

    @Override
    public void process(FixedKeyRecord<String, Article> record) {
        if (seen != null && seen.contains(record.value(), record.timestamp())) {
            metrics.repeat();
        } else {
            context().forward(record);
        }
    }
}
