package io.vedette.text.gazetteer.check;

import io.vedette.text.gazetteer.check.Finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is found. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    void error(Row row, String what, String remedy) {
        all.add(new Finding(row.file(), row.line(), Severity.ERROR, what, remedy));
    }

    void warning(Row row, String what, String remedy) {
        all.add(new Finding(row.file(), row.line(), Severity.WARNING, what, remedy));
    }

    void error(String file, String what, String remedy) {
        all.add(new Finding(file, 0, Severity.ERROR, what, remedy));
    }

    List<Finding> sorted() {
        all.sort(Comparator.comparing(Finding::file).thenComparingInt(Finding::line));
        return List.copyOf(all);
    }
}
