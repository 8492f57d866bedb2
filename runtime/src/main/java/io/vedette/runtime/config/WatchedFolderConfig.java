package io.vedette.runtime.config;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A folder whose files are read and moved away.
 *
 * @param path the folder; what lies in folders below it is left alone
 * @param done where files go whose articles are committed; {@code done} below it if null
 * @param failed where files go that can't be read, each with a file that says why; {@code failed} below it if null
 * @param settle a file that has not changed for so long is complete
 * @param interval between two looks
 */
public record WatchedFolderConfig(
        Path path,
        @Nullable Path done,
        @Nullable Path failed,
        @Default("5s") Duration settle,
        @Default("1s") Duration interval) {

    public WatchedFolderConfig {
        Require.atLeast("settle", settle, Duration.ZERO);
        Require.atLeast("interval", interval, Duration.ofMillis(10));
    }
}
