package io.vedette.alerts.topology;

import io.vedette.schemas.Alert;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Turns an alert into its JSON form, with the headers that say so. */
final class WriteJson extends ContextualFixedKeyProcessor<String, Alert, String> {

    @Override
    public void process(FixedKeyRecord<String, Alert> record) {
        context()
                .forward(record.withValue(AlertJson.write(record.value()))
                        .withHeaders(AlertHeaders.json(record.headers())));
    }
}
