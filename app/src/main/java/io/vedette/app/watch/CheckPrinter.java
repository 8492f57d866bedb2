package io.vedette.app.watch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vedette.app.terminal.Style;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.json.Json;

/** Tells what checks found: to people a line for each watch and each problem, to programs an object for each watch. */
public final class CheckPrinter {

    private static final String INDENT = "    ";

    private final Terminal terminal;
    private final boolean json;
    private int watches;
    private int bad;
    private int warnings;
    private int files;

    public CheckPrinter(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    /** Prints one file. */
    public void print(CheckedFile file) {
        String problem = file.problem();
        if (problem != null) {
            files++;
            if (json) {
                ObjectNode line = line(file);
                line.put("ok", false).putNull("id");
                line.putArray("errors").add(problem);
                line.putArray("warnings");
                terminal.result(line.toString());
            } else {
                terminal.result(Style.RED.on("error", terminal.colour()) + "  " + problem);
            }
        }
        for (CheckedWatch watch : file.watches()) {
            watches++;
            bad += watch.isGood() ? 0 : 1;
            warnings += watch.warnings().size();
            if (json) {
                json(file, watch);
            } else {
                text(file, watch);
            }
        }
    }

    /** Prints how many there were; to people only. */
    public void sum() {
        if (!json) {
            terminal.result(count(watches, "watch", "watches") + ", "
                    + (bad == 0 ? "all good" : bad + " bad")
                    + (files == 0 ? "" : ", " + count(files, "file", "files") + " not read")
                    + (warnings == 0 ? "" : ", " + count(warnings, "warning", "warnings")));
        }
    }

    private void text(CheckedFile file, CheckedWatch watch) {
        boolean colour = terminal.colour();
        String mark = watch.isGood() ? Style.CYAN.on("ok   ", colour) : Style.RED.on("error", colour);
        String examples = watch.examples() == 0 ? "" : "  " + count(watch.examples(), "example", "examples");
        terminal.result(
                mark + "  " + Style.BOLD.on(watch.id(), colour) + Style.DIM.on("  " + file.file() + examples, colour));
        watch.errors().forEach(error -> terminal.result(INDENT + error));
        watch.warnings()
                .forEach(warning -> terminal.result(INDENT + Style.YELLOW.on("warning", colour) + "  " + warning));
    }

    private void json(CheckedFile file, CheckedWatch watch) {
        ObjectNode line = line(file);
        line.put("ok", watch.isGood()).put("id", watch.id()).put("examples", watch.examples());
        watch.errors().forEach(line.putArray("errors")::add);
        watch.warnings().forEach(line.putArray("warnings")::add);
        terminal.result(line.toString());
    }

    private static ObjectNode line(CheckedFile file) {
        return Json.MAPPER.createObjectNode().put("file", file.file());
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
