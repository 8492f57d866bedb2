package io.vedette.ingest.file;

import io.vedette.ingest.article.ArticleInput;
import io.vedette.ingest.article.BadInput;
import java.io.IOException;
import java.nio.file.Path;

/** Reads a file of articles and writes them nowhere. */
public final class FileTrial {

    /**
     * What is in a file.
     *
     * @param articles how many
     * @param bad how much that is no article
     */
    public record Found(long articles, long bad) {}

    private FileTrial() {}

    /**
     * Reads it to its end; what it holds is told by its name, as for {@code vedette ingest}.
     *
     * @throws IOException if reading fails, also because it is packed and damaged
     */
    public static Found read(Path file) throws IOException, InterruptedException {
        Counting found = new Counting();
        String name = String.valueOf(file.getFileName());
        new ArticleFile(file, name, FileFormat.of(file).orElse(FileFormat.JSON_LINES), Layout.BY_NAME).read(found);
        return new Found(found.articles, found.bad);
    }

    private static final class Counting implements FileItems {
        private long articles;
        private long bad;

        @Override
        public void article(ArticleInput article, BadInput place, long item) {
            articles++;
        }

        @Override
        public void bad(BadInput one, long item) {
            bad++;
        }

        @Override
        public long known() {
            return 0;
        }
    }
}
