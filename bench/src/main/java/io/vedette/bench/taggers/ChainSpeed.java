package io.vedette.bench.taggers;

import io.vedette.bench.SeedData;
import io.vedette.bench.Statistics;
import io.vedette.text.Annotator;
import io.vedette.text.Document;
import io.vedette.text.Mention;
import io.vedette.text.StandardAnnotator;
import io.vedette.text.claim.ClaimLexicon;
import io.vedette.text.claim.ClaimTagger;
import io.vedette.text.gazetteer.Gazetteer;
import io.vedette.text.language.LanguageDetector;
import io.vedette.text.language.TokenizedDocument;
import io.vedette.text.mention.MentionTagger;
import io.vedette.text.token.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Tags articles one after the other in the calling thread, and takes the time. */
public final class ChainSpeed {

    private static final int ARTICLES = 4_000;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;

    private final Annotator annotator;
    private final MentionTagger mentions;
    private final ClaimTagger claims;
    private long found;

    private ChainSpeed(Gazetteer gazetteer, ClaimLexicon lexicon) {
        this.annotator = new StandardAnnotator(gazetteer, lexicon);
        this.mentions = new MentionTagger(gazetteer);
        this.claims = new ClaimTagger(lexicon);
    }

    static ChainSpeed load() throws IOException {
        return new ChainSpeed(SeedData.gazetteer(), SeedData.lexicon());
    }

    /** Articles of 4 KB a second through the whole chain, the median of five rounds. */
    public static double wholeChain(List<Path> files) throws IOException {
        List<Document> documents = SampleArticles.read(files, ARTICLES);
        ChainSpeed chain = load();
        double[] rates = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double rate = chain.whole(documents);
            if (round >= 0) {
                rates[round] = rate;
            }
        }
        return Statistics.median(rates);
    }

    /** Articles a second, all steps together. */
    double whole(List<Document> documents) {
        long start = System.nanoTime();
        for (Document document : documents) {
            found += annotator.annotate(document).mentions().size();
        }
        return perSecond(documents, System.nanoTime() - start);
    }

    /** Articles a second that each step alone would take, by the ordinal of {@link Stage}; what it needs is there. */
    double[] byStage(List<Document> documents) {
        long[] nanos = new long[Stage.values().length];
        for (Document document : documents) {
            long start = System.nanoTime();
            Tokens tokens = Tokens.of(document.body());
            long tokenized = System.nanoTime();
            String language = LanguageDetector.detect(tokens);
            long told = System.nanoTime();
            Document known = new Document(document.title(), document.body(), language, document.published());
            TokenizedDocument prepared = TokenizedDocument.of(known);
            long prepare = System.nanoTime();
            List<Mention> tagged = mentions.tag(prepared);
            long mentioned = System.nanoTime();
            found += claims.tag(prepared, tagged).size();
            nanos[Stage.TOKENS.ordinal()] += tokenized - start;
            nanos[Stage.LANGUAGE.ordinal()] += told - tokenized;
            nanos[Stage.MENTIONS.ordinal()] += mentioned - prepare;
            nanos[Stage.CLAIMS.ordinal()] += System.nanoTime() - mentioned;
        }
        double[] rates = new double[nanos.length];
        for (int stage = 0; stage < rates.length; stage++) {
            rates[stage] = perSecond(documents, nanos[stage]);
        }
        return rates;
    }

    /** So that nothing is computed in vain. */
    long found() {
        return found;
    }

    static double perSecond(List<?> documents, long nanos) {
        return documents.size() * 1e9 / nanos;
    }
}
