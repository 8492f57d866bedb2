package io.vedette.app.command;

import io.vedette.app.terminal.Terminal;
import io.vedette.app.topics.TopicDifference;
import io.vedette.app.topics.TopicSetup;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.json.Json;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vedette topics diff}. */
@Command(
        name = "diff",
        description = {
            "Shows in what the topics of the cluster differ from those that the configuration wants: partitions,"
                    + " replicas, cleanup, retention, sizes.",
            "Changes nothing, and says of each what to do.  Needs the permission to describe configurations."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: nothing differs",
            "1: something does",
            "64: wrong arguments or configuration",
            "69: the broker is away or refuses"
        },
        footerHeading = "%nExample:%n",
        footer = "  vedette topics diff --config vedette.yaml")
final class TopicsDiffCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text or json, a difference a line (default: text).")
    private OutputFormat format = OutputFormat.TEXT;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    TopicsDiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<TopicDifference> differences = new TopicSetup(config.configuration()).differences();
        for (TopicDifference difference : differences) {
            terminal.result(format == OutputFormat.JSON ? json(difference) : line(difference));
        }
        terminal.note(
                differences.isEmpty()
                        ? "the topics are as the configuration wants them"
                        : differences.size() + " differences");
        return (differences.isEmpty() ? ExitCode.OK : ExitCode.FAILED).code();
    }

    private static String line(TopicDifference difference) {
        String found = difference.found();
        return difference.topic() + ": "
                + (found == null
                        ? "is not there"
                        : difference.property() + " is " + (found.isEmpty() ? "not set" : found) + ", wanted "
                                + difference.wanted())
                + "; " + difference.remedy();
    }

    private static String json(TopicDifference difference) {
        return Json.MAPPER.valueToTree(difference).toString();
    }
}
