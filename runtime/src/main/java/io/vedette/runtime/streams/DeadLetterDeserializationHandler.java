package io.vedette.runtime.streams;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * Bytes that can't be read go to the dead letters; a registry that is away stops the thread, so that nothing is committed.
 * Kafka makes it by reflection.
 */
public final class DeadLetterDeserializationHandler implements DeserializationExceptionHandler {
    @SuppressWarnings("NullAway.Init") // Kafka calls configure first
    private DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = DeadLetters.from(configs);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (Trouble.ofSurroundings(exception)) {
            return Response.fail();
        }
        return Response.resume(List.of(deadLetters.letter(context, record.key(), record.value(), exception)));
    }
}
