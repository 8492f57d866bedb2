package io.vedette.alerts.topology;

import io.vedette.alerts.overtime.OverTimeStep;
import io.vedette.alerts.sources.SourceAlerts;
import io.vedette.alerts.sources.SourceChanges;
import io.vedette.schemas.Topics;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores of the topology: what each step remembers, for how long, and where. */
final class AlertStores {

    private static final Duration SMALLEST_WINDOW = Duration.ofMillis(1);

    private final Topics topics;
    private final AlertingSettings settings;

    AlertStores(Topics topics, AlertingSettings settings) {
        this.topics = topics;
        this.settings = settings;
    }

    void addTo(StreamsBuilder builder) {
        // seconds' worth, emptied all the time: memory serves better than files full of deletions
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(AwaitStory.WAITING),
                Serdes.String(),
                topics.matches().valueSerdeAnywhere()));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(AwaitStory.DEADLINES), Serdes.String(), Serdes.Long()));
        builder.addStateStore(Stores.windowStoreBuilder(
                Stores.persistentWindowStore(AwaitStory.STORIES, AwaitStory.STORY_MEMORY, SMALLEST_WINDOW, false),
                Serdes.String(),
                topics.stories().valueSerdeAnywhere()));
        builder.addStateStore(Stores.windowStoreBuilder(
                Stores.persistentWindowStore(StoryMemory.NAME, settings.memory(), SMALLEST_WINDOW, false),
                Serdes.String(),
                topics.alertState().valueSerdeAnywhere()));
        OverTimeStep.stores(topics.matches().valueSerdeAnywhere()).forEach(builder::addStateStore);
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(HeldAlerts.NAME),
                Serdes.String(),
                topics.alerts().valueSerdeAnywhere()));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(Hold.PACES),
                Serdes.String(),
                topics.watchPace().valueSerdeAnywhere()));
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(Hold.SILENCES),
                Serdes.String(),
                topics.feedback().valueSerdeAnywhere()));
        if (settings.sourceHealth().enabled()) {
            // in memory: they are small, and after a crash there is nothing on disk to be found corrupt and thrown away
            builder.addStateStore(Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore(SourceChanges.STATUSES), Serdes.String(), Serdes.String()));
            builder.addStateStore(Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(SourceAlerts.TOLD),
                    Serdes.String(),
                    topics.sourcesTold().valueSerdeAnywhere()));
        }
    }
}
