package io.vedette.app.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Where the all-in-one listens, all on the loopback address.
 *
 * @param http API, health and metrics
 * @param registry the schema registry
 * @param broker Kafka
 * @param controller Kafka's own traffic
 */
public record Ports(int http, int registry, int broker, int controller) {

    /** The port of the HTTP API unless another is asked for; the others are as far from theirs as it is from this. */
    public static final int DEFAULT_HTTP = 8080;

    private static final int REGISTRY_AFTER_HTTP = 1;
    private static final int BROKER_AFTER_HTTP = 1012;
    private static final int HIGHEST_BASE = 65_535 - BROKER_AFTER_HTTP - 1;

    /**
     * 8080, 8081, 9092 and 9093 for 8080, and all of them shifted alike for any other; four free ports for 0.
     *
     * @throws IllegalArgumentException unless it is from 0 to 64522
     */
    public static Ports from(int base) {
        if (base < 0 || base > HIGHEST_BASE) {
            throw new IllegalArgumentException("--port " + base + ": give a port from 0 to " + HIGHEST_BASE);
        }
        if (base == 0) {
            return free();
        }
        int broker = base + BROKER_AFTER_HTTP;
        return new Ports(base, base + REGISTRY_AFTER_HTTP, broker, broker + 1);
    }

    /**
     * Makes sure that nothing listens on any of them yet.
     *
     * @throws PortTakenException if something does
     */
    public void requireFree() {
        requireFree(http, "the HTTP API");
        requireFree(registry, "the schema registry");
        requireFree(broker, "the Kafka broker");
        requireFree(controller, "the Kafka controller");
    }

    private static void requireFree(int port, String wantedFor) {
        try (ServerSocket socket = listen(port)) {
            assert socket.isBound();
        } catch (IOException e) {
            throw new PortTakenException(port, wantedFor, e);
        }
    }

    private static Ports free() {
        try (ServerSocket http = listen(0);
                ServerSocket registry = listen(0);
                ServerSocket broker = listen(0);
                ServerSocket controller = listen(0)) {
            return new Ports(
                    http.getLocalPort(), registry.getLocalPort(), broker.getLocalPort(), controller.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback address", e);
        }
    }

    private static ServerSocket listen(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
