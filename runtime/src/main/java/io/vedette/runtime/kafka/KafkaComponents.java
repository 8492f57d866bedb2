package io.vedette.runtime.kafka;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.vedette.runtime.BoundedCheck;
import io.vedette.runtime.CheckResult;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** Whether what every service leans on can be reached. */
public final class KafkaComponents {
    private KafkaComponents() {}

    /** Whether the brokers answer; connects at each check and keeps nothing open. */
    public static BoundedCheck broker(KafkaClients clients) {
        return new BoundedCheck("kafka", () -> {
            Properties properties = clients.admin();
            properties.setProperty("default.api.timeout.ms", "1200");
            properties.setProperty("request.timeout.ms", "1000");
            properties.setProperty("client.id", "vedette-check");
            try (Admin admin = Admin.create(properties)) {
                int nodes = admin.describeCluster()
                        .nodes()
                        .get(1_200, TimeUnit.MILLISECONDS)
                        .size();
                return CheckResult.pass(nodes == 1 ? "1 broker" : nodes + " brokers");
            }
        });
    }

    /**
     * Whether the schema registry answers.
     *
     * @param client stays the caller's to close
     */
    public static BoundedCheck registry(SchemaRegistryClient client) {
        return new BoundedCheck("registry", () -> {
            client.getCompatibility(null);
            return CheckResult.pass();
        });
    }
}
