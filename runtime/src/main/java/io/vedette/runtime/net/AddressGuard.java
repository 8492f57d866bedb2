package io.vedette.runtime.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Resolves the names of receivers, and refuses those that are no public unicast addresses: private, loopback, link-local,
 * unique-local, shared (CGNAT), multicast and the other special ranges of IANA's registries (RFC 6890), unless they are
 * allowed.  Whoever connects must connect to the very addresses that come back: a second look-up may answer otherwise.
 *
 * <p>Thread-safe.
 */
public final class AddressGuard {

    private static final List<AddressRange> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    // of IPv6 also what carries an IPv4 address within: compatible, NAT64, Teredo, 6to4
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(AddressRange::parse)
            .toList();

    /** How a name becomes addresses. */
    @FunctionalInterface
    public interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final List<AddressRange> allowed;
    private final String setting;

    /**
     * @param resolver {@code InetAddress::getAllByName}, but for tests
     * @param allowed ranges that are permitted although they are special, in CIDR notation
     * @param setting where a user names them, for messages
     * @throws IllegalArgumentException if one of them is no range
     */
    public AddressGuard(Resolver resolver, List<String> allowed, String setting) {
        this.resolver = resolver;
        this.setting = setting;
        this.allowed = allowed.stream().map(AddressRange::parse).toList();
    }

    /**
     * The addresses of that host that may be connected to; at least one.
     *
     * @param host a name, or an address as text
     * @throws RefusedAddressException if it has addresses, but none that is permitted
     * @throws UnknownHostException if it has none
     */
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = resolver.resolve(host);
        InetAddress[] permitted = Arrays.stream(found).filter(this::permits).toArray(InetAddress[]::new);
        if (permitted.length == 0) {
            throw new RefusedAddressException("refused to connect to " + host + ": "
                    + (found.length == 0 ? "it has no address" : found[0].getHostAddress() + " is no public address")
                    + "; if it is meant, name it in " + setting);
        }
        return permitted;
    }

    private boolean permits(InetAddress address) {
        return SPECIAL.stream().noneMatch(range -> range.contains(address))
                || allowed.stream().anyMatch(range -> range.contains(address));
    }
}
