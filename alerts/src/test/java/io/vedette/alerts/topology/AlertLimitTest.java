package io.vedette.alerts.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.schemas.Alert;
import io.vedette.schemas.MatchedClause;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AlertLimitTest {

    private static final int LIMIT = 10_000;

    private final AlertLimit limit = new AlertLimit(LIMIT);

    @Test
    void leavesAnAlertThatFitsAsItIs() {
        Alert alert = limit.fit(alert(3, "short"));

        assertThat(alert.getTruncated()).isEmpty();
        assertThat(alert.getClauses().get(0).getSnippet()).isEqualTo("short");
    }

    @Test
    void shedsSnippetsFirst() {
        Alert alert = limit.fit(alert(10, "x".repeat(2_000)));

        assertThat(alert.getTruncated()).containsExactly("snippets");
        assertThat(alert.getClauses()).hasSize(10);
    }

    @Test
    void shedsTheLastClausesNext() {
        Alert alert = limit.fit(alert(1_000, ""));

        assertThat(alert.getTruncated()).containsExactly("snippets", "clauses");
        assertThat(alert.getClauses()).isNotEmpty();
        assertThat(alert.getClauses().get(0).getClause()).isEqualTo("clause 0");
    }

    @Test
    void makesEvenAnAbsurdHeadlineFit() {
        Alert alert = alert(1, "");
        alert.setTitle("\u0001".repeat(1_000_000));

        limit.fit(alert);

        assertThat(alert.getTruncated()).containsExactly("snippets", "clauses", "texts");
        assertThat(AlertJson.write(alert).getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(LIMIT);
    }

    private static Alert alert(int clauses, String snippet) {
        return Alert.newBuilder()
                .setClauses(IntStream.range(0, clauses)
                        .mapToObj(i -> MatchedClause.newBuilder()
                                .setClause("clause " + i)
                                .setSnippet(snippet)
                                .build())
                        .toList())
                .build();
    }
}
