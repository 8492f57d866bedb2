package io.vedette.runtime.config;

import java.util.List;

/**
 * The HTTP server of the process.
 *
 * @param host the address to listen on; loopback unless you say otherwise, for there is no authentication yet
 * @param port from 0 to 65535; 0 takes a free one
 * @param maxRequestBytes the largest request body that is taken; a larger one is answered 413
 * @param threads the most requests that are worked on at a time
 * @param corsOrigins origins whose pages may call the API, such as {@code https://desk.example.org}; none by default
 */
public record HttpConfig(
        @Default("127.0.0.1") String host,
        @Default("8080") int port,
        @Default("33554432") int maxRequestBytes,
        @Default("50") int threads,
        @Default("") List<String> corsOrigins) {

    public HttpConfig {
        Require.notBlank("host", host);
        Require.range("port", port, 0, 65_535);
        Require.range("maxRequestBytes", maxRequestBytes, 1_024, 1 << 30);
        Require.range("threads", threads, 8, 1_000);
        corsOrigins = List.copyOf(corsOrigins);
    }
}
