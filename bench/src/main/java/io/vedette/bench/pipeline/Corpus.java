package io.vedette.bench.pipeline;

import io.vedette.bench.ArticleFiles;
import io.vedette.ingest.article.ArticleFactory;
import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.RefusedArticleException;
import io.vedette.schemas.Article;
import io.vedette.seeds.Seeds;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The articles to measure with: as many different ones as asked for, from JSON Lines, cut at 4 KB, and again as
 * further editions if there are too few; or made by shuffling the sentences of the seed article.  A watch on {@link #MARKER}
 * matches every one, a watch on {@link #RARE_MARKER} every {@link #RARE}th.
 */
record Corpus(List<Article> articles, long bytes) {

    static final String MARKER = "benchmarkmarker";
    static final String RARE_MARKER = "raremarker";
    static final int RARE = 20;

    private static final int MOST_CHARACTERS = 4_096;
    private static final Instant LATEST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LONGER_THAN_A_STORY = Duration.ofDays(8);

    static Corpus of(List<Path> paths, int count) throws IOException {
        ArticleFactory factory = new ArticleFactory(256 * 1024, Clock.systemUTC());
        Map<String, Article> articles = new LinkedHashMap<>();
        read(paths, count, articles, factory);
        if (articles.isEmpty()) {
            make(articles, factory, count);
        }
        return of(List.copyOf(articles.values()));
    }

    /** So many of them. */
    Corpus first(int count) {
        return of(articles.subList(0, Math.min(count, articles.size())));
    }

    private static Corpus of(List<Article> articles) {
        return new Corpus(articles, articles.stream().mapToLong(Corpus::size).sum());
    }

    private static void read(List<Path> paths, int count, Map<String, Article> articles, ArticleFactory factory)
            throws IOException {
        int before = -1;
        for (int edition = 1; articles.size() < count && articles.size() > before; edition++) {
            before = articles.size();
            String suffix = edition == 1 ? "" : "edition=" + edition;
            ArticleFiles.read(paths, input -> {
                put(articles, factory, edition(input, suffix));
                return articles.size() < count;
            });
        }
    }

    /** The same article under an id of its own, and 4 KB of it at most. */
    private static ArticleInput edition(ArticleInput input, String suffix) {
        String text = input.text() == null ? "" : input.text();
        String url = input.url();
        return new ArticleInput(
                text.substring(0, Math.min(text.length(), MOST_CHARACTERS)) + '\n' + suffix,
                null,
                input.title(),
                url == null || suffix.isEmpty() ? url : url + (url.contains("?") ? '&' : '?') + suffix,
                input.source(),
                input.date(),
                input.author(),
                input.language(),
                null,
                input.embargoUntil());
    }

    private static void put(Map<String, Article> articles, ArticleFactory factory, ArticleInput input) {
        try {
            String marker = articles.size() % RARE == 0 ? RARE_MARKER + ' ' + MARKER : MARKER;
            Article article = factory.of(marked(input, marker));
            // a story of its own, or those that copy another would raise no alert
            article.setPublishedAt(LATEST.minus(LONGER_THAN_A_STORY.multipliedBy(articles.size())));
            articles.putIfAbsent(article.getId(), article);
        } catch (RefusedArticleException e) {
            // an empty text, and nothing to measure with
        }
    }

    private static ArticleInput marked(ArticleInput input, String marker) {
        return new ArticleInput(
                input.text() + '\n' + marker,
                input.id(),
                input.title(),
                input.url(),
                input.source(),
                input.date(),
                input.author(),
                input.language(),
                input.fetched(),
                input.embargoUntil());
    }

    private static void make(Map<String, Article> articles, ArticleFactory factory, int count) throws IOException {
        List<String> sentences = seedSentences();
        Random random = new Random(7);
        while (articles.size() < count) {
            StringBuilder text = new StringBuilder(MOST_CHARACTERS + 400);
            while (text.length() < MOST_CHARACTERS) {
                text.append(sentences.get(random.nextInt(sentences.size()))).append(' ');
            }
            put(articles, factory, ArticleInput.of("Made for measuring, number " + articles.size(), text.toString()));
        }
    }

    private static List<String> seedSentences() throws IOException {
        try (BufferedReader lines = ArticleFiles.reader(Seeds.open("articles/seed-article.txt"))) {
            return lines.lines().filter(line -> !line.isBlank()).toList();
        }
    }

    private static long size(Article article) {
        return article.getText().getBytes(StandardCharsets.UTF_8).length;
    }
}
