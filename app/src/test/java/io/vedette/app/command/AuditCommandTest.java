package io.vedette.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vedette.app.Vedette;
import io.vedette.app.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against an API whose answers are written down here. */
class AuditCommandTest {

    private static final String ENTRY = """
            {"at": "2026-11-23T06:00:0%1$dZ", "status": %2$d, "who": "desk", "from": "10.0.0.7", "method": "PUT",
             "path": "/api/watches/w%1$d"}""";

    private final Queue<String> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/audit", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void allPagesAreListed() {
        answers.add(page(true, 1, 200));
        answers.add(page(false, 2, 403));

        assertThat(audit("list", "--since", "-7d", "--who", "desk")).isZero();

        assertThat(out.toString(UTF_8).lines())
                .hasSize(2)
                .first()
                .asString()
                .contains("2026-11-23T06:00:01Z", "200", "desk", "10.0.0.7", "PUT    /api/watches/w1");
        assertThat(asked).containsExactly("since=-7d&limit=500&who=desk", "cursor=n1&limit=500&who=desk");
    }

    @Test
    void noMoreIsPrintedThanIsAskedFor() {
        answers.add(page(true, 1, 200));

        assertThat(audit("list", "--limit", "1", "--json")).isZero();

        assertThat(out.toString(UTF_8).lines()).hasSize(1);
        assertThat(asked).containsExactly("since=-1d&limit=1");
    }

    @Test
    void whoIsNotLetInIsTold() {
        answers.add("403");

        assertThat(audit("list")).isEqualTo(65);

        assertThat(err.toString(UTF_8)).contains("the audit log can't be read");
    }

    @Test
    void tailGoesOnWhereItWasOnceItIsAnsweredAgain() throws Exception {
        answers.addAll(List.of(page(false, 1, 200), "503", page(false, 2, 200)));
        Thread tail = new Thread(() -> audit("tail"));
        tail.start();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(out.toString(UTF_8)).contains("/api/watches/w2"));
        tail.interrupt();
        tail.join();

        assertThat(asked).startsWith("since=-10m&limit=500", "cursor=n1&limit=500", "cursor=n1&limit=500");
        assertThat(err.toString(UTF_8)).contains("trying again");
    }

    private static String page(boolean more, int number, int status) {
        return "{\"items\": [" + ENTRY.formatted(number, status) + "], \"more\": " + more + ", \"next\": \"n" + number
                + "\"}";
    }

    /** A page, or the status of a refusal; once there are none left, nothing new. */
    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().getQuery());
        String answer = answers.poll();
        String body = answer == null ? "{\"items\": [], \"more\": false, \"next\": \"end\"}" : answer;
        boolean refused = body.length() == 3;
        byte[] bytes = (refused ? "{\"detail\": \"not now\"}" : body).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(refused ? Integer.parseInt(body) : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int audit(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "audit";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--url=http://127.0.0.1:" + server.getAddress().getPort();
        return Vedette.run(Terminal.of(new ByteArrayInputStream(new byte[0]), out, err), all);
    }
}
