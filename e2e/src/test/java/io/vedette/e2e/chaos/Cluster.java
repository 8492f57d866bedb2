package io.vedette.e2e.chaos;

import io.vedette.app.embedded.EmbeddedRegistry;
import io.vedette.app.embedded.Ports;
import io.vedette.app.topics.TopicSetup;
import io.vedette.runtime.config.Configuration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Three brokers, a registry and two instances of each service, all processes of their own on the loopback address.  Site
 * {@code a} and site {@code b} have one instance of each, and lines of their own.
 */
final class Cluster implements AutoCloseable {

    static final int BROKERS = 3;
    /** How many deliveries of one instance may be under way at a time. */
    static final int CONCURRENCY = 4;

    private static final List<String> SERVICES = List.of("ingest", "enrich", "alerts");
    private static final List<String> DOWNSTREAM_FIRST = List.of("alerts", "enrich", "ingest");
    private static final Duration LEAST_TIME_TO_START = Duration.ofMinutes(4);
    private static final int DISK_MEGABYTES = 512;

    private final Path folder;
    private final Ports registryPorts = Ports.from(0);
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<Site> sites = new ArrayList<>();
    private final List<Broker> brokers = new ArrayList<>();
    private final List<Proxy> peers = new ArrayList<>();
    private final List<Instance> instances = new ArrayList<>();
    private final Receiver receiver;
    private final int heapMegabytes;
    private final Path from;
    private final Duration timeToStart;
    private String bootstrapServers;
    private Optional<SmallDisk> brokerDisk = Optional.empty();
    private Optional<SmallDisk> stateDisk = Optional.empty();
    private EmbeddedRegistry registry;

    /**
     * Starts everything, and returns once it is ready.  After an exception nothing of it is left running.
     *
     * @param folder of logs, configuration and data; new
     * @param from the folder of a build whose classes make the topics and run the services until {@link #upgrade}; null for
     *     those of this process
     * @param patience how long a process may take to be ready, or four minutes
     */
    static Cluster start(Path folder, int heapMegabytes, Receiver receiver, Path from, Duration patience)
            throws Exception {
        Cluster cluster = new Cluster(folder, heapMegabytes, receiver, from, patience);
        try {
            cluster.startAll();
            return cluster;
        } catch (Exception | Error e) {
            cluster.close();
            throw e;
        }
    }

    private Cluster(Path folder, int heapMegabytes, Receiver receiver, Path from, Duration patience) {
        this.timeToStart = patience.compareTo(LEAST_TIME_TO_START) > 0 ? patience : LEAST_TIME_TO_START;
        this.from = from;
        this.folder = folder;
        this.heapMegabytes = heapMegabytes;
        this.receiver = receiver;
    }

    /** The brokers, without a proxy in between. */
    String bootstrapServers() {
        return bootstrapServers;
    }

    Path folder() {
        return folder;
    }

    Broker broker(int id) {
        return brokers.get(id - 1);
    }

