package io.vedette.enrich;

import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** One part of what comes of an article, as an event of its own. */
final class Part<V> extends ContextualFixedKeyProcessor<String, Tagged, V> {

    private final String type;
    private final Function<Tagged, V> part;

    /**
     * @param type of the event, for its headers
     * @param part what goes on
     */
    Part(String type, Function<Tagged, V> part) {
        this.type = type;
        this.part = part;
    }

    @Override
    public void process(FixedKeyRecord<String, Tagged> record) {
        context().forward(record.withValue(part.apply(record.value())).withHeaders(EventHeaders.of(type, record)));
    }
}
