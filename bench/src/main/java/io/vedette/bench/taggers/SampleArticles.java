package io.vedette.bench.taggers;

import io.vedette.bench.ArticleFiles;
import io.vedette.seeds.Seeds;
import io.vedette.text.Document;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Articles of 4 KB: texts that follow each other are joined until there are 4,096 characters, then cut at white space.
 * From each file as many, so that sorts of news mix.
 */
public final class SampleArticles {

    private static final int LENGTH = 4_096;

    private final int wanted;
    private final List<Document> documents = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private SampleArticles(int wanted) {
        this.wanted = wanted;
    }

    /**
     * Reads articles.
     *
     * @param files JSON Lines, also .gz; if none, sentences of the seed article are shuffled
     * @param count how many at most
     */
    public static List<Document> read(List<Path> files, int count) throws IOException {
        if (files.isEmpty()) {
            return made(count);
        }
        List<Document> documents = new ArrayList<>();
        for (Path file : files) {
            SampleArticles articles = new SampleArticles(count / files.size());
            ArticleFiles.read(List.of(file), input -> articles.add(input.text()));
            documents.addAll(articles.documents);
        }
        return documents;
    }

    private boolean add(@Nullable String more) {
        text.append(more == null ? "" : more).append("\n\n");
        while (text.length() >= LENGTH && documents.size() < wanted) {
            int end = LENGTH;
            while (end > LENGTH / 2 && !Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            documents.add(Document.of(text.substring(0, end).strip()));
            text.delete(0, end);
        }
        return documents.size() < wanted;
    }

    private static List<Document> made(int count) throws IOException {
        List<String> sentences;
        try (BufferedReader lines = ArticleFiles.reader(Seeds.open("articles/seed-article.txt"))) {
            sentences = lines.lines().filter(line -> !line.isBlank()).toList();
        }
        SampleArticles articles = new SampleArticles(count);
        Random random = new Random(7);
        boolean more = true;
        while (more) {
            more = articles.add(sentences.get(random.nextInt(sentences.size())));
        }
        return articles.documents;
    }
}
