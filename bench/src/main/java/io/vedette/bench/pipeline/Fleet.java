package io.vedette.bench.pipeline;

import com.sun.management.OperatingSystemMXBean;
import io.vedette.app.embedded.EmbeddedBroker;
import io.vedette.app.embedded.EmbeddedRegistry;
import io.vedette.app.embedded.Ports;
import io.vedette.app.topics.TopicSetup;
import io.vedette.runtime.config.Configuration;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Instances of enrich and alerts as processes; the broker is in this one, the registry in a third. */
final class Fleet implements AutoCloseable {

    private static final Duration TIME_TO_START = Duration.ofMinutes(5);
    private static final long BETWEEN_LOOKS_MILLIS = 200;

    private final Path folder = Files.createTempDirectory("vedette-fleet-");
    private final Ports ports = Ports.from(0);
    private final EmbeddedRegistry registry;
    private final EmbeddedBroker broker;
    private final List<ServiceProcess> running = new ArrayList<>();

    Fleet() throws Exception {
        registry = EmbeddedRegistry.start(folder.resolve("registry"), ports);
        broker = EmbeddedBroker.start(folder.resolve("broker"), ports);
        registry.awaitReady();
    }

    /** Settings of one run, with topics and applications of its own, which are made. */
    Map<String, String> prepare(String run, int partitions) throws InterruptedException {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        settings.put("registry.url", registry.url());
        settings.put("topics.prefix", run + ".");
        settings.put("topics.partitions", Integer.toString(partitions));
        settings.put("alerts.budget", "1000000");
        settings.put("enrich.applicationId", run + "-enrich");
        settings.put("alerts.applicationId", run + "-alerts");
        settings.put("delivery.applicationId", run + "-delivery");
        new TopicSetup(Configuration.of(settings)).create();
        return settings;
    }

    /** Starts as many of each, and returns when all are ready. */
    void start(List<String> services, int each, int heapMegabytes, Map<String, String> settings) throws Exception {
        for (int number = 0; number < each; number++) {
            Map<String, String> own = new HashMap<>(settings);
            Path state = state(settings, number);
            own.put("enrich.stateDir", state.toString());
            own.put("alerts.stateDir", state.toString());
            for (String service : services) {
                Path log = folder.resolve(service + "-" + number + ".log");
                running.add(ServiceProcess.start(service, freePort(), heapMegabytes, own, log));
            }
        }
        long end = System.nanoTime() + TIME_TO_START.toNanos();
        while (!running.stream().allMatch(ServiceProcess::isReady)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not ready within " + TIME_TO_START + "; the logs are in " + folder);
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    List<ServiceProcess> running(String service) {
        return running.stream()
                .filter(process -> process.service().equals(service))
                .toList();
    }

    /** Processor time of the instances of a service together. */
    Duration cpu(String service) {
        return running(service).stream().map(ServiceProcess::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    /** Processor time of this process: broker, sender, reader. */
    static Duration ownCpu() {
        return Duration.ofNanos(
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime());
    }

    /** Where an instance keeps its state, by its number from 0. */
    Path state(Map<String, String> settings, int number) {
        return folder.resolve(settings.get("topics.prefix") + "state-" + number);
    }

    /** Ends the instances; the broker goes on. */
    void stop() {
        running.parallelStream().forEach(ServiceProcess::close);
        running.clear();
    }

    @Override
    public void close() {
        stop();
        broker.close();
        registry.close();
        System.err.println("data and logs stay in " + folder);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
