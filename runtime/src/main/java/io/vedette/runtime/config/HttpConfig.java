package io.vedette.runtime.config;

import java.util.List;
import java.util.Set;

/**
 * The HTTP server of the process.
 *
 * @param host the address to listen on; if others than this machine can reach it, {@code auth} must know somebody
 * @param port from 0 to 65535; 0 takes a free one
 * @param maxRequestBytes the largest request body that is taken; a larger one is answered 413
 * @param threads the most requests that are worked on at a time
 * @param corsOrigins origins whose pages may call the API, such as {@code https://desk.example.org}; none by default
 * @param allowUnauthenticated whether it may listen where others can reach it although {@code auth} knows nobody
 * @param auth who may do what
 * @param limits what one caller, and one connection, may take
 * @param proxies whose word on where a request came from is taken
 * @param tls certificate and key; without them it speaks plain HTTP
 * @param peers how instances ask each other
 * @param audit what is written down of who did what
 * @param deadLetters how much of the dead letters is told
 * @param system how it is told how things go
 */
public record HttpConfig(
        @Default("127.0.0.1") String host,
        @Default("8080") int port,
        @Default("33554432") int maxRequestBytes,
        @Default("50") int threads,
        @Default("") List<String> corsOrigins,
        @Default("false") boolean allowUnauthenticated,
        AuthConfig auth,
        LimitsConfig limits,
        ProxiesConfig proxies,
        TlsConfig tls,
        PeersConfig peers,
        AuditConfig audit,
        DeadLettersConfig deadLetters,
        SystemConfig system) {

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "::1", "0:0:0:0:0:0:0:1");

    public HttpConfig {
        Require.notBlank("host", host);
        Require.range("port", port, 0, 65_535);
        Require.range("maxRequestBytes", maxRequestBytes, 1_024, 1 << 30);
        Require.range("threads", threads, 8, 1_000);
        corsOrigins = List.copyOf(corsOrigins);
    }

    /** Whether only this machine can reach it, as far as the name tells; no name server is asked. */
    public boolean isLoopback() {
        return isLoopback(host);
    }

    /** Whether that is a name or an address of the machine that says it: {@code localhost}, 127.x.x.x or ::1. */
    public static boolean isLoopback(String host) {
        return LOOPBACK_NAMES.contains(host) || host.matches("127(\\.\\d{1,3}){3}");
    }
}
