package io.vedette.app.watch;

import io.vedette.alerts.watch.Example;
import io.vedette.alerts.watch.WatchDefinition;
import io.vedette.alerts.watch.WatchFile;
import io.vedette.alerts.watch.WatchFileException;
import io.vedette.app.article.Tagging;
import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.query.Lint;
import io.vedette.text.watch.query.QueryException;
import io.vedette.text.watch.query.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks files of watches: whether they can be read and compiled, and whether their examples come out as they must. */
public final class WatchChecker {

    private final Tagging tagging;
    private final boolean withExamples;

    /** What a query asks, however it is written, to the watch that has it: also of files before. */
    private final Map<String, String> queries = new HashMap<>();

    /** @param withExamples whether examples are tried */
    public WatchChecker(Tagging tagging, boolean withExamples) {
        this.tagging = tagging;
        this.withExamples = withExamples;
    }

    /**
     * Checks one file.
     *
     * @throws IOException if it can't be read
     */
    public CheckedFile check(Path file) throws IOException {
        try {
            return new CheckedFile(
                    file.toString(),
                    null,
                    WatchFile.read(file).stream().map(this::check).toList());
        } catch (WatchFileException e) {
            return new CheckedFile(file.toString(), String.valueOf(e.getMessage()), List.of());
        }
    }

    private CheckedWatch check(WatchDefinition watch) {
        try {
            WatchQuery query = tagging.queries().compile(watch.query());
            List<Example> examples = withExamples ? watch.options().examples() : List.of();
            List<String> errors = tagging.examples().failures(query, examples);
            return new CheckedWatch(watch.id(), examples.size(), errors, warnings(watch, query));
        } catch (QueryException e) {
            return new CheckedWatch(watch.id(), 0, List.of("query: " + e.getMessage()), List.of());
        }
    }

    private Surroundings surroundings(WatchDefinition watch) {
        return new Surroundings(
                tagging.subtypes(),
                day(watch.options().validFrom()),
                day(watch.options().validUntil()));
    }

    private static @Nullable LocalDate day(@Nullable Instant time) {
        return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private List<String> warnings(WatchDefinition watch, WatchQuery query) {
        List<String> warnings = new ArrayList<>();
        for (Lint.Warning warning : Lint.of(query.query(), tagging.entities(), surroundings(watch))) {
            warnings.add(
                    (warning.line() > 1 ? "line " + warning.line() + ", " : "") + "column " + warning.column() + ": "
                            + warning.text()
                            + (warning.suggestion() == null ? "" : "; " + warning.suggestion()));
        }
        String before = queries.putIfAbsent(Lint.sense(query.query()), watch.id());
        if (before != null) {
            warnings.add("asks the same as " + before + "; delete one of the two");
        }
        return warnings;
    }
}
