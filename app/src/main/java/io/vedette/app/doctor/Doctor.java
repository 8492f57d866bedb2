package io.vedette.app.doctor;

import io.vedette.app.acl.Grant;
import io.vedette.app.acl.Grants;
import io.vedette.app.acl.Role;
import io.vedette.app.topics.TopicSetup;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.kafka.KafkaClients;
import io.vedette.schemas.AvroSerdes;
import io.vedette.schemas.Topic;
import io.vedette.schemas.Topics;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;

/**
 * Looks at broker, topics, permissions, registry, clock and disk, as the services of a configuration see them.  Writes
 * nothing, anywhere.
 */
public final class Doctor {

    private final Configuration configuration;
    private final Collection<Role> roles;
    private final Clock clock;

    /**
     * @param roles the services whose permissions the principal of the configuration should have
     * @param clock of this machine
     */
    public Doctor(Configuration configuration, Collection<Role> roles, Clock clock) {
        this.configuration = configuration;
        this.roles = roles;
        this.clock = clock;
    }

    /**
     * Looks at one after the other.
     *
     * @param to is told of each finding at once
     * @return all of them; of the broker alone, the disk and the registry where no broker answers
     */
    public List<Finding> examine(Consumer<Finding> to) throws InterruptedException {
        List<Finding> all = new ArrayList<>();
        try (AvroSerdes serdes = new AvroSerdes(configuration.registry().settings())) {
            Topics topics = new Topics(configuration.topics().settings(), serdes);
            List<Topic<?, ?>> wanted = TopicSetup.all(configuration, topics);
            List<Grant> grants = Grants.of(configuration, roles, Map.of());
            try (Admin admin = admin()) {
                boolean answers = add(
                        all, to, new BrokerCheck(admin, configuration.kafka().bootstrapServers()));
                if (answers) {
                    add(all, to, new TopicsCheck(admin, wanted));
                    add(all, to, new ReplicasCheck(admin, wanted, grants));
                    add(all, to, new AclsCheck(admin, grants));
                }
                add(all, to, new RegistryCheck(configuration.registry(), serdes.client(), wanted, topics.internal()));
                add(
                        all,
                        to,
                        new ClockCheck(
                                answers ? admin : null, topics.heartbeats().name(), configuration.registry(), clock));
            } catch (KafkaException e) {
                tell(all, to, Finding.wrong("broker", "no client can be made: " + reason(e), "correct kafka.*"));
            }
            add(all, to, new DiskCheck(configuration));
        }
        return all;
    }

    /** Whether the first thing that it found is not wrong. */
    private static boolean add(List<Finding> all, Consumer<Finding> to, Check check) throws InterruptedException {
        List<Finding> found;
        try {
            found = check.look();
        } catch (ExecutionException | KafkaException e) {
            Throwable cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            found = List.of(failed(check, cause));
        }
        found.forEach(finding -> tell(all, to, finding));
        return found.isEmpty() || found.get(0).status() != Finding.Status.WRONG;
    }

    private static Finding failed(Check check, Throwable cause) {
        if (cause instanceof AuthorizationException) {
            return Finding.unknown(
                    check.name(),
                    "can't be seen by this principal: " + reason(cause),
                    "run vedette doctor as one that may describe topics and their configurations");
        }
        return Finding.wrong(check.name(), "does not answer: " + reason(cause), "look at the broker's log");
    }

    private static void tell(List<Finding> all, Consumer<Finding> to, Finding finding) {
        all.add(finding);
        to.accept(finding);
    }

    static String reason(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return root.getClass().getSimpleName()
                + (message == null ? "" : ": " + message.lines().findFirst().orElse(""));
    }

    private Admin admin() {
        Properties properties = new KafkaClients(configuration.kafka()).admin();
        properties.putIfAbsent("default.api.timeout.ms", "10000");
        properties.putIfAbsent("request.timeout.ms", "5000");
        return Admin.create(properties);
    }
}
