package io.vedette.ingest.source;

import io.vedette.runtime.config.Feed;
import io.vedette.schemas.Source;
import java.util.List;

/** The feeds of the configuration, as sources: a feed {@code harbour} is the source {@code feed-harbour}. */
public final class ConfiguredFeeds {

    private ConfiguredFeeds() {}

    /** In their order; their version is 1, and nobody has changed them. */
    public static List<Source> sources(List<Feed> feeds) {
        return feeds.stream().map(ConfiguredFeeds::source).toList();
    }

    private static Source source(Feed feed) {
        return Source.newBuilder()
                .setId("feed-" + feed.id())
                .setKind("FEED")
                .setUrl(feed.url().toString())
                .setName(feed.source())
                .setIntervalMillis(feed.interval().toMillis())
                .build();
    }
}
