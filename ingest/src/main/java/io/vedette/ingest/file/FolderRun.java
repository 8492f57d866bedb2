package io.vedette.ingest.file;

import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.SourceKind;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.BadInput;
import io.vedette.ingest.article.RefusedArticleException;
import io.vedette.ingest.kafka.ArticleWriter;
import io.vedette.ingest.kafka.Submission;
import io.vedette.schemas.Article;
import io.vedette.text.article.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** Reads files of a watched folder one after the other, each once; for one thread. */
final class FolderRun implements FileItems {

    private static final int MOST_REASONS = 100;

    private final ArticleWriter writer;
    private final ArticleFactory factory;
    private final IngestMetrics metrics;
    private FolderPosition position;
    private String identity = "";
    private long skip;
    private long taken;
    private long rejected;
    private final List<BadInput> reasons = new ArrayList<>();
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private volatile @Nullable Throwable failure;

    /**
     * What came of a file.
     *
     * @param readable false if it could not be read, or if nothing of it could be taken
     * @param reasons what was wrong, the first of it
     */
    record Outcome(Path file, boolean readable, long taken, long rejected, List<BadInput> reasons) {}

    /** @param position where it goes on */
    FolderRun(ArticleWriter writer, ArticleFactory factory, IngestMetrics metrics, FolderPosition position) {
        this.writer = writer;
        this.factory = factory;
        this.metrics = metrics;
        this.position = position;
    }

    /** Reads one file, or knows what came of it before; its articles are on their way then. */
    Outcome read(Path file) throws InterruptedException {
        String name = file.getFileName().toString();
        taken = 0;
        rejected = 0;
        reasons.clear();
        boolean readable = true;
        try {
            identity = identity(file);
            if (position.done().contains(identity) || position.failed().contains(identity)) {
                return outcome(file, position.done().contains(identity));
            }
            skip = position.file().equals(identity) ? position.item() : 0;
            FileFormat format = FileFormat.of(file).orElse(FileFormat.JSON_LINES);
            new ArticleFile(file, name, format, Layout.BY_NAME).read(this);
        } catch (IOException e) {
            readable = false;
            reasons.add(0, new BadInput(name, 0, 0, "can't be read: " + e.getMessage()));
        }
        readable &= taken > 0 || skip > 0 || rejected == 0;
        position = position.after(identity, readable);
        submit(List.of(), 0, 0);
        return outcome(file, readable);
    }

    /**
     * Waits for the commit of all that was read.
     *
     * @throws ExecutionException if Kafka will never take some of it
     */
    void await() throws InterruptedException, ExecutionException {
        last.get();
        Throwable thrown = failure;
        if (thrown != null) {
            throw new ExecutionException(thrown);
        }
    }

    /** The files were moved away: nothing needs to be known of them any more. */
    void moved() {
        position = FolderPosition.NONE;
    }

    @Override
    public void article(ArticleInput input, BadInput place, long item) throws InterruptedException {
        if (item <= skip) {
            return;
        }
        try {
            Article article = factory.of(input);
            metrics.in(SourceKind.FILE);
            taken++;
            position = position.at(identity, item);
            submit(List.of(article), 1, 0);
        } catch (RefusedArticleException e) {
            reject(place.because(String.valueOf(e.getMessage())), item, e.reason());
        }
    }

    @Override
    public void bad(BadInput bad, long item) throws InterruptedException {
        if (item > skip) {
            reject(bad, item, Refusal.Reason.MALFORMED);
        }
    }

    @Override
    public long known() {
        return skip;
    }

    private void reject(BadInput bad, long item, Refusal.Reason reason) throws InterruptedException {
        metrics.in(SourceKind.FILE);
        metrics.rejected(SourceKind.FILE, reason);
        rejected++;
        if (reasons.size() < MOST_REASONS) {
            reasons.add(bad);
        }
        position = position.at(identity, item);
        submit(List.of(), 1, 1);
    }

    private void submit(List<Article> articles, long read, long refused) throws InterruptedException {
        last = writer.put(new Submission(articles, position.write(), read, refused, false))
                .whenComplete((done, thrown) -> {
                    if (thrown == null) {
                        metrics.written(SourceKind.FILE, articles.size());
                    } else {
                        failure = thrown;
                    }
                });
    }

    private Outcome outcome(Path file, boolean readable) {
        return new Outcome(file, readable, taken, rejected, List.copyOf(reasons));
    }

    /** The same for the same file, another for a new one of the same name. */
    private static String identity(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return file.getFileName() + "|" + now.size() + "|" + now.lastModifiedTime();
    }
}
