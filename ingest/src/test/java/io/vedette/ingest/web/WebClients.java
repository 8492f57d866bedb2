package io.vedette.ingest.web;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vedette.runtime.config.Configuration;
import io.vedette.runtime.config.WebConfig;
import io.vedette.runtime.net.AddressGuard;
import java.net.InetAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Clients for tests: they may ask loopback, and do not pause, unless told otherwise. */
final class WebClients {

    /** Whatever ends in .test is this machine. */
    static final AddressGuard.Resolver LOOPBACK =
            host -> host.endsWith(".test") ? InetAddress.getAllByName("127.0.0.1") : InetAddress.getAllByName(host);

    private WebClients() {}

    static WebClient client(String... settings) {
        return client(LOOPBACK, settings);
    }

    static WebClient client(AddressGuard.Resolver resolver, String... settings) {
        return new WebClient(config(settings), resolver, null, new SimpleMeterRegistry(), Clock.systemUTC());
    }

    static WebConfig config(String... settings) {
        Map<String, String> all = new HashMap<>(Map.of(
                "ingest.web.allow", "127.0.0.0/8",
                "ingest.web.delay", "0ms",
                "ingest.web.timeout", "10s",
                "ingest.web.contact", "https://vedette.example/bot"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put("ingest.web." + settings[i], settings[i + 1]);
        }
        return Configuration.of(all).ingest().web();
    }
}
