package io.vedette.app.article;

import io.vedette.app.terminal.Terminal;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.ArticleJson;
import io.vedette.ingest.article.MalformedInputException;
import io.vedette.runtime.ExitCode;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Articles from JSON Lines, worked on in parallel, with one result for each line in the order of the lines. */
public final class ArticleLines {

    private final Terminal terminal;
    private long bad;

    public ArticleLines(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Result<T>(@Nullable T output, String complaint) {}

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
        return process(files, threads, work, Function.identity(), instead);
    }

    /**
     * The same in two steps, the second of which depends on the articles before.
     *
     * @param work the first step, by many threads
     * @param inOrder the second one, by one thread and in the order of the lines: gives what is written for an article
     */
    public <T> ExitCode process(
            List<String> files,
            int threads,
            Function<ArticleInput, T> work,
            Function<T, String> inOrder,
            String instead)
            throws IOException, InterruptedException {
        try (Counter counter = new Counter(terminal, "articles");
                Ordered<Result<T>> ordered =
                        new Ordered<>(threads, result -> write(result, inOrder, instead, counter))) {
            new Lines(terminal.in())
                    .read(files, (file, number, line) -> ordered.add(() -> result(file, number, line, work)));
            ordered.finish();
        }
        terminal.out().flush();
        if (bad > 0) {
            terminal.note(bad + (bad == 1 ? " line was" : " lines were") + " no article");
        }
        return bad == 0 ? ExitCode.OK : ExitCode.SOME_INPUT_BAD;
    }

    private static <T> Result<T> result(String file, long number, String line, Function<ArticleInput, T> work) {
        try {
            return new Result<>(work.apply(ArticleJson.line(line, number)), "");
        } catch (MalformedInputException e) {
            return new Result<>(null, e.in(file).toString());
        }
    }

    private <T> void write(Result<T> result, Function<T, String> inOrder, String instead, Counter counter) {
        T output = result.output();
        terminal.out().write(output == null ? instead : inOrder.apply(output));
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
