package io.vedette.enrich;

import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** One part of what comes of an article, as an event of its own, if there is such a part. */
final class Part<V> extends ContextualFixedKeyProcessor<String, Outcome, V> {

    private final String type;
    private final Function<Outcome, @Nullable V> part;

    /**
     * @param type of the event, for its headers
     * @param part what goes on; null for nothing
     */
    Part(String type, Function<Outcome, @Nullable V> part) {
        this.type = type;
        this.part = part;
    }

    @Override
    public void process(FixedKeyRecord<String, Outcome> record) {
        V value = part.apply(record.value());
        if (value != null) {
            context().forward(record.withValue(value).withHeaders(EventHeaders.of(type, record)));
        }
    }
}
