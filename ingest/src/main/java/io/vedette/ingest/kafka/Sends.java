package io.vedette.ingest.kafka;

import io.opentelemetry.context.Context;
import io.vedette.runtime.trace.Tracing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spans of articles that are written: from when a transaction takes them until it is committed, tries again included. */
final class Sends {

    private final Tracing tracing;
    private final String topic;

    Sends(Tracing tracing, String topic) {
        this.tracing = tracing;
        this.topic = topic;
    }

    /** The same step, each of its articles in the span of its own writing; one that is of no trace yet begins one. */
    Submission begin(Submission step) {
        if (!tracing.isOn() || step.articles().isEmpty()) {
            return step;
        }
        List<Context> sending = new ArrayList<>();
        for (int i = 0; i < step.articles().size(); i++) {
            sending.add(
                    tracing.sending(topic, step.trace(i), step.articles().get(i).getId()));
        }
        return step.traced(sending);
    }

    /** They are written, or have failed. */
    void end(List<Submission> steps, @Nullable Throwable failure) {
        if (tracing.isOn()) {
            steps.forEach(step -> step.traces().forEach(trace -> tracing.sent(trace, failure)));
        }
    }
}
