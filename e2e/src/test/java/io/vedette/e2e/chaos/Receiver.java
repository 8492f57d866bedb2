package io.vedette.e2e.chaos;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Takes alerts as a webhook does and enters them into the ledger, unless it hangs: then it takes them in and says nothing. */
final class Receiver implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ledger ledger;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private boolean hangs;

    Receiver(Ledger ledger) throws IOException {
        this.ledger = ledger;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.createContext("/alerts", this::take);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/alerts";
    }

    synchronized void hang() {
        hangs = true;
    }

    /** Those that it has let wait get no answer at all. */
    synchronized void recover() {
        hangs = false;
        notifyAll();
    }

    @Override
    public void close() {
        recover();
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (hung()) {
                return;
            }
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            ledger.delivered(
                    key.substring(0, key.indexOf('/')),
                    JSON.readTree(body).path("articleId").asText());
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private synchronized boolean hung() {
        boolean hung = hangs;
        while (hangs) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
        return hung;
    }
}
