package io.vedette.bench.watches;

import io.vedette.app.article.TagData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The usual mix of watches for other benchmarks. */
public final class MixQueries {

    private static final long SEED = 4;
    private static final int VOCABULARY = 4_000;

    private MixQueries() {}

    /**
     * Makes queries as the watch language has them, the same ones each time.
     *
     * @param files articles whose words and places they are made of
     */
    public static List<String> make(List<Path> files, int count, TagData tagging) throws IOException {
        List<Sample> samples = Sample.read(files, VOCABULARY, tagging.annotator());
        return Mix.USUAL.make(new Vocabulary(samples, tagging.gazetteer(), SEED), count).stream()
                .map(MadeWatch::query)
                .toList();
    }

    /** What share of them asks in which way. */
    public static String what() {
        return Mix.USUAL.what();
    }
}
