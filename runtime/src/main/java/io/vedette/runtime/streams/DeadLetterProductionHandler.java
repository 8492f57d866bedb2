package io.vedette.runtime.streams;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * A result that can't be serialized sends its source record to the dead letters, unless it is the registry that is away.
 * What the broker refuses stops the thread: within a transaction nothing else is right. Kafka makes it by reflection.
 */
public final class DeadLetterProductionHandler implements ProductionExceptionHandler {
    @SuppressWarnings("NullAway.Init") // Kafka calls configure first
    private DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = DeadLetters.from(configs);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        return exception instanceof RetriableException ? Response.retry() : Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // Kafka's own signature
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        if (Trouble.ofSurroundings(exception)) {
            return Response.fail();
        }
        return Response.resume(
                List.of(deadLetters.letter(context, context.sourceRawKey(), context.sourceRawValue(), exception)));
    }
}
