package io.vedette.e2e.chaos;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Where one instance of each service runs, with lines of its own to each broker and to the registry. */
final class Site implements AutoCloseable {

    private final String name;
    private final List<Proxy> brokers;
    private final Proxy registry;

    Site(String name, List<Proxy> brokers, Proxy registry) {
        this.name = name;
        this.brokers = brokers;
        this.registry = registry;
    }

    /** Also the name of the brokers' listener for it. */
    String name() {
        return name;
    }

    String bootstrapServers() {
        return String.join(
                ",", brokers.stream().map(proxy -> "127.0.0.1:" + proxy.port()).toList());
    }

    String registryUrl() {
        return "http://127.0.0.1:" + registry.port() + "/apis/ccompat/v7";
    }

    /** Neither a broker nor the registry can be reached any more, and nobody is told. */
    void cutOff() {
        brokers.forEach(Proxy::hold);
        registry.hold();
    }

    /** The line to the broker, by its place in the row of brokers. */
    void slow(int broker, Duration longer) {
        brokers.get(broker).slow(longer);
    }

    void heal() {
        brokers.forEach(Proxy::open);
        registry.open();
    }

    @Override
    public void close() throws IOException {
        for (Proxy proxy : brokers) {
            proxy.close();
        }
        registry.close();
    }
}
