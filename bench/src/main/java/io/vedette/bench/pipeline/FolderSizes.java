package io.vedette.bench.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How much lies in the folders of stores and indexes. */
final class FolderSizes {

    private FolderSizes() {}

    /** Bytes by application and store, of all tasks together. */
    static Map<String, Long> of(Path state) throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(state)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> sizes.merge(name(state.relativize(file)), size(file), Long::sum));
        }
        return sizes;
    }

    /** {@code enrich-1/0_1/rocksdb/known/000004.sst} is of {@code enrich-1 known}. */
    private static String name(Path file) {
        String application = file.getName(0).toString();
        for (int i = 1; i < file.getNameCount() - 1; i++) {
            if (file.getName(i).toString().equals("rocksdb")) {
                return application + " " + file.getName(i + 1);
            }
        }
        return application;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
