package io.vedette.runtime.net;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses that share their first bits, as CIDR notation has them (RFC 4632, RFC 4291).  Immutable.
 *
 * @param first any address of the range
 * @param bits how many leading bits all of them share
 */
record AddressRange(InetAddress first, int bits) {

    private static final Pattern NOTATION =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?");

    AddressRange {
        if (bits < 0 || bits > 8 * first.getAddress().length) {
            throw new IllegalArgumentException("a range of " + first + " can't share " + bits + " bits");
        }
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address.  Asks no name server.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static AddressRange parse(String text) {
        Matcher notation = NOTATION.matcher(text.strip());
        if (!notation.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no range of addresses; give one such as 10.0.0.0/8");
        }
        try {
            InetAddress address = InetAddress.getByName(notation.group(1));
            String bits = notation.group(2);
            return new AddressRange(address, bits == null ? 8 * address.getAddress().length : Integer.parseInt(bits));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no address", e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] one = first.getAddress();
        byte[] other = address.getAddress();
        if (one.length != other.length) {
            return false;
        }
        int rest = 8 * one.length - bits;
        return new BigInteger(1, one).shiftRight(rest).equals(new BigInteger(1, other).shiftRight(rest));
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }
}
