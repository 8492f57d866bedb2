package io.vedette.bench.world;

import io.vedette.runtime.net.AddressGuard;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A server on loopback that plays many hosts with a feed each, byte for byte. */
final class World implements AutoCloseable {

    private static final int BACKLOG = 512;
    private static final int BOMB = 300_000_000;
    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final String OK = "200 OK";

    private final ServerSocket socket;
    private final Map<String, PlayedFeed> feeds = new HashMap<>();
    private final ExecutorService answers = Executors.newCachedThreadPool(World::thread);
    private final byte[] bomb = gzip(new byte[BOMB / 100], 100);
    private volatile boolean frozen;

    private World(ServerSocket socket, int count) {
        this.socket = socket;
        Instant now = Instant.now();
        IntStream.range(0, count)
                .mapToObj(number -> new PlayedFeed(number, now))
                .forEach(feed -> feeds.put(feed.host(), feed));
    }

    /** Answers until it is closed. */
    @SuppressWarnings("FutureReturnValueIgnored") // ends with the socket
    static World start(int feeds) throws IOException {
        World world = new World(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), feeds);
        world.answers.submit(world::accept);
        return world;
    }

    /** All hosts are this machine, but for the unknown. */
    AddressGuard.Resolver resolver() {
        return host -> {
            PlayedFeed feed = feed(host);
            if (feed == null || feed.temper() == Temper.UNKNOWN) {
                throw new UnknownHostException(host);
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };
    }

    List<PlayedFeed> feeds() {
        return List.copyOf(feeds.values());
    }

    String address(PlayedFeed feed) {
        return "http://" + feed.host() + ":" + port() + "/feed";
    }

    int port() {
        return socket.getLocalPort();
    }

    /** From now on nothing is given any more: what was given until now can be counted. */
    void freeze() {
        frozen = true;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answers.shutdownNow();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // whoever asked sees what becomes of it
    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket one = socket.accept();
                answers.submit(() -> answer(one));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket one) {
        try (one) {
            one.setSoTimeout((int) SILENCE.toMillis());
            BufferedReader in = new BufferedReader(
                    new InputStreamReader(new BufferedInputStream(one.getInputStream()), StandardCharsets.ISO_8859_1));
            String request = in.readLine();
            if (request == null) {
                return;
            }
            Map<String, String> headers = new HashMap<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            PlayedFeed feed = feed(headers.getOrDefault("host", "").split(":", 2)[0]);
            if (feed != null) {
                new Played(feed, headers, one.getOutputStream()).answer(request.split(" ", 3)[1]);
            }
        } catch (IOException e) {
            // whoever asked has hung up
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable PlayedFeed feed(String host) {
        return feeds.get(host.startsWith("www.") ? host.substring(4) : host);
    }

    /** One request to one feed. */
    private final class Played {

        private final PlayedFeed feed;
        private final Map<String, String> headers;
        private final OutputStream out;

        Played(PlayedFeed feed, Map<String, String> headers, OutputStream out) {
            this.feed = feed;
            this.headers = headers;
            this.out = out;
        }

        void answer(String path) throws IOException, InterruptedException {
            if (path.equals("/robots.txt")) {
                robots();
            } else if (frozen) {
                send("503 Closed", "", new byte[0]);
            } else if (path.equals("/feed")) {
                feed();
            } else {
                whole("");
            }
        }

        private void robots() throws IOException {
            switch (feed.temper()) {
                case CLOSED -> send(OK, "", text("User-agent: *\nDisallow: /\n"));
                case ROBOTS_FAILING -> send("500 No", "", new byte[0]);
                case STEADY -> send(OK, "", text("User-agent: *\nDisallow: /private/\n".repeat(20)));
                default -> send("404 No", "", new byte[0]);
            }
        }

        private void feed() throws IOException, InterruptedException {
            boolean second = feed.request() % 2 == 0;
            switch (feed.temper()) {
                case SLOW -> {
                    Thread.sleep(1_000 + feed.requests() * 700L % 4_000);
                    whole("");
                }
                case MOVED -> send("301 Moved", "Location: /new\r\n", new byte[0]);
                case ELSEWHERE ->
                    send("302 Found", "Location: http://www." + feed.host() + ":" + port() + "/new\r\n", new byte[0]);
                case FAILING -> {
                    if (second) {
                        send("500 No", "", new byte[0]);
                    } else {
                        whole("");
                    }
                }
                case BREAKING -> {
                    if (second) {
                        half("Content-Length: 100000\r\n");
                    } else {
                        whole("");
                    }
                }
                case THROTTLING -> {
                    if (second) {
                        send("429 Enough", "Retry-After: 60\r\n", new byte[0]);
                    } else {
                        whole("");
                    }
                }
                case PACKING -> packed();
                case SILENT -> Thread.sleep(SILENCE.toMillis());
                case DRIPPING -> drip();
                case REFUSING -> {}
                case GONE -> send("410 Gone", "", new byte[0]);
                case NOT_FOUND -> send("404 Not Found", "", text("<html>Not here</html>"));
                case FORBIDDEN -> send("403 Forbidden", "", text("<html>Are you a robot?</html>"));
                case PARKED ->
                    send(OK, "Content-Type: text/html\r\n", text("<html><p>This domain is for sale.</html>"));
                case BROKEN -> half("");
                case HUGE -> huge();
                case BOMB -> send(OK, "Content-Encoding: gzip\r\n", bomb);
                case LOOPING -> send("302 Found", "Location: /feed\r\n", new byte[0]);
                case INSIDE -> send("302 Found", "Location: http://169.254.169.254/latest/\r\n", new byte[0]);
                default -> whole("");
            }
        }

        private void whole(String more) throws IOException {
            int newest = feed.newest(Instant.now());
            String tag = "\"" + newest + "\"";
            if (feed.temper() != Temper.FORGETFUL && tag.equals(headers.get("if-none-match"))) {
                send("304 Not Modified", "", new byte[0]);
                return;
            }
            byte[] body = feed.feed(newest, port());
            // before it goes out: whoever has it may be quick
            feed.sent(newest);
            send(OK, more + "Content-Type: application/rss+xml\r\nETag: " + tag + "\r\n", body);
        }

        private void packed() throws IOException {
            int newest = feed.newest(Instant.now());
            feed.sent(newest);
            send(OK, "Content-Encoding: gzip\r\n", gzip(feed.feed(newest, port()), 1));
        }

        private void half(String length) throws IOException {
            byte[] body = feed.feed(feed.newest(Instant.now()), port());
            out.write(text("HTTP/1.1 " + OK + "\r\n" + length + "Connection: close\r\n\r\n"));
            out.write(body, 0, body.length / 2 + feed.requests() % 100);
        }

        private void huge() throws IOException {
            out.write(text("HTTP/1.1 " + OK + "\r\nConnection: close\r\n\r\n<rss>"));
            byte[] some = text("<item>much</item>".repeat(1_000));
            while (!frozen) {
                out.write(some);
            }
        }

        private void drip() throws IOException, InterruptedException {
            out.write(text("HTTP/1.1 " + OK + "\r\nConnection: close\r\n\r\n"));
            while (!frozen) {
                out.write(' ');
                Thread.sleep(1_000);
            }
        }

        private void send(String status, String more, byte[] body) throws IOException {
            out.write(text("HTTP/1.1 " + status + "\r\nConnection: close\r\n" + more + "Content-Length: " + body.length
                    + "\r\n\r\n"));
            out.write(body);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] body, int times) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < times; i++) {
                out.write(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "world");
        thread.setDaemon(true);
        return thread;
    }
}
