package io.vedette.ingest.mapping;

import io.vedette.seeds.Seeds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The mappings by their names: those that come with the product, and those of a folder, of which one of the same name stands
 * for that of the product.  A name is that of the file without {@code .yaml}.  Immutable and thread-safe.
 */
public final class Mappings {

    private static final String SHIPPED = "mappings";

    private final Map<String, Mapping> byName;

    private Mappings(Map<String, Mapping> byName) {
        this.byName = Map.copyOf(byName);
    }

    /**
     * Reads them.
     *
     * @param folder of the user's own, whose files end in {@code .yaml} or {@code .yml}; null for none
     * @throws MappingException if one of them can't be read, with file, line and remedy
     * @throws IOException if the folder can't be read
     */
    public static Mappings read(@Nullable Path folder) throws MappingException, IOException {
        Map<String, Mapping> byName = new TreeMap<>();
        for (String file : Seeds.list(SHIPPED)) {
            try (InputStream in = Seeds.open(file)) {
                put(byName, file.substring(file.lastIndexOf('/') + 1), file, in);
            }
        }
        if (folder != null) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    try (InputStream in = Files.newInputStream(file)) {
                        put(byName, file.getFileName().toString(), file.toString(), in);
                    }
                }
            }
        }
        return new Mappings(byName);
    }

    private static void put(Map<String, Mapping> byName, String file, String shown, InputStream in)
            throws MappingException, IOException {
        if (file.endsWith(".yaml") || file.endsWith(".yml")) {
            byName.put(file.substring(0, file.lastIndexOf('.')), Mapping.read(shown, in));
        }
    }

    /**
     * The mapping of a name.
     *
     * @throws MappingException if there is none, with the names that there are
     */
    public Mapping get(String name) throws MappingException {
        Mapping mapping = byName.get(name);
        if (mapping == null) {
            throw new MappingException("there is no mapping '" + name + "'; there are " + String.join(", ", names())
                    + ", and the folder of ingest.mappings adds your own");
        }
        return mapping;
    }

    /** The names, sorted. */
    public Collection<String> names() {
        return List.copyOf(new TreeMap<>(byName).keySet());
    }
}
