package io.vedette.enrich;

import io.vedette.records.StoryMapper;
import io.vedette.runtime.trace.TraceNames;
import io.vedette.runtime.trace.Tracing;
import io.vedette.runtime.trace.Work;
import io.vedette.schemas.Fingerprint;
import io.vedette.schemas.Story;
import io.vedette.text.story.Assignment;
import io.vedette.text.story.StoryAssigner;
import io.vedette.text.story.StorySettings;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Gives each article its story, in the order of the one partition; see {@link StoryAssigner}. */
final class AssignStory extends ContextualFixedKeyProcessor<@Nullable String, @Nullable Fingerprint, Story> {

    private final StorySettings settings;
    private final EnrichMetrics metrics;
    private final Tracing tracing;
    private @Nullable StoryAssigner assigner;

    AssignStory(StorySettings settings, EnrichMetrics metrics, Tracing tracing) {
        this.tracing = tracing;
        this.settings = settings;
        this.metrics = metrics;
    }

    @Override
    public void init(FixedKeyProcessorContext<@Nullable String, Story> context) {
        super.init(context);
        assigner = new StoryAssigner(settings, new StoryStore(context.getStateStore(StoryStore.NAME)));
        metrics.stories(assigner.stories());
    }

    @Override
    public void process(FixedKeyRecord<@Nullable String, @Nullable Fingerprint> record) {
        String articleId = record.key();
        Fingerprint written = record.value();
        StoryAssigner ready = assigner;
        if (articleId == null || written == null || ready == null) {
            throw new IllegalArgumentException("a fingerprint has an article id as its key, and a value");
        }
        io.vedette.text.story.Fingerprint fingerprint = StoryMapper.fingerprint(written);
        Instant acceptedAt = Instant.ofEpochMilli(record.timestamp());
        try (Work work = tracing.process(context().recordMetadata(), context().applicationId(), record.headers())
                .note(TraceNames.ARTICLE, articleId)) {
            Assignment made = metrics.assigning(() -> ready.assign(articleId, fingerprint, acceptedAt));
            metrics.assigned(made, ready.stories());
            Story story = StoryMapper.story(articleId, made);
            work.note(TraceNames.STORY, story.getStoryId());
            context()
                    .forward(record.withValue(story)
                            .withHeaders(work.headers(EventHeaders.of(EventHeaders.STORY, record))));
        }
    }

    @Override
    public void close() {
        metrics.stories(0);
    }
}
