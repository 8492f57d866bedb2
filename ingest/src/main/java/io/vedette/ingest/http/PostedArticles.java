package io.vedette.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vedette.ingest.IngestMetrics;
import io.vedette.ingest.SourceKind;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.ArticleJson;
import io.vedette.ingest.article.BadInput;
import io.vedette.ingest.article.MalformedInputException;
import io.vedette.ingest.article.RefusedArticleException;
import io.vedette.schemas.Article;
import io.vedette.text.article.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What one request brought; for one thread. */
final class PostedArticles {

    private final ArticleFactory factory;
    private final IngestMetrics metrics;
    private final List<Article> articles = new ArrayList<>();
    private final List<BadInput> bad = new ArrayList<>();
    private int index;

    PostedArticles(ArticleFactory factory, IngestMetrics metrics) {
        this.factory = factory;
        this.metrics = metrics;
    }

    List<Article> articles() {
        return articles;
    }

    List<BadInput> bad() {
        return bad;
    }

    /**
     * Reads a body: NDJSON if its first line is an object by itself and more follow, and else one object or an array.
     *
     * @throws MalformedInputException if the object or array is none; in NDJSON bad lines only add to {@link #bad}
     */
    void read(byte[] body) throws MalformedInputException, InterruptedException {
        String text = new String(body, UTF_8);
        String json = text.startsWith("\ufeff") ? text.substring(1) : text;
        if (looksLikeNdjson(json)) {
            readLines(json);
        } else {
            readDocument(json);
        }
    }

    /** Whether that content type says that it is one article a line. */
    static boolean isNdjson(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).matches(".*(ndjson|jsonl|jsonlines).*");
    }

    private static boolean looksLikeNdjson(String json) {
        int end = json.indexOf('\n');
        if (end < 0 || json.substring(end).isBlank()) {
            return false;
        }
        try {
            ArticleJson.line(json.substring(0, end), 1);
            return true;
        } catch (MalformedInputException e) {
            return false;
        }
    }

    private void readLines(String json) {
        long number = 0;
        for (String line : (Iterable<String>) json.lines()::iterator) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                add(ArticleJson.line(line, number), new BadInput(null, number, 0, ""));
            } catch (MalformedInputException e) {
                refuse(e.in(null), Refusal.Reason.MALFORMED);
            }
        }
    }

    private void readDocument(String json) throws MalformedInputException, InterruptedException {
        try {
            List<ArticleInput> all = new ArrayList<>();
            ArticleJson.document(new StringReader(json), all::add);
            all.forEach(input -> add(input, new BadInput("article " + ++index, 0, 0, "")));
        } catch (MalformedInputException e) {
            metrics.in(SourceKind.HTTP);
            metrics.rejected(SourceKind.HTTP, Refusal.Reason.MALFORMED);
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    private void add(ArticleInput input, BadInput place) {
        try {
            articles.add(factory.of(input));
            metrics.in(SourceKind.HTTP);
        } catch (RefusedArticleException e) {
            refuse(place.because(String.valueOf(e.getMessage())), e.reason());
        }
    }

    private void refuse(BadInput input, Refusal.Reason reason) {
        metrics.in(SourceKind.HTTP);
        metrics.rejected(SourceKind.HTTP, reason);
        bad.add(input);
    }
}
