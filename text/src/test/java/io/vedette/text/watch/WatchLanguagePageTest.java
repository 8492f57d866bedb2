package io.vedette.text.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.text.ClaimType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/watch-language.md shows is so. */
class WatchLanguagePageTest {

    private static final Pattern ERROR = Pattern.compile("(?m)^\\| `([^`]+)` \\| (column [^|…]+)[^|]* \\|$");
    private static final Pattern EXAMPLES = Pattern.compile("(?s)```\n(.*?)```");

    @Test
    void theExamplesCompile() throws IOException {
        List<String> examples = EXAMPLES.matcher(page())
                .results()
                .toList()
                .get(0)
                .group(1)
                .lines()
                .toList();

        assertThat(examples).hasSize(3).allSatisfy(query -> WatchQuery.compile(query, Articles.ENTITIES));
    }

    @Test
    void theErrorsReadAsShown() throws IOException {
        List<MatchResult> rows = ERROR.matcher(page()).results().toList();

        assertThat(rows).hasSize(7).allSatisfy(row -> assertThatThrownBy(
                        () -> WatchQuery.compile(row.group(1), Articles.ENTITIES))
                .satisfies(error -> assertThat(error.getMessage())
                        .startsWithIgnoringCase(row.group(2).strip())));
    }

    @Test
    void everyClaimTypeIsListed() throws IOException {
        String page = page();

        assertThat(ClaimType.values()).allSatisfy(type -> assertThat(page).containsPattern("\\b" + type + "\\b"));
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "watch-language.md"));
    }
}
