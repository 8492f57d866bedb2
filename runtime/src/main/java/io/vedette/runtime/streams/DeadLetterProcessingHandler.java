package io.vedette.runtime.streams;

import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * A record at which a step fails, such as a tagger, goes to the dead letters as it came from its topic. What earlier steps
 * wrote to stores for it stays written: steps write state last. Kafka makes it by reflection.
 */
public final class DeadLetterProcessingHandler implements ProcessingExceptionHandler {
    @SuppressWarnings("NullAway.Init") // Kafka calls configure first
    private DeadLetters deadLetters;

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = DeadLetters.from(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (Trouble.ofSurroundings(exception)) {
            return Response.fail();
        }
        // A punctuation works on no record.  One that has neither key nor value is a record all the same.
        if (context.topic() == null) {
            deadLetters.report(context, exception);
            return Response.resume();
        }
        return Response.resume(
                List.of(deadLetters.letter(context, context.sourceRawKey(), context.sourceRawValue(), exception)));
    }
}
