package io.vedette.ingest.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that answers byte for byte what a test says, right or wrong; one request per connection. */
final class RawServer implements AutoCloseable {

    /** A request; names of headers in any case. */
    record Request(String path, Map<String, String> headers) {
        String header(String name) {
            return headers.get(name);
        }
    }

    @FunctionalInterface
    interface Handler {
        void answer(Request request, OutputStream out) throws Exception;
    }

    private final ServerSocket socket;
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    private RawServer(ServerSocket socket) {
        this.socket = socket;
    }

    static RawServer start() {
        try {
            return start(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RawServer start(ServerSocket socket) {
        RawServer server = new RawServer(socket);
        server.run("accept", server::accept);
        server.on("/robots.txt", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        return server;
    }

    RawServer on(String path, Handler handler) {
        handlers.put(path, handler);
        return this;
    }

    RawServer on(String path, String answer) {
        return on(path, (request, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    int port() {
        return socket.getLocalPort();
    }

    URI at(String path) {
        return at("127.0.0.1", path);
    }

    URI at(String host, String path) {
        return URI.create("http://" + host + ":" + port() + path);
    }

    List<String> paths() {
        return requests.stream().map(Request::path).toList();
    }

    Request last() {
        return requests.get(requests.size() - 1);
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket one : open) {
                one.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket one = socket.accept();
                open.add(one);
                run("answer", () -> answer(one));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket one) {
        try (one) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.ISO_8859_1));
            String line = in.readLine();
            if (line == null) {
                return;
            }
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
                headers.put(header.split(":", 2)[0], header.split(":", 2)[1].strip());
            }
            Request request = new Request(line.split(" ")[1], headers);
            requests.add(request);
            handlers.getOrDefault(
                            request.path(),
                            (asked, out) -> out.write("HTTP/1.1 404 No\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1)))
                    .answer(request, one.getOutputStream());
            one.getOutputStream().flush();
        } catch (Exception e) {
            // whoever asked has hung up
        }
    }

    private void run(String name, Runnable work) {
        Thread thread = new Thread(work, "raw-server-" + name);
        thread.setDaemon(true);
        thread.start();
    }
}
