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
 * The articles to measure with: as many different ones as asked for, from JSON Lines, or made by shuffling the sentences
 * of the seed article.  A watch on {@link #MARKER} matches every one, a watch on {@link #RARE_MARKER} every {@link #RARE}th.
 */
record Corpus(List<Article> articles, long bytes) {

    static final String MARKER = "benchmarkmarker";
    static final String RARE_MARKER = "raremarker";
    static final int RARE = 20;

    private static final int MADE_CHARACTERS = 4_100;
    private static final Instant LATEST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LONGER_THAN_A_STORY = Duration.ofDays(8);

    static Corpus of(List<Path> paths, int count) throws IOException {
        ArticleFactory factory = new ArticleFactory(256 * 1024, Clock.systemUTC());
        Map<String, Article> articles = new LinkedHashMap<>();
        ArticleFiles.read(paths, input -> {
            put(articles, factory, input);
            return articles.size() < count;
        });
        if (articles.isEmpty()) {
            make(articles, factory, count);
        }
        return new Corpus(
                List.copyOf(articles.values()),
                articles.values().stream().mapToLong(Corpus::size).sum());
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
                input.embargoUntil());
    }

    private static void make(Map<String, Article> articles, ArticleFactory factory, int count) throws IOException {
        List<String> sentences = seedSentences();
        Random random = new Random(7);
        while (articles.size() < count) {
            StringBuilder text = new StringBuilder(MADE_CHARACTERS + 400);
            while (text.length() < MADE_CHARACTERS) {
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
