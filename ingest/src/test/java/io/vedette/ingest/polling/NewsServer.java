package io.vedette.ingest.polling;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Hosts of a little web on one server on loopback: a host's feed is at {@code /feed}, and its pages are what it was given. */
final class NewsServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, List<String>> feeds = new ConcurrentHashMap<>();
    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> polls = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> given = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> askedTwice = ConcurrentHashMap.newKeySet();

    NewsServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Adds an item on top of the feed of a host. */
    void publish(String host, String guid, String text) {
        List<String> items = feeds.computeIfAbsent(host, h -> new ArrayList<>());
        synchronized (items) {
            items.add(0, item(host, guid, text));
        }
    }

    /** Changes the text of an item. */
    void edit(String host, String guid, String text) {
        List<String> items = feeds.get(host);
        synchronized (items) {
            items.replaceAll(item -> item.contains("<guid>" + guid + "</guid>") ? item(host, guid, text) : item);
        }
    }

    /** The feed of a host has none of these items any longer. */
    void scrollOff(String host) {
        List<String> items = feeds.get(host);
        synchronized (items) {
            items.clear();
        }
    }

    /** A page at {@code host/path}; with a location of another host there, {@code ->host/path}, a permanent redirect, with
     * {@code !403} that status; empty for none any longer. */
    void page(String address, String html) {
        if (html.isEmpty()) {
            pages.remove(address);
            return;
        }
        pages.put(address, html);
    }

    void remove(String address) {
        pages.remove(address);
    }

    int polls(String host) {
        AtomicInteger count = polls.get(host);
        return count == null ? 0 : count.get();
    }

    /** How often what lies at {@code host/path} was given, and not only said to be as it was. */
    int given(String address) {
        AtomicInteger count = given.get(address);
        return count == null ? 0 : count.get();
    }

    /** Hosts that were asked by two at a time. */
    Set<String> askedTwice() {
        return askedTwice;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static String item(String host, String guid, String text) {
        return "<item><guid>" + guid + "</guid><link>http://" + host + "/" + guid + "</link><title>" + guid + " of "
                + host + "</title><description>" + text + "</description></item>";
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(1);
        String host = path.substring(0, path.indexOf('/'));
        boolean alone = asked.add(host);
        if (!alone) {
            askedTwice.add(host);
        }
        try (exchange) {
            if (path.endsWith("/feed")) {
                polls.computeIfAbsent(host, h -> new AtomicInteger()).incrementAndGet();
            }
            answer(exchange, path, host);
        } finally {
            if (alone) {
                asked.remove(host);
            }
        }
    }

    private void answer(HttpExchange exchange, String path, String host) throws IOException {
        String page = pages.get(path);
        if (page != null && page.startsWith("->")) {
            exchange.getResponseHeaders().set("Location", "http://" + page.substring(2));
            exchange.sendResponseHeaders(301, -1);
            return;
        }
        if (page != null && page.startsWith("!")) {
            exchange.sendResponseHeaders(Integer.parseInt(page.substring(1)), -1);
            return;
        }
        String body = page != null ? page : path.endsWith("/feed") ? feed(host) : null;
        if (body == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        String etag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        given.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", page == null ? "application/rss+xml" : "text/html");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private @Nullable String feed(String host) {
        List<String> items = feeds.get(host);
        if (items == null) {
            return null;
        }
        synchronized (items) {
            return "<rss version=\"2.0\"><channel><title>" + host + "</title>" + String.join("", items)
                    + "</channel></rss>";
        }
    }
}
