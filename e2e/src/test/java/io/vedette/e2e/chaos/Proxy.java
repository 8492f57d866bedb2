package io.vedette.e2e.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between clients and one server, byte for byte, and can be slow or hold everything back, as a line does that packets
 * are lost on: connections stay open, new ones are taken, and nothing comes through until it is open again.  Thread-safe.
 */
final class Proxy implements AutoCloseable {

    private static final int CHUNK = 32 << 10;

    private final int target;
    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private boolean held;
    private volatile Duration delay = Duration.ZERO;
    private volatile boolean closed;

    private Proxy(int target, ServerSocket entrance) {
        this.target = target;
        this.entrance = entrance;
    }

    /** An open one to a port on the loopback address, where nobody need listen yet. */
    static Proxy to(int target) throws IOException {
        Proxy proxy = new Proxy(target, new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
        daemon(proxy::accept, "entrance");
        return proxy;
    }

    /** Where clients connect. */
    int port() {
        return entrance.getLocalPort();
    }

    /** Nothing gets through any more, in either direction. */
    synchronized void hold() {
        held = true;
    }

    /** Every chunk of up to 32 KB takes so much longer, in either direction. */
    void slow(Duration longer) {
        delay = longer;
    }

    /** As fast as it can, what was held back first. */
    synchronized void open() {
        held = false;
        delay = Duration.ZERO;
        notifyAll();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        open();
        entrance.close();
        sockets.forEach(Proxy::shut);
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = entrance.accept();
                daemon(() -> connect(client), "connect");
            } catch (IOException e) {
                if (!closed) {
                    throw new IllegalStateException("the proxy of port " + target + " takes no connection", e);
                }
            }
        }
    }

    private void connect(Socket client) {
        sockets.add(client);
        try {
            passHeld();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
            sockets.add(server);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            daemon(() -> pump(client, server), "up");
            daemon(() -> pump(server, client), "down");
        } catch (IOException | InterruptedException e) {
            // Nobody listens there now: the client sees the connection end.
            end(client);
        }
    }

    /** One end closes both: HTTP and Kafka have no use for half a connection. */
    private void pump(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                Thread.sleep(delay.toMillis());
                passHeld();
                out.write(chunk, 0, length);
            }
        } catch (IOException | InterruptedException e) {
            // One of them is gone; so is the other, now.
        } finally {
            end(from);
            end(to);
        }
    }

    private synchronized void passHeld() throws InterruptedException {
        while (held && !closed) {
            wait();
        }
    }

    private void end(Socket socket) {
        shut(socket);
        sockets.remove(socket);
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use either way.
        }
    }

    private static void daemon(Runnable task, String name) {
        Thread thread = new Thread(task, "proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }
}
