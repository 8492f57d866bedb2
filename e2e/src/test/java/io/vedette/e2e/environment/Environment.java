package io.vedette.e2e.environment;

import java.nio.file.Path;

/** The Kafka and the schema registry of a test: real ones, in this machine's JVMs or in containers. */
public interface Environment extends AutoCloseable {

    /** Set to run the suite in containers: {@code mvn verify -Dvedette.e2e.containers}. */
    String SWITCH = "vedette.e2e.containers";

    String bootstrapServers();

    String registryUrl();

    @Override
    void close();

    /**
     * Starts what the switch asks for.
     *
     * @param directory for what the servers keep; the caller's to delete
     */
    static Environment start(Path directory) {
        return System.getProperty(SWITCH) == null ? InVmEnvironment.start(directory) : ContainerEnvironment.start();
    }
}
