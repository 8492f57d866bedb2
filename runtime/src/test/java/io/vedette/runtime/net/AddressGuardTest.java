package io.vedette.runtime.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private final AddressGuard guard = new AddressGuard(InetAddress::getAllByName, List.of(), "allow");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2130706433"
            })
    void addressesThatAreNotPublicAreRefused(String host) {
        assertThatThrownBy(() -> guard.resolve(host))
                .isInstanceOf(RefusedAddressException.class)
                .hasMessageContaining("allow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1", "2606:4700::1111"})
    void publicOnesAreNot(String host) throws Exception {
        assertThat(guard.resolve(host)).containsExactly(InetAddress.getByName(host));
    }

    @Test
    void whatIsAllowedMayBeConnectedTo() throws Exception {
        AddressGuard allowing =
                new AddressGuard(InetAddress::getAllByName, List.of("127.0.0.0/8", "fd00::/8"), "allow");

        assertThat(allowing.resolve("127.0.0.1")).hasSize(1);
        assertThat(allowing.resolve("fd00::7")).hasSize(1);
        assertThatThrownBy(() -> allowing.resolve("10.0.0.1")).isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void ofANameWithBothOnlyThePublicAddressesRemain() throws Exception {
        AddressGuard mixed = new AddressGuard(
                host -> new InetAddress[] {InetAddress.getByName("10.0.0.1"), InetAddress.getByName("8.8.8.8")},
                List.of(),
                "allow");

        assertThat(mixed.resolve("example.org")).containsExactly(InetAddress.getByName("8.8.8.8"));
    }

    @Test
    void aNameThatLeadsInsideIsRefused() {
        AddressGuard inside =
                new AddressGuard(host -> new InetAddress[] {InetAddress.getByName("192.168.0.10")}, List.of(), "allow");

        assertThatThrownBy(() -> inside.resolve("innocent.example.org"))
                .isInstanceOf(RefusedAddressException.class)
                .hasMessageContaining("innocent.example.org");
    }

    @Test
    void aNameThatNobodyKnowsIsNoRefusal() {
        AddressGuard nobody = new AddressGuard(
                host -> {
                    throw new UnknownHostException(host);
                },
                List.of(),
                "allow");

        assertThatThrownBy(() -> nobody.resolve("nowhere.invalid"))
                .isInstanceOf(UnknownHostException.class)
                .isNotInstanceOf(RefusedAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "example.org", "10.0.0/8", "", "fd00::/129", "300.1.1.1"})
    void whatIsNoRangeIsRefusedAtOnce(String range) {
        assertThatThrownBy(() -> new AddressGuard(InetAddress::getAllByName, List.of(range), "allow"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
