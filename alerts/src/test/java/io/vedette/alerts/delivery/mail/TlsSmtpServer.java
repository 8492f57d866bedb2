package io.vedette.alerts.delivery.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** As much of an SMTP server as it takes to receive a mail over TLS: from the first byte, or after STARTTLS. */
final class TlsSmtpServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    private final SSLContext tls;
    private final boolean fromTheFirstByte;
    private final List<String> clear = new CopyOnWriteArrayList<>();
    private final List<String> secured = new CopyOnWriteArrayList<>();

    TlsSmtpServer(SSLContext tls, boolean fromTheFirstByte) throws IOException {
        this.tls = tls;
        this.fromTheFirstByte = fromTheFirstByte;
        Thread thread = new Thread(this::serve, "smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** What it was told in the clear. */
    List<String> clear() {
        return clear;
    }

    /** What it was told behind TLS. */
    List<String> secured() {
        return secured;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                if (fromTheFirstByte) {
                    talk(upgraded(client), secured);
                } else if (talk(client, clear)) {
                    talk(upgraded(client), secured);
                }
            } catch (IOException e) {
                // the client has left, or the test is over
            }
        }
    }

    private Socket upgraded(Socket client) throws IOException {
        SSLSocket upgraded = (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
        upgraded.setUseClientMode(false);
        upgraded.startHandshake();
        return upgraded;
    }

    /** @return whether to go on with TLS */
    private boolean talk(Socket client, List<String> told) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = client.getOutputStream();
        if (told == clear || fromTheFirstByte) {
            say(out, "220 ready");
        }
        boolean data = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            told.add(line);
            if (data) {
                data = !line.equals(".");
                if (!data) {
                    say(out, "250 taken");
                }
            } else if (line.startsWith("EHLO")) {
                say(out, told == clear ? "250-test\r\n250 STARTTLS" : "250-test\r\n250 AUTH LOGIN PLAIN");
            } else if (line.equals("STARTTLS")) {
                say(out, "220 go on");
                return true;
            } else if (line.startsWith("AUTH PLAIN") || line.startsWith("AUTH LOGIN")) {
                say(out, line.split(" ").length > 2 ? "235 welcome" : "334 VXNlcm5hbWU6");
            } else if (line.equals("DATA")) {
                data = true;
                say(out, "354 go on");
            } else if (line.equals("QUIT")) {
                say(out, "221 bye");
                return false;
            } else {
                say(out, line.contains(" ") || line.equals("RSET") || line.equals("NOOP") ? "250 ok" : answer(told));
            }
        }
        return false;
    }

    /** User name and password of AUTH LOGIN come in lines of their own. */
    private static String answer(List<String> told) {
        return told.get(told.size() - 2).startsWith("AUTH") ? "334 UGFzc3dvcmQ6" : "235 welcome";
    }

    private static void say(OutputStream out, String line) {
        try {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
