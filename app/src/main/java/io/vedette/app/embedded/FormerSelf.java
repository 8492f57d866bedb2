package io.vedette.app.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/**
 * The registration that a killed broker leaves behind.
 *
 * <p>By that registration the broker that starts again believes itself the leader of everything: it loads its transactions
 * and sets about writing the markers that end them.  When it then registers anew, its partitions are without a leader for a
 * moment, and Kafka 4.3.1 takes a partition without a leader for a deleted one (KAFKA-20734): the marker is skipped.  What
 * was written stays open, readers of committed records stop there for good, and a later transaction of the same producer
 * commits along with its own records what had been aborted.
 *
 * <p>So the registration is taken away before the broker starts: then it leads nothing until it has registered, and
 * everything afterwards.  A broker that was stopped has given up its leadership by itself.
 */
final class FormerSelf {

    /** Kafka leaves this file in a folder when it stops, and removes it when it starts. */
    private static final String STOPPED = ".kafka_cleanshutdown";

    private static final int TIMEOUT_SECONDS = 20;
    private static final int RETRY_MILLIS = 50;

    private FormerSelf() {}

    static boolean wasKilled(Path directory) {
        return !Files.exists(directory.resolve(STOPPED));
    }

    /** Removes the registration of a broker that was not stopped; nothing may run on that folder. */
    static void forgetIfKilled(Path directory, Ports ports) {
        if (!wasKilled(directory)) {
            return;
        }
        KafkaRaftServer controller =
                EmbeddedBroker.startup(new KafkaConfig(BrokerSettings.ofController(directory, ports), false));
        try (Admin admin = Admin.create(Map.of("bootstrap.controllers", "127.0.0.1:" + ports.controller()))) {
            unregister(admin, directory);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the broker started in " + directory, e);
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static void unregister(Admin admin, Path directory) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        Throwable reason;
        do {
            reason = unregisterOnce(admin);
            if (reason == null || reason instanceof BrokerIdNotRegisteredException) {
                return;
            }
            // It has elected itself, but may not have read its log to the end yet: the admin client doesn't wait for
            // that.
            Thread.sleep(RETRY_MILLIS);
        } while (reason instanceof RetriableException && System.nanoTime() < deadline);
        throw new IllegalStateException("the broker that was killed can't be signed off in " + directory, reason);
    }

    private static @Nullable Throwable unregisterOnce(Admin admin) throws InterruptedException {
        try {
            admin.unregisterBroker(BrokerSettings.NODE_ID).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (TimeoutException e) {
            return e;
        }
    }
}
