package io.vedette.alerts;

import io.vedette.runtime.config.Configuration;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/** Under which address other instances reach this one. */
final class Addresses {

    private static final Set<String> EVERY_ADDRESS = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0");

    private Addresses() {}

    /**
     * What {@code alerts.advertised} says, else where the HTTP server listens; this machine's name where it listens on
     * every address.  Null where the port is only known once it listens: such an instance must be the only one.
     */
    static @Nullable HostInfo advertised(Configuration configuration) {
        String advertised = configuration.alerts().advertised();
        if (advertised != null) {
            return HostInfo.buildFromEndpoint(advertised);
        }
        int port = configuration.http().port();
        return port == 0 ? null : new HostInfo(host(configuration.http().host()), port);
    }

    private static String host(String listening) {
        if (!EVERY_ADDRESS.contains(listening)) {
            return listening;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // a machine without a name of its own has nobody to be reached by
            return "localhost";
        }
    }
}
