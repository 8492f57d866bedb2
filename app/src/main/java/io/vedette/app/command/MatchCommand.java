package io.vedette.app.command;

import io.vedette.alerts.watch.WatchFile;
import io.vedette.app.article.ArticleLines;
import io.vedette.app.article.Matching;
import io.vedette.app.article.Tagging;
import io.vedette.app.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette match}. */
@Command(
        name = "match",
        description = {
            "Holds articles against watches, without Kafka.",
            "Prints one line of JSON for each watch that an article matches, with the words that made it match."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0: done, whether or not anything matched",
            "2: some lines were no articles",
            "64: wrong arguments",
            "65: a watch can't be parsed",
            "66: a file can't be read"
        },
        footerHeading = "%nExample:%n",
        footer = "  vedette match --watches watches.yaml articles.jsonl | jq -r '[.watchId, .title] | @tsv'")
public final class MatchCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Option(
            names = {"-w", "--watches"},
            required = true,
            paramLabel = "FILE",
            description = "YAML: a list of id, title, query, severity.")
    @SuppressWarnings("NullAway.Init") // picocli sets it: it is required
    private Path watches;

    @Parameters(arity = "1..*", paramLabel = "ARTICLES", description = "JSON Lines; also as .gz; - is standard input.")
    private final List<String> files = new ArrayList<>();

    public MatchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Matching matching = Matching.of(Tagging.of(config.configuration()), WatchFile.read(watches));
        int threads = Runtime.getRuntime().availableProcessors();
        return new ArticleLines(terminal)
                .process(files, threads, matching::lines, "")
                .code();
    }
}