    Site site(String name) {
        return sites.stream()
                .filter(site -> site.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Such as {@code enrich-a}. */
    Instance instance(String name) {
        return instances.stream()
                .filter(instance -> instance.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<Instance> instancesOf(String service) {
        return instances.stream()
                .filter(instance -> instance.service().equals(service))
                .toList();
    }

    Receiver receiver() {
        return receiver;
    }

    /** Where the third broker has its data; empty without root. */
    Optional<SmallDisk> brokerDisk() {
        return brokerDisk;
    }

    /** Where enrich and alerts of site b have their state; empty without root. */
    Optional<SmallDisk> stateDisk() {
        return stateDisk;
    }

    /** Both directions between a broker and everybody else. */
    void slowBroker(int id, Duration longer) {
        sites.forEach(site -> site.slow(id - 1, longer));
        peers.get(id - 1).slow(longer);
    }

    void healBroker(int id) {
        sites.forEach(Site::heal);
        peers.get(id - 1).open();
    }

    void stopRegistry() {
        registry.close();
    }

    void startRegistry() {
        registry = EmbeddedRegistry.start(folder.resolve("registry"), registryPorts);
    }

    boolean isReady() {
        return brokers.stream().allMatch(broker -> broker.child().isAlive())
                && instances.stream().allMatch(instance -> instance.child().isAlive() && instance.isReady());
    }

    /** How often delivery gave up what it was at, by its own account. */
    int deliveriesBegunAnew() {
        return instancesOf("alerts").stream()
                .mapToInt(instance -> instance.child().logged("delivery begins anew"))
                .sum();
    }

    /** One more instance of a service, at site a; it is the caller's to start and to end. */
    Instance another(String service, String name) throws IOException {
        return new Instance(service, name, folder, heapMegabytes, freePort(), settings(site("a"), name));
    }

    /** As an operator does it: each instance is ready again before the next is stopped. */
    void restartOneByOne() throws InterruptedException {
        for (String service : DOWNSTREAM_FIRST) {
            for (Instance instance : instancesOf(service)) {
                instance.child().stop();
                instance.child().start();
                Patience.await(instance.name() + " is ready again", timeToStart, instance::isReady);
            }
        }
    }

    /** From the older build to that of this process, as docs/operations.md has it. */
    void upgrade() throws InterruptedException {
        new TopicSetup(Configuration.of(settings(site("a"), "setup"))).create();
        instances.forEach(instance -> instance.child().classPath(System.getProperty("java.class.path")));
        restartOneByOne();
    }

    /** The services at once, then the brokers at once, as each takes its time, then what is left. */
    @Override
    public void close() {
        instances.parallelStream().map(Instance::child).forEach(Child::stop);
        brokers.parallelStream().map(Broker::child).forEach(Child::stop);
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                System.err.println("not closed: " + e);
            }
        }
    }

    private void mountDisks() throws Exception {
        brokerDisk = SmallDisk.mount(folder.resolve("broker-" + BROKERS), 2 * DISK_MEGABYTES);
        stateDisk = SmallDisk.mount(folder.resolve("state-b"), DISK_MEGABYTES);
        brokerDisk.ifPresent(open::push);
        stateDisk.ifPresent(open::push);
    }

    private String prepareBrokers() throws IOException {
        List<Integer> controllers = new ArrayList<>();
        for (int id = 1; id <= BROKERS; id++) {
            controllers.add(freePort());
        }
        List<String> voters = new ArrayList<>();
        for (int id = 1; id <= BROKERS; id++) {
            voters.add(id + "@127.0.0.1:" + controllers.get(id - 1));
        }
        Map<String, List<Proxy>> lines = new HashMap<>(Map.of("a", new ArrayList<>(), "b", new ArrayList<>()));
        List<String> bootstrap = new ArrayList<>();
        for (int id = 1; id <= BROKERS; id++) {
            Map<String, Integer> listeners = new LinkedHashMap<>();
            Map<String, Integer> advertised = new LinkedHashMap<>();
            listeners.put("DIRECT", freePort());
            advertised.put("DIRECT", listeners.get("DIRECT"));
            for (String name : List.of("a", "b", "PEERS")) {
                String listener = name.length() == 1 ? "SITE_" + name.toUpperCase(Locale.ROOT) : name;
                listeners.put(listener, freePort());
                Proxy proxy = Proxy.to(listeners.get(listener));
                open.push(proxy);
                advertised.put(listener, proxy.port());
                lines.getOrDefault(name, peers).add(proxy);
            }
            listeners.put("CONTROLLER", controllers.get(id - 1));
            bootstrap.add("127.0.0.1:" + listeners.get("DIRECT"));
            brokers.add(new Broker(id, folder, listeners, advertised, String.join(",", voters), List.of()));
        }
        for (String name : List.of("a", "b")) {
            Proxy toRegistry = Proxy.to(registryPorts.registry());
            open.push(toRegistry);
            sites.add(new Site(name, lines.get(name), toRegistry));
        }
        return String.join(",", bootstrap);
    }

    private void startAll() throws Exception {
        Files.createDirectories(folder);
        mountDisks();
        bootstrapServers = prepareBrokers();
        startRegistry();
        open.push(() -> registry.close());
        // Before the brokers begin, too, on what may be two processors.
        registry.awaitReady();
        for (Broker broker : brokers) {
            broker.child().start();
        }
        awaitBrokers();
        createTopics();
        for (Site site : sites) {
            for (String service : SERVICES) {
                Instance instance = new Instance(
                        service, site.name(), folder, heapMegabytes, freePort(), settings(site, site.name()));
                instances.add(instance);
                if (from != null) {
                    instance.child().classPath(classPath(from));
                }
                instance.child().start();
            }
        }
        Patience.await("every process is ready (logs in " + folder + ")", timeToStart, this::isReady);
    }

    private void awaitBrokers() throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Patience.await("three brokers (logs in " + folder + ")", timeToStart, () -> {
                try {
                    return admin.describeCluster().nodes().get().size() == BROKERS;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("interrupted", e);
                } catch (ExecutionException e) {
                    // Not there yet.
                    return false;
                }
            });
        }
    }

    private void createTopics() throws InterruptedException {
        Map<String, String> settings = settings(site("a"), "setup");
        if (from == null) {
            new TopicSetup(Configuration.of(settings)).create();
            return;
        }
        List<String> options = settings.entrySet().stream()
                .map(entry -> "-Dvedette." + entry.getKey() + "=" + entry.getValue())
                .toList();
        Child setup = new Child("setup", folder, heapMegabytes, options, "io.vedette.app.Vedette", "topics", "create");
        setup.classPath(classPath(from));
        setup.start();
        int code = setup.awaitEnd();
        if (code != 0) {
            throw new IllegalStateException(
                    "the older build could not make its topics: exit code " + code + ", its log is " + setup.log());
        }
    }

    private static String classPath(Path build) {
        return build.resolve("lib").toAbsolutePath() + "/*";
    }

    private Map<String, String> settings(Site site, String name) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", site.bootstrapServers());
        settings.put("registry.url", site.registryUrl());
        settings.put("topics.replication", Integer.toString(BROKERS));
        settings.put("ingest.polling.instanceId", "ingest-" + name);
        settings.put("delivery.instanceId", "delivery-" + name);
        settings.put(
                "ingest.evidence.folder", folder.resolve("evidence-" + name).toString());
        for (String service : List.of("enrich", "alerts")) {
            settings.put(service + ".threads", "1");
            settings.put(service + ".instanceId", service + "-" + name);
            settings.put(service + ".stateDir", folder.resolve("state-" + name).toString());
        }
        // With Kafka's own settings of the broker it says several times a second that a transaction has to wait.
        settings.put("logging.levels.org.apache.kafka.clients.producer.internals.Sender", "error");
        settings.put("delivery.defaultChannels", "desk");
        settings.put("delivery.channels.0.name", "desk");
        settings.put("delivery.channels.0.type", "webhook");
        settings.put("delivery.channels.0.allow", "127.0.0.0/8");
        settings.put("delivery.channels.0.concurrency", Integer.toString(CONCURRENCY));
        settings.put("delivery.channels.0.settings.url", receiver.url());
        return settings;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
