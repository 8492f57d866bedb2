package io.vedette.alerts.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.vedette.alerts.api.Instances.Answer;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.http.Peers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.state.HostInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstancesTest {

    private static final HostInfo SELF = new HostInfo("localhost", 1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration HURRY = Duration.ofMillis(100);

    private final Peers peers = new Peers(Configuration.of(Map.of()).http());
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer other;
    private HostInfo otherHost;

    @BeforeEach
    void startAnotherInstanceThatAppliesLate() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext(Instances.PATH, exchange -> {
            byte[] answer = Boolean.toString(asked.incrementAndGet() > 3
                            && exchange.getRequestURI().getQuery().equals("partition=0&offset=7"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        other.start();
        otherHost = new HostInfo("127.0.0.1", other.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        other.stop(0);
    }

    @Test
    void waitsUntilTheOthersHaveAppliedItToo() throws InterruptedException {
        Instances instances =
                new Instances(SELF, () -> Set.of(SELF, otherHost), (partition, offset, patience) -> true, peers);

        assertThat(instances.awaitApplied(0, 7, PATIENCE)).isTrue();
        assertThat(asked).hasValue(4);
    }

    @Test
    void anInstanceThatDoesNotAnswerHasNotAppliedIt() throws InterruptedException {
        other.stop(0);
        Instances instances =
                new Instances(SELF, () -> Set.of(SELF, otherHost), (partition, offset, patience) -> true, peers);

        assertThat(instances.awaitApplied(0, 7, HURRY)).isFalse();
        assertThat(instances.ask(0, 7))
                .containsExactlyInAnyOrder(
                        new Answer("localhost:1", true), new Answer("127.0.0.1:" + otherHost.port(), false));
    }

    @Test
    void whileNobodyKnowsWhoIsAliveNothingIsApplied() throws InterruptedException {
        Instances instances = new Instances(SELF, Set::of, (partition, offset, patience) -> true, peers);

        assertThat(instances.awaitApplied(0, 7, HURRY)).isFalse();
    }

    @Test
    void anInstanceThatOthersCannotReachAsksItselfOnly() throws InterruptedException {
        Instances instances = new Instances(null, Set::of, (partition, offset, patience) -> true, peers);

        assertThat(instances.awaitApplied(0, 7, HURRY)).isTrue();
    }
}
