package io.vedette.app.watch;

import io.vedette.alerts.watch.Example;
import io.vedette.alerts.watch.ExampleCheck;
import io.vedette.alerts.watch.WatchDefinition;
import io.vedette.alerts.watch.WatchFile;
import io.vedette.alerts.watch.WatchFileException;
import io.vedette.app.article.Tagging;
import io.vedette.text.watch.WatchQuery;
import io.vedette.text.watch.query.Lint;
import io.vedette.text.watch.query.QueryException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks files of watches: whether they can be read and compiled, and whether their examples come out as they must. */
public final class WatchChecker {

    private final Tagging tagging;
    private final boolean withExamples;

    /** Query, in its one spelling, to the watch that has it: also of files before. */
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

    private List<String> warnings(WatchDefinition watch, WatchQuery query) {
        List<String> warnings = new ArrayList<>();
        for (Lint.Warning warning : Lint.of(query.query(), tagging.entities())) {
            warnings.add(
                    (warning.line() > 1 ? "line " + warning.line() + ", " : "") + "column " + warning.column() + ": "
                            + warning.text()
                            + (warning.suggestion() == null ? "" : "; " + warning.suggestion()));
        }
        String before = queries.putIfAbsent(query.normalised(), watch.id());
        if (before != null) {
            warnings.add("asks the same as " + before + "; delete one of the two");
        }
        return warnings;
    }
}
