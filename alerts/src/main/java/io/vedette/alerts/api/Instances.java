package io.vedette.alerts.api;

import io.javalin.http.Context;
import io.vedette.runtime.http.Peers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/**
 * Asks every live instance of the service whether it has applied a change of a watch.  Who is alive is what Kafka's group
 * says.  Thread-safe.
 */
public final class Instances {

    /** The path at which an instance answers. */
    static final String PATH = "/api/watches/_applied";

    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(1);
    /** Between one look at the others and the next: they tell nobody of themselves, and who they are may change, too. */
    private static final long PAUSE_MILLIS = 20;

    private final @Nullable HostInfo self;
    private final Supplier<Set<HostInfo>> live;
    private final Applied applied;
    private final Peers peers;

    /** Whether this instance has applied what stands at an offset of a partition of the watches. */
    @FunctionalInterface
    public interface Applied {

        /** @param patience how long to wait for it; zero to look only */
        boolean at(int partition, long offset, Duration patience) throws InterruptedException;
    }

    /**
     * What an instance answered.
     *
     * @param instance its host and port
     * @param applied whether it has applied the change; false also if it did not answer
     */
    public record Answer(String instance, boolean applied) {}

    /**
     * @param self this instance's address; null if others can't reach it, and so there are none
     * @param live the addresses of all that take part now, this one included; empty while nobody knows
     * @param applied answers for this instance
     * @param peers how others are asked
     */
    public Instances(@Nullable HostInfo self, Supplier<Set<HostInfo>> live, Applied applied, Peers peers) {
        this.self = self;
        this.live = live;
        this.applied = applied;
        this.peers = peers;
    }

    /** @throws io.vedette.runtime.http.Problem if it is no instance that asks */
    void checkPeer(Context ctx) {
        peers.check(ctx);
    }

    /** Whether this instance has applied what stands at that offset, or does within that time. */
    boolean hereApplied(int partition, long offset, Duration patience) throws InterruptedException {
        return applied.at(partition, offset, patience);
    }

    /** What each live instance answers now; empty while nobody knows who is alive. */
    List<Answer> ask(int partition, long offset) throws InterruptedException {
        boolean here = applied.at(partition, offset, Duration.ZERO);
        if (self == null) {
            return List.of(new Answer("this", here));
        }
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (HostInfo host : live.get()) {
            answers.add(
                    host.equals(self)
                            ? CompletableFuture.completedFuture(answer(host, here))
                            : ask(host, partition, offset));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /**
     * Waits until every live instance has applied what stands at that offset.
     *
     * @return false if the patience ends first
     */
    public boolean awaitApplied(int partition, long offset, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        if (!applied.at(partition, offset, patience)) {
            return false;
        }
        while (true) {
            List<Answer> answers = ask(partition, offset);
            if (!answers.isEmpty() && answers.stream().allMatch(Answer::applied)) {
                return true;
            }
            if (System.nanoTime() - end >= 0) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private CompletableFuture<Answer> ask(HostInfo host, int partition, long offset) {
        String target = PATH + "?partition=" + partition + "&offset=" + offset;
        HttpRequest request = peers.request(host.host(), host.port(), target)
                .timeout(ANSWER_PATIENCE)
                .build();
        return peers.http()
                .sendAsync(request, BodyHandlers.ofString())
                .handle((response, failure) -> answer(
                        host,
                        failure == null
                                && response.statusCode() == 200
                                && response.body().equals("true")));
    }

    private static Answer answer(HostInfo host, boolean applied) {
        return new Answer(host.host() + ":" + host.port(), applied);
    }
}
