package io.vedette.runtime.config;

import java.util.List;

/**
 * Proxies in front of the HTTP server, whose word on where a request came from is taken.
 *
 * @param trusted their addresses or ranges in CIDR notation; none by default, and then nobody's word is taken
 * @param header in which they write it: {@code X-Forwarded-For}, or {@code Forwarded} (RFC 7239); the other one is not looked at, as
 *     they pass on what a client writes there
 */
public record ProxiesConfig(
        @Default("") List<String> trusted,
        @Default("X-Forwarded-For") String header) {

    public ProxiesConfig {
        trusted = List.copyOf(trusted);
        Require.matches("header", header, "(?i)X-Forwarded-For|Forwarded", "give X-Forwarded-For or Forwarded");
    }
}
