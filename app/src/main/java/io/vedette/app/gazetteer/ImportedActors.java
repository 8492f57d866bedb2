package io.vedette.app.gazetteer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What an import made: the actors by id in the order of the source, and what it had to leave out. */
public final class ImportedActors {

    private final String defaultType;
    private final Map<String, ImportedActor> actors = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * For one import.
     *
     * @param defaultType the type of actors of whom the source says none
     */
    public ImportedActors(String defaultType) {
        this.defaultType = defaultType.toUpperCase(Locale.ROOT);
    }

    ImportedActor actor(String id) {
        return actors.computeIfAbsent(id, ImportedActor::new);
    }

    void remove(ImportedActor actor) {
        actors.remove(actor.id());
    }

    void problem(String where, String what) {
        problems.add(where + ": " + what);
    }

    /** What was left out and why, a line each. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The table: a header and a row for each actor that has a name. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ImportedActor.HEADER);
        for (ImportedActor actor : actors.values()) {
            if (actor.name().isEmpty()) {
                problems.add(actor.id() + ": has no name and is left out");
            } else {
                lines.add((actor.hasType() ? actor : actor.type(defaultType)).line());
            }
        }
        return lines;
    }

    /** "Ministry of Defence (UK)" becomes "ministry-of-defence-uk". */
    static String slug(String name) {
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
        return slug.replaceAll("^-|-$", "");
    }
}
