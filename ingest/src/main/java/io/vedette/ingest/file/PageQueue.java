package io.vedette.ingest.file;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.BadInput;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Takes the articles out of pages on all processors, and hands them on in the order in which they were added, so that how
 * far a file is read is one number.  A few pages are held at a time.  For one thread.
 */
final class PageQueue implements AutoCloseable {

    private static final int PAGES_EACH = 4;
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final FileItems items;
    private final int most;
    private final ExecutorService threads;
    private final Queue<Page> pages = new ArrayDeque<>();
    private long bytes;

    private record Page(Future<ArticleInput> article, int bytes, BadInput place, long item) {}

    /** @param items take what was found, on the thread that adds pages */
    PageQueue(FileItems items) {
        this.items = items;
        int processors = Runtime.getRuntime().availableProcessors();
        this.most = PAGES_EACH * processors;
        this.threads = Executors.newFixedThreadPool(processors, task -> {
            Thread thread = new Thread(task, "ingest-pages");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Adds a page, and waits while too many are held.
     *
     * @param size of the page in bytes
     */
    void add(Callable<ArticleInput> extraction, int size, BadInput place, long item) throws InterruptedException {
        while (!pages.isEmpty() && (pages.size() >= most || bytes + size > MOST_BYTES)) {
            giveFirst();
        }
        pages.add(new Page(threads.submit(extraction), size, place, item));
        bytes += size;
    }

    /** Something that is no page, behind those that were added. */
    void bad(BadInput bad, long item) throws InterruptedException {
        finish();
        items.bad(bad, item);
    }

    /** Hands on all that was added. */
    void finish() throws InterruptedException {
        while (!pages.isEmpty()) {
            giveFirst();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void giveFirst() throws InterruptedException {
        Page page = pages.remove();
        bytes -= page.bytes();
        try {
            items.article(page.article().get(), page.place(), page.item());
        } catch (ExecutionException e) {
            items.bad(page.place().because("the page can't be read: " + e.getCause()), page.item());
        }
    }
}
