package io.vedette.runtime.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "fd00::/8"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // who is connected | X-Forwarded-For | the client
                "203.0.113.9  | 198.51.100.1                 | 203.0.113.9", // no proxy of ours
                "10.0.0.1     | 198.51.100.1                 | 198.51.100.1",
                "10.0.0.1     | 6.6.6.6, 198.51.100.1        | 198.51.100.1", // what the client wrote itself
                "10.0.0.1     | 198.51.100.1, 10.2.3.4       | 198.51.100.1",
                "10.0.0.1     | 10.9.9.9, 198.51.100.1, 10.2.3.4 | 198.51.100.1",
                "10.0.0.1     | 10.0.0.7, 10.0.0.8           | 10.0.0.7", // inside all along
                "10.0.0.1     | 6.6.6.6, unknown             | 10.0.0.1",
                "10.0.0.1     | 6.6.6.6, , 10.0.0.2          | 10.0.0.2",
                "10.0.0.1     | 6.6.6.6, evil.example.org    | 10.0.0.1",
                "10.0.0.1     | 198.51.100.1:4711            | 198.51.100.1",
                "10.0.0.1     | 999.1.1.1                    | 10.0.0.1",
                "fd00::1      | 2001:db8::7                  | 2001:db8:0:0:0:0:0:7",
                "fd00::1      | [2001:db8::7]:80             | 2001:db8:0:0:0:0:0:7",
                "10.0.0.1     | ''                           | 10.0.0.1",
            })
    void theClientIsTheRightMostThatIsNotTrusted(String peer, String forwarded, String client) {
        assertThat(proxies.byForwardedFor(peer, List.of(forwarded))).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "10.0.0.1 | for=198.51.100.1                                   | 198.51.100.1",
                "10.0.0.1 | For=\"[2001:db8::7]:4711\";proto=https             | 2001:db8:0:0:0:0:0:7",
                "10.0.0.1 | for=6.6.6.6, proto=http;for=198.51.100.1;by=10.0.0.9, for=10.0.0.2 | 198.51.100.1",
                "10.0.0.1 | for=198.51.100.1, for=unknown                      | 10.0.0.1",
                "10.0.0.1 | for=198.51.100.1, for=_hidden                      | 10.0.0.1",
                "10.0.0.1 | for=198.51.100.1;host=\"a, for=6.6.6.6\"           | 198.51.100.1",
                "10.0.0.1 | for=198.51.100.1;host=\"a\\\", for=6.6.6.6\"       | 198.51.100.1",
                "10.0.0.1 | proto=https                                        | 10.0.0.1",
                "203.0.113.9 | for=198.51.100.1                                | 203.0.113.9",
            })
    void forwardedIsReadAsItsStandardHasIt(String peer, String forwarded, String client) {
        assertThat(proxies.byForwarded(peer, List.of(forwarded))).isEqualTo(client);
    }

    @Test
    void severalHeadersAreOneInTheirOrder() {
        assertThat(proxies.byForwardedFor("10.0.0.1", List.of("6.6.6.6", "198.51.100.1, 10.0.0.3")))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void whatIsNoRangeIsRefused() {
        assertThatThrownBy(() -> new TrustedProxies(List.of("proxy.example.org")))
                .hasMessageContaining("10.0.0.0/8");
    }
}
