package io.vedette.app.source;

import io.vedette.ingest.item.Item;
import io.vedette.ingest.item.ItemList;
import io.vedette.ingest.item.UnreadableListException;
import io.vedette.ingest.probe.Finding;
import io.vedette.ingest.source.InvalidSourceException;
import io.vedette.ingest.source.Kind;
import io.vedette.ingest.source.SourceForm;
import io.vedette.ingest.web.WebException;
import io.vedette.schemas.Source;
import io.vedette.text.article.ArticleDate;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks each of many sources once, many hosts at a time and each host one after the other. */
public final class SourceCheck {

    private final SourceTools tools;
    private final int hostsAtATime;

    public SourceCheck(SourceTools tools, int hostsAtATime) {
        this.tools = tools;
        this.hostsAtATime = hostsAtATime;
    }

    /**
     * What a source answered.
     *
     * @param status answers, empty, unreadable, or the sort of failure: forbidden, not-found, timeout and so on
     * @param detail what it has, or why there is nothing
     */
    public record Result(SourceForm form, String status, String detail) {

        public static final String ANSWERS = "answers";

        public boolean answers() {
            return status.equals(ANSWERS);
        }
    }

    /**
     * Asks them all.
     *
     * @param told of each as it has answered, one at a time, on one thread after the other
     */
    public void run(List<SourceForm> sources, Consumer<Result> told) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(hostsAtATime, task -> {
            Thread thread = new Thread(task, "source-check");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> hosts = new ArrayList<>();
            for (List<SourceForm> host : byHost(sources).values()) {
                hosts.add(threads.submit(() -> ask(host, told)));
            }
            for (Future<?> host : hosts) {
                host.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("checking sources", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<String, List<SourceForm>> byHost(List<SourceForm> sources) {
        Map<String, List<SourceForm>> hosts = new LinkedHashMap<>();
        for (SourceForm source : sources) {
            hosts.computeIfAbsent(host(source.url()), host -> new ArrayList<>()).add(source);
        }
        return hosts;
    }

    private static String host(@Nullable String url) {
        try {
            return String.valueOf(URI.create(String.valueOf(url)).getHost());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private @Nullable Void ask(List<SourceForm> host, Consumer<Result> told) throws InterruptedException {
        for (SourceForm source : host) {
            Result result = ask(source);
            synchronized (this) {
                told.accept(result);
            }
        }
        return null;
    }

    private Result ask(SourceForm form) throws InterruptedException {
        try {
            return result(form, find(form.source(Duration.ZERO)));
        } catch (WebException e) {
            String kind = e.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new Result(form, kind, String.valueOf(e.getMessage()));
        } catch (InvalidSourceException | UnreadableListException e) {
            return new Result(form, "invalid", String.valueOf(e.getMessage()));
        }
    }

    private Finding find(Source source) throws WebException, UnreadableListException, InterruptedException {
        URI address = URI.create(source.getUrl());
        Kind kind = Kind.valueOf(source.getKind());
        return kind == Kind.PAGE
                ? tools.probe().probe(address)
                : tools.probe().probe(address, kind, tools.trial().reader(kind, source.getMapping()));
    }

    private static Result result(SourceForm form, Finding finding) {
        URI movedTo = finding.document().movedTo();
        String moved = movedTo == null ? "" : "; moved for good to " + movedTo;
        if (finding instanceof Finding.Listed listed) {
            ItemList list = listed.list();
            boolean empty = list.items().isEmpty() && list.parts().isEmpty();
            return new Result(form, empty ? "empty" : Result.ANSWERS, inWords(list) + moved);
        } else if (finding instanceof Finding.Page page && !page.page().text().isBlank()) {
            return new Result(form, Result.ANSWERS, page.page().text().length() + " characters" + moved);
        } else if (finding instanceof Finding.Nothing nothing) {
            return new Result(form, "unreadable", nothing.why() + moved);
        }
        return new Result(form, "empty", "a page without an article" + moved);
    }

    private static String inWords(ItemList list) {
        if (!list.parts().isEmpty()) {
            return list.parts().size() + " further lists";
        }
        Optional<Instant> newest = list.items().stream()
                .map(Item::article)
                .flatMap(article -> Optional.ofNullable(article.date()).flatMap(ArticleDate::read).stream())
                .max(Instant::compareTo);
        return list.items().size() + " items"
                + newest.map(at -> ", the newest of " + at.toString().substring(0, 10))
                        .orElse("");
    }
}
