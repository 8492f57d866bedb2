package io.vedette.e2e.environment;

import io.kroxylicious.testing.kafka.api.KafkaCluster;
import io.kroxylicious.testing.kafka.common.KafkaClusterConfig;
import io.kroxylicious.testing.kafka.common.KafkaClusterExecutionMode;
import io.kroxylicious.testing.kafka.common.KafkaClusterFactory;
import io.vedette.app.embedded.EmbeddedRegistry;
import io.vedette.app.embedded.Ports;
import java.nio.file.Path;

/** A broker in this JVM, and the registry that the all-in-one brings as a child process. */
final class InVmEnvironment implements Environment {

    private final KafkaCluster cluster;
    private final EmbeddedRegistry registry;

    private InVmEnvironment(KafkaCluster cluster, EmbeddedRegistry registry) {
        this.cluster = cluster;
        this.registry = registry;
    }

    static Environment start(Path directory) {
        // The registry's process starts while the broker does.
        EmbeddedRegistry registry = EmbeddedRegistry.start(directory.resolve("registry"), Ports.from(0));
        try {
            KafkaCluster cluster = KafkaClusterFactory.create(KafkaClusterConfig.builder()
                    .brokersNum(1)
                    .kraftMode(true)
                    .execMode(KafkaClusterExecutionMode.IN_VM)
                    .brokerConfig("auto.create.topics.enable", "false")
                    .build());
            cluster.start();
            registry.awaitReady();
            return new InVmEnvironment(cluster, registry);
        } catch (InterruptedException e) {
            registry.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the registry started", e);
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    @Override
    public String bootstrapServers() {
        return cluster.getBootstrapServers();
    }

    @Override
    public String registryUrl() {
        return registry.url();
    }

    @Override
    public void close() {
        try {
            cluster.close();
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not stop", e);
        } finally {
            registry.close();
        }
    }
}
