package io.vedette.e2e.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All that is done to the pipeline, in this order. */
final class Faults {

    private static final Duration SLOW = Duration.ofMillis(200);
    private static final Duration STORM_PAUSE = Duration.ofSeconds(5);
    private static final int STORM_WAVES = 4;
    private static final String CLOCK_OFFSET = "+2h";

    private Faults() {}

    static List<Fault> all() {
        return List.of(
                Fault.of(
                        "broker-killed", "one of three brokers killed with -9, away for 20 s", 20, kill(1), restart(1)),
                Fault.of(
                                "brokers-killed",
                                "two of three brokers killed with -9, away for 20 s: nobody can write",
                                20,
                                both(kill(1), kill(2)),
                                both(restart(1), restart(2)))
                        .interrupting(2),
                Fault.of(
                        "broker-slow",
                        "one broker answers everybody, its peers too, 200 ms later for 30 s",
                        30,
                        cluster -> cluster.slowBroker(2, SLOW),
                        cluster -> cluster.healBroker(2)),
                killed("ingest"),
                killed("enrich"),
                killed("alerts").interrupting(1),
                Fault.of(
                                "cut-off",
                                "one instance of each service sees neither brokers nor registry for 30 s",
                                30,
                                cluster -> cluster.site("a").cutOff(),
                                cluster -> cluster.site("a").heal())
                        .interrupting(1),
                Fault.of(
                        "registry-gone",
                        "no registry for 30 s, and one enrich killed and started meanwhile",
                        30,
                        Faults::loseRegistry,
                        Cluster::startRegistry),
                Fault.of(
                                "disk-full",
                                "the disk with the state of one enrich and one alerts full for 30 s",
                                30,
                                cluster -> cluster.stateDisk().orElseThrow().fill(),
                                Faults::makeRoomForState)
                        .interrupting(1)
                        .unless(cluster -> needsRoot(cluster.stateDisk())),
                Fault.of(
                                "broker-disk-full",
                                "the disk of one of three brokers full for 20 s, then that broker started again",
                                20,
                                cluster -> cluster.brokerDisk().orElseThrow().fill(),
                                Faults::makeRoomForBroker)
                        .unless(cluster -> needsRoot(cluster.brokerDisk())),
                Fault.of(
                                "clock-offset",
                                "one instance of each service started again with a clock two hours ahead, for 30 s",
                                30,
                                cluster -> restartWithClock(cluster, CLOCK_OFFSET),
                                cluster -> restartWithClock(cluster, null))
                        .interrupting(2)
                        .unless(cluster -> fakeTime().isPresent()
                                ? Optional.empty()
                                : Optional.of("libfaketime is not installed (Debian: apt-get install faketime)")),
                Fault.of(
                                "rebalance-storm",
                                STORM_WAVES
                                        + " times a third enrich and alerts come, stay for 5 s, and are killed or stopped",
                                0,
                                Faults::storm,
                                cluster -> {})
                        .interrupting(2 * STORM_WAVES),
                Fault.of(
                                "rolling-restart",
                                "each instance of each service stopped with SIGTERM and started again, one after the"
                                        + " other",
                                0,
                                Cluster::restartOneByOne,
                                cluster -> {})
                        .interrupting(2),
                Poison.fault(),
                Fault.of(
                        "receiver-hangs",
                        "the webhook takes requests and does not answer for 30 s",
                        30,
                        cluster -> cluster.receiver().hang(),
                        cluster -> cluster.receiver().recover()));
    }

    /** With what an older build runs, this one takes over; at most once in a run. */
    static Fault upgrade() {
        return Fault.of(
                        "upgrade",
                        "from an older build with its state: topics and schemas, then each instance stopped with SIGTERM"
                                + " and started with the new build, one after the other",
                        0,
                        Cluster::upgrade,
                        cluster -> {})
                .interrupting(2);
    }

    private static Fault killed(String service) {
        return Fault.of(
                service + "-killed",
                "one of two instances of " + service + " killed with -9, away for 20 s",
                20,
                cluster -> cluster.instance(service + "-a").child().kill(),
                cluster -> cluster.instance(service + "-a").child().start());
    }

    private static Fault.Step kill(int broker) {
        return cluster -> cluster.broker(broker).child().kill();
    }

    private static Fault.Step restart(int broker) {
        return cluster -> cluster.broker(broker).child().start();
    }

    private static Fault.Step both(Fault.Step first, Fault.Step second) {
        return cluster -> {
            first.on(cluster);
            second.on(cluster);
        };
    }

    /** The instance that starts meanwhile has no schema in its cache. */
    private static void loseRegistry(Cluster cluster) {
        cluster.stopRegistry();
        Child enrich = cluster.instance("enrich-b").child();
        enrich.kill();
        enrich.start();
    }

    private static void makeRoomForState(Cluster cluster) {
        cluster.stateDisk().orElseThrow().makeRoom();
        // As a supervisor would; those that got over it are left alone.
        Stream.of("enrich-b", "alerts-b")
                .map(name -> cluster.instance(name).child())
                .filter(child -> !child.isAlive())
                .forEach(Child::start);
    }

    private static void makeRoomForBroker(Cluster cluster) {
        cluster.brokerDisk().orElseThrow().makeRoom();
        Child broker = cluster.broker(Cluster.BROKERS).child();
        broker.stop();
        broker.start();
    }

    private static void restartWithClock(Cluster cluster, String offset) {
        for (String service : List.of("ingest", "enrich", "alerts")) {
            Child child = cluster.instance(service + "-b").child();
            child.stop();
            child.environment("LD_PRELOAD", offset == null ? null : fakeTime().orElseThrow());
            child.environment("FAKETIME", offset);
            // Time that is only waited for stays as long as it is.
            child.environment("DONT_FAKE_MONOTONIC", offset == null ? null : "1");
            child.start();
        }
    }

    private static void storm(Cluster cluster) throws Exception {
        for (int wave = 0; wave < STORM_WAVES; wave++) {
            Instance enrich = cluster.another("enrich", "c");
            Instance alerts = cluster.another("alerts", "c");
            try {
                enrich.child().start();
                alerts.child().start();
                Patience.await(
                        "the third instances are ready",
                        Duration.ofSeconds(90),
                        () -> enrich.isReady() && alerts.isReady());
                Thread.sleep(STORM_PAUSE.toMillis());
            } finally {
                if (wave % 2 == 0) {
                    enrich.child().kill();
                    alerts.child().kill();
                } else {
                    enrich.child().stop();
                    alerts.child().stop();
                }
            }
        }
    }

    private static Optional<String> needsRoot(Optional<SmallDisk> disk) {
        return disk.isPresent() ? Optional.empty() : Optional.of("only root may mount a tmpfs");
    }

    private static Optional<String> fakeTime() {
        return Stream.of(
                        "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
                        "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
                        "/usr/lib/faketime/libfaketimeMT.so.1",
                        "/usr/lib64/faketime/libfaketimeMT.so.1")
                .filter(path -> Files.exists(Path.of(path)))
                .findFirst();
    }
}
