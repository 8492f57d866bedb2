package io.vedette.text.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;

/** How an assigner's knowledge is written: the keys and values of its log.  A key begins with a letter for its sort. */
final class Rows {

    static final byte META = 'm';
    static final byte TERMS = 'f';
    static final byte STORY = 's';
    static final byte TEXT = 't';
    static final byte ARTICLE = 'a';
    static final byte ARRIVAL = 'q';

    private Rows() {}

    static byte[] metaKey() {
        return new byte[] {META};
    }

    static byte[] termsKey(int slot) {
        return ByteBuffer.allocate(5).put(TERMS).putInt(slot).array();
    }

    static byte[] storyKey(int ordinal) {
        return ByteBuffer.allocate(5).put(STORY).putInt(ordinal).array();
    }

    static byte[] textKey(int ordinal, int slot) {
        return ByteBuffer.allocate(6).put(TEXT).putInt(ordinal).put((byte) slot).array();
    }

    static byte[] articleKey(String articleId) {
        byte[] id = articleId.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + id.length).put(ARTICLE).put(id).array();
    }

    static byte[] arrivalKey(long sequence) {
        return ByteBuffer.allocate(9).put(ARRIVAL).putLong(sequence).array();
    }

    static int number(byte[] key) {
        return ByteBuffer.wrap(key).getInt(1);
    }

    static byte[] meta(Meta meta) {
        return write(out -> {
            out.writeLong(meta.sequence);
            out.writeLong(meta.oldestArrival);
            out.writeInt(meta.nextOrdinal);
            out.writeLong(meta.streamTime);
        });
    }

    static Meta meta(byte[] row) {
        return read(row, in -> {
            Meta meta = new Meta();
            meta.sequence = in.readLong();
            meta.oldestArrival = in.readLong();
            meta.nextOrdinal = in.readInt();
            meta.streamTime = in.readLong();
            return meta;
        });
    }

    static byte[] terms(int[] terms) {
        ByteBuffer row = ByteBuffer.allocate(4 * terms.length);
        row.asIntBuffer().put(terms);
        return row.array();
    }

    static int[] terms(byte[] row) {
        int[] terms = new int[row.length / 4];
        ByteBuffer.wrap(row).asIntBuffer().get(terms);
        return terms;
    }

    static byte[] arrival(Arrival arrival) {
        return write(out -> {
            out.writeLong(arrival.time());
            out.writeUTF(arrival.articleId());
        });
    }

    static Arrival arrival(byte[] row) {
        return read(row, in -> new Arrival(in.readLong(), in.readUTF()));
    }

    static byte[] text(OriginalText text) {
        return write(out -> {
            out.writeUTF(text.articleId());
            out.writeInt(text.sketch().shingles());
            out.writeByte(text.sketch().bins().length);
            out.write(text.sketch().bins());
        });
    }

    static OriginalText text(byte[] row) {
        return read(row, in -> {
            String articleId = in.readUTF();
            int shingles = in.readInt();
            return new OriginalText(articleId, new Sketch(in.readNBytes(in.readByte()), shingles));
        });
    }

    static byte[] assignment(Assignment made) {
        return write(out -> {
            out.writeUTF(made.storyId());
            String copyOf = made.copyOf();
            out.writeUTF(copyOf == null ? "" : copyOf);
            out.writeInt(made.articles());
            out.writeInt(made.outlets());
            out.writeInt(made.independentTexts());
            writeStrings(out, made.linked());
            out.writeInt(made.contradictions().size());
            for (Contradiction contradiction : made.contradictions()) {
                out.writeUTF(contradiction.articleId());
                out.writeUTF(contradiction.type());
            }
        });
    }

    static Assignment assignment(byte[] row) {
        return read(row, in -> {
            String storyId = in.readUTF();
            String copyOf = in.readUTF();
            int articles = in.readInt();
            int outlets = in.readInt();
            int texts = in.readInt();
            List<String> linked = List.of(readStrings(in));
            Contradiction[] contradictions = new Contradiction[in.readInt()];
            for (int i = 0; i < contradictions.length; i++) {
                contradictions[i] = new Contradiction(in.readUTF(), in.readUTF());
            }
            return new Assignment(
                    storyId,
                    copyOf.isEmpty() ? null : copyOf,
                    articles,
                    outlets,
                    texts,
                    linked,
                    List.of(contradictions));
        });
    }

    static byte[] story(Story story) {
        return write(out -> {
            out.writeUTF(story.id);
            out.writeInt(story.articles);
            out.writeInt(story.independentTexts);
            out.writeLong(story.lastTime);
            out.writeLong(story.lastSequence);
            out.writeLong(story.published);
            writeInts(out, story.outlets);
            writeStrings(out, story.links);
            writeInts(out, story.terms);
            writeInts(out, story.weights);
            for (short members : story.members) {
                out.writeShort(members);
            }
            out.write(story.kinds);
            writeInts(out, story.indexed);
            out.writeInt(story.claims.size());
            for (Story.ArticleClaim claim : story.claims) {
                out.writeUTF(claim.articleId());
                out.writeUTF(claim.key().type());
                out.writeInt(claim.key().about());
                out.writeBoolean(claim.key().denied());
                out.writeInt(claim.key().source());
            }
        });
    }

    static Story story(int ordinal, byte[] row) {
        return read(row, in -> {
            Story story = new Story(ordinal, in.readUTF());
            story.articles = in.readInt();
            story.independentTexts = in.readInt();
            story.lastTime = in.readLong();
            story.lastSequence = in.readLong();
            story.published = in.readLong();
            story.outlets = readInts(in);
            story.links.addAll(List.of(readStrings(in)));
            story.terms = readInts(in);
            story.weights = readInts(in);
            story.members = new short[story.terms.length];
            for (int i = 0; i < story.members.length; i++) {
                story.members[i] = in.readShort();
            }
            story.kinds = in.readNBytes(story.terms.length);
            story.indexed = readInts(in);
            int claims = in.readInt();
            for (int i = 0; i < claims; i++) {
                story.claims.add(new Story.ArticleClaim(
                        in.readUTF(), new ClaimKey(in.readUTF(), in.readInt(), in.readBoolean(), in.readInt())));
            }
            return story;
        });
    }

    private static void writeInts(DataOutputStream out, int[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    private static int[] readInts(DataInputStream in) throws IOException {
        int[] numbers = new int[in.readInt()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readInt();
        }
        return numbers;
    }

    private static void writeStrings(DataOutputStream out, List<String> strings) throws IOException {
        out.writeInt(strings.size());
        for (String string : strings) {
            out.writeUTF(string);
        }
    }

    private static String[] readStrings(DataInputStream in) throws IOException {
        String[] strings = new String[in.readInt()];
        for (int i = 0; i < strings.length; i++) {
            strings[i] = in.readUTF();
        }
        return strings;
    }

    @FunctionalInterface
    private interface Writer {
        void to(DataOutputStream out) throws IOException;
    }

    @FunctionalInterface
    private interface Reader<T> {
        T from(DataInputStream in) throws IOException;
    }

    private static byte[] write(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writer.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("an array can be written to", e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] row, Reader<T> reader) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(row))) {
            return reader.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "a row of the stories' state is cut short: delete the state, it is rebuilt", e);
        }
    }

    /** Where the assigner stands. */
    static final class Meta {

        /** How many articles were assigned. */
        long sequence;

        /** The oldest article that is still known again. */
        long oldestArrival;

        int nextOrdinal;

        /** The latest time of acceptance so far, in milliseconds since 1970. */
        long streamTime;
    }

    /**
     * When an article came.
     *
     * @param time of acceptance, in milliseconds since 1970
     * @param articleId which
     */
    record Arrival(long time, String articleId) {}
}
