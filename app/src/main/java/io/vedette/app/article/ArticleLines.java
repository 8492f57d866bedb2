package io.vedette.app.article;

import io.vedette.app.terminal.Terminal;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.ArticleJson;
import io.vedette.ingest.article.MalformedInputException;
import io.vedette.runtime.ExitCode;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** Articles from JSON Lines, worked on in parallel, with one result for each line in the order of the lines. */
public final class ArticleLines {

    private final Terminal terminal;
    private long bad;

    public ArticleLines(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Result(String output, String complaint) {}

    /**
     * Works on all articles and writes the results to standard output.
     *
     * @param files JSON Lines; {@code -} is standard input
     * @param threads how many work at a time
     * @param work gives what is written for an article, line end included; may be empty
     * @param instead is written for a line that is no article, line end included; may be empty
     * @return {@link ExitCode#SOME_INPUT_BAD} if a line was no article
     */
    public ExitCode process(List<String> files, int threads, Function<ArticleInput, String> work, String instead)
            throws IOException, InterruptedException {
        try (Counter counter = new Counter(terminal, "articles");
                Ordered<Result> ordered = new Ordered<>(threads, result -> write(result, counter))) {
            new Lines(terminal.in())
                    .read(files, (file, number, line) -> ordered.add(() -> result(file, number, line, work, instead)));
            ordered.finish();
        }
        terminal.out().flush();
        if (bad > 0) {
            terminal.note(bad + (bad == 1 ? " line was" : " lines were") + " no article");
        }
        return bad == 0 ? ExitCode.OK : ExitCode.SOME_INPUT_BAD;
    }

    private static Result result(
            String file, long number, String line, Function<ArticleInput, String> work, String instead) {
        try {
            return new Result(work.apply(ArticleJson.line(line, number)), "");
        } catch (MalformedInputException e) {
            return new Result(instead, e.in(file).toString());
        }
    }

    private void write(Result result, Counter counter) {
        terminal.out().write(result.output());
        counter.increment();
        if (!result.complaint().isEmpty()) {
            bad++;
            terminal.note(result.complaint());
        }
        // Whoever reads the result has gone, as head does.
        if (terminal.out().checkError()) {
            throw new OutputClosedException();
        }
    }
}
