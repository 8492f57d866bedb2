package io.vedette.app.command;

import io.vedette.alerts.delivery.DeliveryService;
import io.vedette.app.strimzi.KafkaTopics;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code vedette topics strimzi}. */
@Command(
        name = "strimzi",
        description = {
            "Writes the topics as KafkaTopic resources, for a Kafka that Strimzi runs in Kubernetes.",
            "It asks neither broker nor registry. Schemas are still registered by vedette topics create, which leaves topics"
                    + " that are there as they are."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0: written", "64: wrong arguments or configuration"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette topics strimzi --cluster kafka --config vedette.yaml | kubectl -n kafka apply -f -",
            "  vedette topics strimzi --cluster kafka -Dtopics.replication=3 > topics.yaml"
        })
final class TopicsStrimziCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--cluster",
            required = true,
            paramLabel = "NAME",
            description = "The Kafka resource that the topics belong to.")
    private String cluster = "";

    @Option(
            names = "--api-version",
            paramLabel = "VERSION",
            description =
                    "Of the resources; Strimzi before 0.49 wants kafka.strimzi.io/v1beta2 (default: kafka.strimzi.io/v1).")
    private String apiVersion = "kafka.strimzi.io/v1";

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    TopicsStrimziCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = config.configuration();
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
            Topics topics = new Topics(configuration.topics().settings(), serdes);
            List<Topic<?, ?>> all = new ArrayList<>(topics.all());
            all.addAll(DeliveryService.channelTopics(configuration.delivery(), topics));
            for (Map<String, Object> resource : new KafkaTopics(cluster, apiVersion).of(all)) {
                terminal.result("---\n" + YamlOutput.of(resource).stripTrailing());
            }
        }
        return ExitCode.OK.code();
    }
}
