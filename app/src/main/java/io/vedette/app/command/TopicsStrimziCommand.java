package io.vedette.app.command;

import io.vedette.alerts.delivery.DeliveryService;
import io.vedette.app.acl.Grants;
import io.vedette.app.acl.Role;
import io.vedette.app.strimzi.ClientAuthentication;
import io.vedette.app.strimzi.KafkaTopics;
import io.vedette.app.strimzi.KafkaUsers;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.ExitCode;
import io.vedette.runtime.config.Configuration;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code vedette topics strimzi}. */
@Command(
        name = "strimzi",
        description = {
            "Writes the topics as KafkaTopic resources, for a Kafka that Strimzi runs in Kubernetes; with --users also who"
                    + " works with them, as KafkaUser resources with the permissions of vedette topics acls.",
            "It asks neither broker nor registry. Schemas are still registered by vedette topics create, which leaves topics"
                    + " that are there as they are."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0: written", "64: wrong arguments or configuration"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette topics strimzi --cluster kafka --config vedette.yaml | kubectl -n kafka apply -f -",
            "  vedette topics strimzi --cluster kafka -Dtopics.replication=3 > topics.yaml",
            "  vedette topics strimzi --cluster kafka --users scram-sha-512 --quota producerByteRate=10485760",
            "  vedette topics strimzi --cluster kafka --users tls --role enrich --user enrich=news-enrich"
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

    @ArgGroup(exclusive = false)
    private @Nullable Users users;

    @Spec
    private @Nullable CommandSpec spec;

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
            List<Map<String, Object>> resources = new ArrayList<>(new KafkaTopics(cluster, apiVersion).of(all));
            Users who = users;
            if (who != null) {
                resources.addAll(resources(who, configuration));
            }
            resources.forEach(resource ->
                    terminal.result("---\n" + YamlOutput.of(resource).stripTrailing()));
        }
        return ExitCode.OK.code();
    }

    private List<Map<String, Object>> resources(Users who, Configuration configuration) {
        Map<Role, String> principals = new EnumMap<>(Role.class);
        who.names.forEach((role, name) -> principals.put(role, KafkaUsers.principal(name)));
        try {
            return new KafkaUsers(cluster, apiVersion, who.authentication)
                    .of(Grants.of(configuration, who.roles, principals), who.quotas);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), Objects.requireNonNull(e.getMessage()), e);
        }
    }

    /** Whom to write, and how. */
    private static final class Users {

        @Option(
                names = "--users",
                required = true,
                paramLabel = "AUTHENTICATION",
                description =
                        "Writes the users, too. How they say who they are: scram-sha-512, tls, tls-external, or none"
                                + " where Strimzi does not see to that, such as with tokens.")
        private ClientAuthentication authentication = ClientAuthentication.NONE;

        @Option(
                names = "--role",
                split = ",",
                paramLabel = "ROLE",
                description = "Only of these: ingest, enrich, alerts, reprocess, reader, producer (default: all).")
        private List<Role> roles = List.of(Role.values());

        @Option(
                names = "--user",
                paramLabel = "ROLE=NAME",
                description =
                        "What the user is called (default: vedette- and the role). Roles with one name are one user.")
        private Map<Role, String> names = new EnumMap<>(Role.class);

        @Option(
                names = "--quota",
                paramLabel = "[USER.]QUOTA=NUMBER",
                description = "What each user, or one, may take of a broker: producerByteRate, consumerByteRate,"
                        + " requestPercentage, controllerMutationRate.")
        private Map<String, String> quotas = new LinkedHashMap<>();
    }
}
