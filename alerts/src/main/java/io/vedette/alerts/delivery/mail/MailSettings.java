package io.vedette.alerts.delivery.mail;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where mail goes in, and to whom.
 *
 * @param host the SMTP server
 * @param port its port
 * @param tls how the connection is secured
 * @param user for authentication; null for none
 * @param password goes with the user
 * @param from the sender's address
 * @param to the receivers' addresses, at least one
 * @param timeout for connecting, for each read and for each write
 */
public record MailSettings(
        String host,
        int port,
        Tls tls,
        @Nullable String user,
        @Nullable String password,
        String from,
        List<String> to,
        Duration timeout) {

    /** How the connection to the server is secured. */
    public enum Tls {
        /** In the clear at first, then TLS by STARTTLS or not at all (RFC 3207). */
        STARTTLS,
        /** From the first byte (RFC 8314). */
        TLS,
        /** Never. */
        NONE
    }

    public MailSettings {
        to = List.copyOf(to);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MailSettings[host=" + host + ", port=" + port + ", tls=" + tls + ", from=" + from + "]";
    }
}
