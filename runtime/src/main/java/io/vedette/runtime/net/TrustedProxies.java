package io.vedette.runtime.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out from which address a request came that proxies have passed on.  Each proxy adds, at the end, the address that it was
 * asked from; what stands before may have been written by anybody.  So the client is the right-most address that is none of the
 * proxies that are trusted.  Immutable.
 */
public final class TrustedProxies {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    /** With a colon, so that it is taken for an address and never looked up as a name. */
    private static final String SIX = "[0-9a-fA-F]*:[0-9a-fA-F:.]*";

    /** An address with perhaps a port, as both headers may have it: 192.0.2.1:80, [2001:db8::1]:80. */
    private static final Pattern NODE =
            Pattern.compile("(?:\\[(" + SIX + ")]|(" + OCTET + "(?:\\." + OCTET + "){3}))(?::\\d{1,5})?|(" + SIX + ")");

    /** A pair of the header Forwarded; in quotation marks anything may stand but those, escaped ones included. */
    private static final Pattern FOR = Pattern.compile(
            "(?:^|[;\\s])for\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s\"]*))", Pattern.CASE_INSENSITIVE);

    private final List<AddressRange> trusted;

    /** @throws IllegalArgumentException if one of them is neither an address nor a range */
    public TrustedProxies(List<String> trusted) {
        this.trusted = trusted.stream().map(AddressRange::parse).toList();
    }

    /** Whether nobody's word is taken. */
    public boolean areNone() {
        return trusted.isEmpty();
    }

    /**
     * The address of the client.
     *
     * @param peer who is connected
     * @param forwarded the values of {@code X-Forwarded-For}, in their order
     */
    public String byForwardedFor(String peer, List<String> forwarded) {
        List<String> hops = new ArrayList<>();
        for (String value : forwarded) {
            hops.addAll(List.of(value.split(",", -1)));
        }
        return client(peer, hops);
    }

    /** The same by the values of {@code Forwarded}. */
    public String byForwarded(String peer, List<String> forwarded) {
        List<String> hops = new ArrayList<>();
        for (String value : forwarded) {
            for (String element : elements(value)) {
                Matcher pair = FOR.matcher(element.strip());
                hops.add(pair.find() ? Objects.requireNonNullElse(pair.group(1), pair.group(2)) : "");
            }
        }
        return client(peer, hops);
    }

    private String client(String peer, List<String> hops) {
        InetAddress at = address(peer);
        String client = peer;
        for (int i = hops.size() - 1; i >= 0 && at != null && isTrusted(at); i--) {
            at = address(hops.get(i).strip());
            if (at == null) {
                break; // "unknown", a name, nonsense: the proxy that says so is the last that is known
            }
            client = at.getHostAddress();
        }
        return client;
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    /** Null if it is none; no name server is asked. */
    private static @Nullable InetAddress address(String text) {
        Matcher node = NODE.matcher(text);
        if (!node.matches()) {
            return null;
        }
        String address = node.group(1) != null ? node.group(1) : node.group(2) != null ? node.group(2) : node.group(3);
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** What stands between commas that are not in quotation marks. */
    private static List<String> elements(String value) {
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            if (letter == '\\' && quoted && i + 1 < value.length()) {
                element.append(letter).append(value.charAt(++i));
                continue;
            }
            quoted ^= letter == '"';
            if (letter == ',' && !quoted) {
                elements.add(element.toString());
                element.setLength(0);
            } else {
                element.append(letter);
            }
        }
        elements.add(element.toString());
        return elements;
    }
}
