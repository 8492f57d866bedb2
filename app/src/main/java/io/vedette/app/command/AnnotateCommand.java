package io.vedette.app.command;

import io.vedette.app.article.ArticleLines;
import io.vedette.app.article.StoryLines;
import io.vedette.app.article.Tagging;
import io.vedette.app.article.Tagging.Tagged;
import io.vedette.app.page.AnnotationPage;
import io.vedette.app.terminal.Terminal;
import io.vedette.records.AnnotatedJson;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code vedette annotate}. */
@Command(
        name = "annotate",
        description = {
            "Tags articles, without Kafka.",
            "Finds actors, places and claims, and which articles tell the same story.  Reads JSON Lines and prints JSON Lines: one line for each line that it reads,"
                    + " in the same order."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0: done", "2: some lines were no articles", "64: wrong arguments", "66: a file can't be read"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vedette annotate articles.jsonl > annotated.jsonl",
            "  vedette annotate --explain articles.jsonl | jq '.mentions[] | {text, name, explanation}'",
            "  vedette annotate --html articles.jsonl > articles.html",
            "  zcat articles.jsonl.gz | vedette annotate - | jq '.claims[].type'",
            "  echo '{\"text\":\"Troops entered Melitopol.\"}' | vedette annotate -"
        })
public final class AnnotateCommand implements Callable<Integer> {

    private static final String NO_ARTICLE = "{\"id\":null,\"error\":\"not an article\"}\n";

    private final Terminal terminal;

    @Mixin
    private final ConfigOptions config = new ConfigOptions();

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "JSON Lines, one article a line; also as .gz; - is standard input.")
    private final List<String> files = new ArrayList<>();

    @Option(
            names = {"-t", "--threads"},
            paramLabel = "N",
            description = "How many articles are tagged at a time (default: one for each core).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--explain",
            description = "Says for each mention and claim which rule, alias or context decided, in \"explanation\".")
    private boolean explain;

    @Option(
            names = "--html",
            description = "Prints a page to look at instead, with the tags in colour and the claims in tables.")
    private boolean html;

    public AnnotateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Tagging tagging = Tagging.of(config.configuration());
        ArticleLines lines = new ArticleLines(terminal);
        if (html) {
            return page(lines, tagging);
        }
        StoryLines stories = new StoryLines(Instant.now());
        return lines.process(
                        files,
                        threads(),
                        article -> {
                            Tagged tagged = tagging.tag(article);
                            return StoryLines.line(line(tagged), article, tagged);
                        },
                        line -> stories.withStory(line) + "\n",
                        NO_ARTICLE)
                .code();
    }

    private Integer page(ArticleLines lines, Tagging tagging) throws IOException, InterruptedException {
        terminal.out().print(AnnotationPage.head());
        int code = lines.process(files, threads(), article -> section(tagging.tag(article)), "")
                .code();
        terminal.out().print(AnnotationPage.foot());
        terminal.out().flush();
        return code;
    }

    private static String section(Tagged tagged) {
        return AnnotationPage.section(tagged.id(), tagged.document(), tagged.annotations());
    }

    private String line(Tagged tagged) {
        return explain
                ? AnnotatedJson.explained(tagged.id(), tagged.articleId(), tagged.annotations())
                : AnnotatedJson.line(tagged.id(), tagged.articleId(), tagged.annotations());
    }

    private int threads() {
        return Math.max(1, threads);
    }
}
