package io.vedette.e2e.environment;

import org.junit.jupiter.api.Assumptions;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The images that compose.yaml runs. */
final class ContainerEnvironment implements Environment {

    private static final int REGISTRY_PORT = 8080;

    private final KafkaContainer kafka = new KafkaContainer(DockerImageName.parse("apache/kafka:4.3.1"))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");

    private final GenericContainer<?> registry = new GenericContainer<>("apicurio/apicurio-registry:3.0.9")
            .withExposedPorts(REGISTRY_PORT)
            .waitingFor(Wait.forHttp("/apis/ccompat/v7/subjects").forPort(REGISTRY_PORT));

    private ContainerEnvironment() {}

    static Environment start() {
        Assumptions.assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "-D" + SWITCH + " asks for containers, and no Docker engine answers");
        ContainerEnvironment environment = new ContainerEnvironment();
        environment.kafka.start();
        environment.registry.start();
        return environment;
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String registryUrl() {
        return "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT) + "/apis/ccompat/v7";
    }

    @Override
    public void close() {
        registry.stop();
        kafka.stop();
    }
}
