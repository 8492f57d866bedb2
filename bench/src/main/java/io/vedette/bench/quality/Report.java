package io.vedette.bench.quality;

import io.vedette.bench.Table;
import java.util.ArrayList;
import java.util.List;

/** The table of figures and targets, and what could not be measured. */
final class Report {

    private final Table table = new Table("task", "file", "figure", "value", "target", "met");
    private final List<String> remarks = new ArrayList<>();
    private boolean failed;

    void figure(String task, String file, Target target, double value) {
        table.row(task, file, target.name(), target.show(value), target.goal(), target.isMet(value) ? "yes" : "no");
    }

    /** A file that is not there. */
    void skipped(String task, String file) {
        remarks.add("skipped " + task + ": there is no " + file);
    }

    /** Something went wrong with a task; the others go on. */
    void failed(String task, String file, String why) {
        failed = true;
        table.row(task, file, "", "failed", "", "no");
        remarks.add(task + " failed: " + why);
    }

    boolean hasFailures() {
        return failed;
    }

    @Override
    public String toString() {
        return table + (remarks.isEmpty() ? "" : "\n" + String.join("\n", remarks) + "\n");
    }
}
