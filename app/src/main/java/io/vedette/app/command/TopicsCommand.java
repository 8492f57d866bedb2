package io.vedette.app.command;

import io.vedette.app.terminal.Terminal;
import io.vedette.app.topics.TopicSetup;
import io.vedette.runtime.ExitCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vedette topics}. */
@Command(
        name = "topics",
        description = "Makes, shows and compares topics, schemas and permissions.",
        synopsisSubcommandLabel = "create|describe|diff|acls|strimzi|asyncapi",
        mixinStandardHelpOptions = true)
public final class TopicsCommand {

    private TopicsCommand() {}

    /** The command with its own commands. */
    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new TopicsCommand())
                .addSubcommand(new Create(terminal))
                .addSubcommand(new Describe(terminal))
                .addSubcommand(new TopicsDiffCommand(terminal))
                .addSubcommand(new TopicsAclsCommand(terminal))
                .addSubcommand(new TopicsStrimziCommand(terminal))
                .addSubcommand(new TopicsAsyncApiCommand(terminal));
    }

    /** {@code vedette topics create}. */
    @Command(
            name = "create",
            description = {
                "Makes the topics that are missing, registers the schemas, and sets their compatibility.",
                "What is there stays as it is: this can be run at any time."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0: all are there", "64: wrong arguments or configuration", "69: broker or registry away"},
            footerHeading = "%nExample:%n",
            footer = "  vedette topics create -Dkafka.bootstrap.servers=kafka:9092 -Dregistry.url=http://registry:8081")
    static final class Create implements Callable<Integer> {

        private final Terminal terminal;

        @Mixin
        private final ConfigOptions config = new ConfigOptions();

        Create(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws InterruptedException {
            List<String> created = new TopicSetup(config.configuration()).create();
            created.forEach(terminal::result);
            terminal.note(created.size() + " topics made; schemas are registered");
            return ExitCode.OK.code();
        }
    }

    /** {@code vedette topics describe}. */
    @Command(
            name = "describe",
            description = "Shows which topics and schemas are there: name, partitions, schema.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0: all are there", "69: broker or registry away", "78: some are missing"},
            footerHeading = "%nExample:%n",
            footer = "  vedette topics describe --config vedette.yaml")
    static final class Describe implements Callable<Integer> {

        private final Terminal terminal;

        @Mixin
        private final ConfigOptions config = new ConfigOptions();

        Describe(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws InterruptedException {
            TopicSetup setup = new TopicSetup(config.configuration());
            Map<String, Integer> partitions = setup.partitions();
            List<String> missing = setup.missingSchemas();
            partitions.forEach((name, count) -> terminal.result(String.format(
                    "%-32s %-14s %s",
                    name,
                    count < 0 ? "missing" : count + " partitions",
                    missing.contains(name + "-value") ? "schema missing" : "")));
            boolean complete = missing.isEmpty() && !partitions.containsValue(-1);
            if (!complete) {
                terminal.note("something is missing; run vedette topics create");
            }
            return (complete ? ExitCode.OK : ExitCode.CONFIG).code();
        }
    }
}
