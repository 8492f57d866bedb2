package io.vedette.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of the page, which npm has built and which come with the console's jar.  Read once; thread-safe. */
final class Assets {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*\\.(html|js|css|json|svg|txt)");

    private final Map<String, Asset> read = new ConcurrentHashMap<>();

    /** @param name as in an address; whatever is no plain name of a file is not found */
    Optional<Asset> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(read.computeIfAbsent(name, Assets::read));
    }

    private static @Nullable Asset read(String name) {
        try (InputStream file = Assets.class.getResourceAsStream("page/" + name)) {
            return file == null ? null : Asset.of(name, file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + name + " of the console", e);
        }
    }
}
