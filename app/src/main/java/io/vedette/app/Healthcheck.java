package io.vedette.app;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks the service in the same container whether it is ready: for images that have Java and nothing else. The exit code is 0
 * if it is, else 1. It uses no library, so that it starts in a moment.
 */
public final class Healthcheck {

    private static final int PATIENCE_MILLIS = 5_000;

    private Healthcheck() {}

    /** @param args the address to ask; {@code http://127.0.0.1:8080/health/ready} if there is none */
    public static void main(String[] args) {
        String address = args.length > 0 ? args[0] : "http://127.0.0.1:8080/health/ready";
        System.exit(isWell(address) ? 0 : 1);
    }

    static boolean isWell(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            System.err.println(address + ": " + e.getMessage());
            return false;
        }
    }
}
