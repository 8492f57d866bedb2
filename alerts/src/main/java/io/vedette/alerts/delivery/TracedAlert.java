package io.vedette.alerts.delivery;

import io.opentelemetry.context.Context;
import io.vedette.runtime.trace.TraceHeaders;
import io.vedette.schemas.Alert;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An alert as it is on its topic.
 *
 * @param trace the one that it belongs to; the root context for none
 */
record TracedAlert(Alert alert, Context trace) {

    static TracedAlert of(ConsumerRecord<?, ?> record, Alert alert) {
        return new TracedAlert(alert, TraceHeaders.read(record.headers()));
    }
}
