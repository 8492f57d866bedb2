package io.vedette.runtime.config;

import java.nio.file.Path;

/**
 * Where fetched bytes are kept, of sources that ask for it.
 *
 * @param folder of the web archives; several instances may share it
 * @param fileMegabytes a file that has grown to this is followed by a new one
 * @param limitMegabytes the most that the folder may hold; beyond it nothing more is kept until somebody makes room
 */
public record EvidenceConfig(
        @Default("data/evidence") Path folder,
        @Default("256") int fileMegabytes,
        @Default("10240") int limitMegabytes) {

    public EvidenceConfig {
        Require.range("fileMegabytes", fileMegabytes, 1, 100_000);
        Require.range("limitMegabytes", limitMegabytes, 1, 1_000_000_000);
    }
}
