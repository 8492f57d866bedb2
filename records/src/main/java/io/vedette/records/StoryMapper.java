package io.vedette.records;

import io.vedette.schemas.ClaimKey;
import io.vedette.schemas.Contradiction;
import io.vedette.schemas.Fingerprint;
import io.vedette.schemas.Story;
import io.vedette.text.story.Assignment;
import io.vedette.text.story.Sketch;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Fingerprints as records and back, and what story an article tells as a record. */
public final class StoryMapper {

    private StoryMapper() {}

    /** A fingerprint as a record. */
    public static Fingerprint record(io.vedette.text.story.Fingerprint fingerprint) {
        Fingerprint written = new Fingerprint();
        written.setPublishedAt(fingerprint.published());
        written.setOutlet(fingerprint.outlet());
        List<Integer> terms = new ArrayList<>(fingerprint.terms().length);
        for (int term : fingerprint.terms()) {
            terms.add(term);
        }
        written.setTerms(terms);
        written.setWeights(ByteBuffer.wrap(fingerprint.weights()));
        written.setKinds(ByteBuffer.wrap(fingerprint.kinds()));
        written.setSketch(ByteBuffer.wrap(fingerprint.sketch().bins()));
        written.setShingles(fingerprint.sketch().shingles());
        written.setClaims(fingerprint.claims().stream()
                .map(key -> new ClaimKey(key.type(), key.about(), key.denied(), key.source()))
                .toList());
        written.setForwardOf(fingerprint.forwardOf());
        return written;
    }

    /**
     * The fingerprint of a record.
     *
     * @throws IllegalArgumentException if it is none that Vedette wrote
     */
    public static io.vedette.text.story.Fingerprint fingerprint(Fingerprint read) {
        int[] terms = new int[read.getTerms().size()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = read.getTerms().get(i);
        }
        io.vedette.text.story.Fingerprint fingerprint = new io.vedette.text.story.Fingerprint(
                terms,
                bytes(read.getWeights()),
                bytes(read.getKinds()),
                new Sketch(bytes(read.getSketch()), read.getShingles()),
                read.getOutlet(),
                read.getPublishedAt(),
                read.getClaims().stream()
                        .map(key -> new io.vedette.text.story.ClaimKey(
                                key.getType(), key.getAbout(), key.getDenied(), key.getSource()))
                        .toList());
        return fingerprint.withForwardOf(read.getForwardOf());
    }

    /** The story of an article as a record. */
    public static Story story(String articleId, Assignment made) {
        return Story.newBuilder()
                .setStoryId(made.storyId())
                .setArticleId(articleId)
                .setCopyOf(made.copyOf())
                .setArticles(made.articles())
                .setOutlets(made.outlets())
                .setIndependentTexts(made.independentTexts())
                .setLinkedStories(made.linked())
                .setContradicts(made.contradictions().stream()
                        .map(contradiction -> new Contradiction(contradiction.articleId(), contradiction.type()))
                        .toList())
                .build();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
