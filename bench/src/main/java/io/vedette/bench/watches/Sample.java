package io.vedette.bench.watches;

import io.vedette.bench.taggers.SampleArticles;
import io.vedette.text.Annotations;
import io.vedette.text.Annotator;
import io.vedette.text.Document;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An article of 4 KB and what was found in it. */
record Sample(Document document, Annotations annotations) {

    /** The only language of the samples, so that Lucene can do with one stemmer. */
    static final String LANGUAGE = "en";

    /** Reads and tags articles; those in another language are left out. */
    static List<Sample> read(List<Path> files, int count, Annotator annotator) throws IOException {
        return SampleArticles.read(files, count).stream()
                .map(document -> new Sample(document, annotator.annotate(document)))
                .filter(sample -> sample.annotations().language().equals(LANGUAGE))
                .toList();
    }
}
