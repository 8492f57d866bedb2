package io.vedette.enrich;

import java.time.Duration;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Lets a tagged article out, then notes that it went; the last step, so that no failure leaves a note behind. */
final class RememberVersion extends ContextualFixedKeyProcessor<String, Tagged, Tagged> {

    private final Duration window;
    private final EnrichMetrics metrics;
    private @Nullable SeenVersions seen;

    RememberVersion(Duration window, EnrichMetrics metrics) {
        this.window = window;
        this.metrics = metrics;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Tagged> context) {
        super.init(context);
        seen = new SeenVersions(context.getStateStore(SeenVersions.STORE), window);
    }

    @Override
    public void process(FixedKeyRecord<String, Tagged> record) {
        context().forward(record);
        if (seen != null) {
            seen.add(record.value().article().getArticle(), record.timestamp());
        }
        metrics.enriched(record.value().article());
    }
}
