package io.vedette.text.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.text.ClaimType;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.watch.query.Described;
import io.vedette.text.watch.query.Entities;
import io.vedette.text.watch.query.Query;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/watch-language.md shows is so. */
class WatchLanguagePageTest {

    private static final Pattern ERROR = Pattern.compile("(?m)^\\| `([^`]+)` \\| (column [^|…]+)[^|]* \\|$");
    private static final Pattern BLOCK = Pattern.compile("(?s)```\n(.*?)```");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`(?:[^|]|\\\\\\|)+?) \\| (?!column )");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Test
    void theExamplesCompile() throws IOException {
        List<String> examples = new ArrayList<>();
        BLOCK.matcher(page()).results().forEach(block -> block.group(1).lines().forEach(examples::add));

        assertThat(examples).hasSizeGreaterThan(10).allSatisfy(query -> WatchQuery.compile(query, new AnyName()));
    }

    @Test
    void whatIsShownInTablesCanBeWritten() throws IOException {
        List<String> shown = new ArrayList<>();
        ROW.matcher(page()).results().forEach(row -> CODE.matcher(row.group(1))
                .results()
                .forEach(code -> shown.add(code.group(1).replace("\\|", "|"))));

        assertThat(shown)
                .hasSizeGreaterThan(60)
                .allSatisfy(query ->
                        Query.parse(query.startsWith("type:") ? "claim(" + query + ")" : query, new AnyName()));
    }

    @Test
    void theErrorsReadAsShown() throws IOException {
        List<MatchResult> rows = ERROR.matcher(page()).results().toList();

        assertThat(rows).hasSize(10).allSatisfy(row -> assertThatThrownBy(
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

    /** Knows whatever it is asked. */
    private static final class AnyName implements Entities {

        @Override
        public Set<String> actors(String name) {
            return Set.of(name);
        }

        @Override
        public Set<String> places(String name) {
            return Set.of(name);
        }

        @Override
        public Described describe(String id) {
            MentionType type = id.endsWith("mil") ? MentionType.ARMED_FORCE : MentionType.COUNTRY;
            return new Described(id, id, type, "UA", 1);
        }

        @Override
        public Set<String> areas(String placeId) {
            return Set.of(placeId);
        }

        @Override
        public List<String> suggestions(MentionKind kind, String name, int limit) {
            return List.of();
        }
    }
}
