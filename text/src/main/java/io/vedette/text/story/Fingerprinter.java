package io.vedette.text.story;

import io.vedette.text.Annotations;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Mention;
import io.vedette.text.MentionType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes fingerprints, in time linear in the length of the text.  Safe to use from many threads at once. */
public final class Fingerprinter {

    /** A news text says what it is about at its beginning. */
    private static final int TERM_CHARS = 6_000;

    private Fingerprinter() {}

    /**
     * The fingerprint of an article.
     *
     * @param document title and text
     * @param annotations what was found in it
     * @param source the name or domain of its outlet; null if unknown
     * @param url where it stands, which says the outlet where the source doesn't; null if unknown
     */
    public static Fingerprint of(
            Document document, Annotations annotations, @Nullable String source, @Nullable String url) {
        TermBag bag = new TermBag();
        WordScanner scanner = new WordScanner();
        String title = document.title();
        if (title != null) {
            scanner.scan(title, new Terms(bag, Field.TITLE, annotations.mentions()));
        }
        String body = document.body();
        scanner.scan(
                body.length() > TERM_CHARS ? body.substring(0, TERM_CHARS) : body,
                new Terms(bag, Field.BODY, annotations.mentions()));
        addEntities(annotations.mentions(), bag);
        TermBag.Selection selection = bag.select(Fingerprint.MOST_TERMS);
        return new Fingerprint(
                selection.terms(),
                selection.weights(),
                selection.kinds(),
                sketch(body, scanner),
                outlet(source, url),
                document.published(),
                ClaimKeys.of(annotations));
    }

    private static int outlet(@Nullable String source, @Nullable String url) {
        if (source != null && !source.isBlank()) {
            return Hash.of(source);
        }
        int from = url == null ? -1 : url.indexOf("://");
        if (url == null || from < 0) {
            return 0;
        }
        int end = url.indexOf('/', from + 3);
        String host = url.substring(from + 3, end < 0 ? url.length() : end);
        return Hash.of(host.startsWith("www.") ? host.substring(4) : host);
    }

    private static void addEntities(List<Mention> mentions, TermBag bag) {
        for (Mention mention : mentions) {
            String id = mention.entityId();
            if (id != null && mention.start() < TERM_CHARS) {
                bag.add(Hash.mix(id.hashCode()), 1, TermKind.ENTITY);
            }
        }
    }

    private static Sketch sketch(String text, WordScanner scanner) {
        Sketch.Builder sketch = new Sketch.Builder();
        scanner.scan(text, new WordScanner.Sink() {
            @Override
            public void word(int hash, int start, boolean number, boolean capital, int length) {
                sketch.word(hash);
            }

            @Override
            public void sentence() {
                // shingles go on across sentences
            }
        });
        return sketch.build();
    }

    /** Puts the words of a field into the bag, a sentence at a time: whether capitals mean anything shows at its end. */
    private static final class Terms implements WordScanner.Sink {

        private static final int LONGEST = 256;
        private static final int EARLY = 100;
        private static final int LATER = 400;

        private final TermBag bag;
        private final boolean title;
        private final List<Mention> mentions;
        private final byte[] named = new byte[LONGEST];
        private final int[] hashes = new int[LONGEST];
        private final boolean[] numbers = new boolean[LONGEST];
        private final boolean[] capitals = new boolean[LONGEST];
        private int length;
        private int words;

        /** The next mention that does not end before here; mentions are in the order of the text. */
        private int mention;

        Terms(TermBag bag, Field field, List<Mention> mentions) {
            this.bag = bag;
            this.title = field == Field.TITLE;
            this.mentions = mentions.stream().filter(m -> m.field() == field).toList();
        }

        @Override
        public void word(int hash, int start, boolean number, boolean capital, int stemLength) {
            if (length == LONGEST) {
                sentence();
            }
            hashes[length] = stemLength < 2 && !number ? 0 : hash;
            named[length] = name(start);
            numbers[length] = number;
            capitals[length++] = capital;
        }

        /** Whether it stands in the name of a person or place. */
        private byte name(int start) {
            while (mention < mentions.size() && mentions.get(mention).end() <= start) {
                mention++;
            }
            byte kind = TermKind.WORD;
            for (int i = mention; i < mentions.size() && mentions.get(i).start() <= start; i++) {
                Mention at = mentions.get(i);
                if (start < at.end()) {
                    kind = (byte) Math.max(kind, kind(at.type()));
                }
            }
            return kind;
        }

        private static byte kind(MentionType type) {
            return switch (type) {
                case PERSON -> TermKind.PERSON;
                case REGION, SETTLEMENT, WATER, LANDFORM, FACILITY -> TermKind.PLACE;
                default -> TermKind.WORD;
            };
        }

        @Override
        public void sentence() {
            boolean telling = capitalsTell();
            for (int i = 0; i < length; i++) {
                words++;
                if (hashes[i] != 0 && !CommonWords.contains(hashes[i])) {
                    boolean name = capitals[i] && i > 0 && telling;
                    byte kind = numbers[i] ? TermKind.NUMBER : name ? TermKind.NAME : TermKind.WORD;
                    bag.add(hashes[i], amount(), (byte) Math.max(kind, named[i]));
                }
            }
            length = 0;
        }

        /** Whether names stand out: not in a headline with all words capitalised, or all in capitals. */
        private boolean capitalsTell() {
            int content = 0;
            int capitalised = 0;
            for (int i = 0; i < length; i++) {
                if (!numbers[i] && hashes[i] != 0 && !CommonWords.contains(hashes[i])) {
                    content++;
                    capitalised += capitals[i] ? 1 : 0;
                }
            }
            return content <= 3 || capitalised <= 0.7 * content;
        }

        private float amount() {
            return title ? 2f : words <= EARLY ? 1f : words <= LATER ? 0.5f : 0.25f;
        }
    }
}
