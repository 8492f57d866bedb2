package io.vedette.bench.stage;

import io.vedette.bench.SeedData;
import io.vedette.bench.taggers.SampleArticles;
import io.vedette.text.Document;
import io.vedette.text.Mention;
import io.vedette.text.StandardAnnotator;
import io.vedette.text.claim.ClaimLexicon;
import io.vedette.text.claim.ClaimTagger;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.language.TokenizedDocument;
import io.vedette.text.mention.MentionTagger;
import io.vedette.text.token.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Articles of 4 KB with what each step needs, given out in turn. */
@State(Scope.Thread)
public class Sample {

    /** The system property that names the files, with commas between. */
    static final String FILES = "bench.files";

    private static final int ARTICLES = 500;

    /** An article with what the step before makes of it. */
    record Prepared(Document document, Tokens tokens, TokenizedDocument tokenized, List<Mention> mentions) {}

    final Gazetteer gazetteer;
    final MentionTagger mentionTagger;
    final ClaimTagger claimTagger;
    final StandardAnnotator annotator;

    private final List<Prepared> articles;
    private int next;

    public Sample() {
        try {
            ClaimLexicon lexicon = SeedData.lexicon();
            gazetteer = SeedData.gazetteer();
            mentionTagger = new MentionTagger(gazetteer);
            claimTagger = new ClaimTagger(lexicon);
            annotator = new StandardAnnotator(gazetteer, lexicon);
            articles = SampleArticles.read(files(), ARTICLES).stream()
                    .map(this::prepare)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("articles or seeds can't be read", e);
        }
    }

    Prepared next() {
        next = next + 1 == articles.size() ? 0 : next + 1;
        return articles.get(next);
    }

    private Prepared prepare(Document document) {
        TokenizedDocument tokenized = TokenizedDocument.of(document);
        return new Prepared(document, Tokens.of(document.body()), tokenized, mentionTagger.tag(tokenized));
    }

    private static List<Path> files() {
        return Arrays.stream(System.getProperty(FILES, "").split(","))
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .toList();
    }
}
