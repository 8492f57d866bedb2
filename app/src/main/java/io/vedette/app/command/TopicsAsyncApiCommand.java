package io.vedette.app.command;

import io.vedette.app.asyncapi.AsyncApi;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.TopicSettings;
import io.vedette.schemas.Topics;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code vedette topics asyncapi}. */
@Command(
        name = "asyncapi",
        description = {
            "Writes what AsyncAPI 3.0 wants to know of the topics: who writes them, how they are made, their records.",
            "It asks neither broker nor registry."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0: written", "64: wrong arguments or configuration"},
        footerHeading = "%nExample:%n",
        footer = "  vedette topics asyncapi --config vedette.yaml > asyncapi.yaml")
final class TopicsAsyncApiCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    TopicsAsyncApiCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = config.configuration();
        TopicSettings settings = configuration.topics().settings();
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
            AsyncApi description = new AsyncApi(new Topics(settings, serdes), settings.prefix());
            terminal.result(YamlOutput.of(description.document()).stripTrailing());
        }
        return ExitCode.OK.code();
    }
}
