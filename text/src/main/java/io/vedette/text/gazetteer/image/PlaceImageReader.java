package io.vedette.text.gazetteer.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads the file that {@link PlaceImageWriter} writes. */
public final class PlaceImageReader {

    private final ByteSource in;
    private final int places;
    private final int[] firstName;

    private PlaceImageReader(int places, ByteSource in) {
        this.in = in;
        this.places = places;
        this.firstName = new int[places + 1];
    }

    /**
     * Reads a whole image; takes some 150 ms for 250,000 places with 900,000 names.
     *
     * @param file what it is called in messages
     * @param in read to its end, not closed
     * @throws IOException if it can't be read, is no image, of a version that this program does not know, or damaged
     */
    public static PlaceImage read(String file, InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        byte[] body = inflate(file, checked(file, bytes));
        try {
            return read(new ByteSource(body));
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw damaged(file, e);
        }
    }

    private static byte[] checked(String file, byte[] bytes) throws IOException {
        int magic = PlaceImageFormat.MAGIC.length;
        if (bytes.length < PlaceImageFormat.HEADER_LENGTH
                || !Arrays.equals(bytes, 0, magic - 1, PlaceImageFormat.MAGIC, 0, magic - 1)) {
            throw new IOException(file + " is no image of places; make one with: vedette gazetteer build");
        }
        if (bytes[magic - 1] != PlaceImageFormat.MAGIC[magic - 1]) {
            throw new IOException(file + " is an image of version " + bytes[magic - 1] + ", this program reads version "
                    + PlaceImageFormat.MAGIC[magic - 1] + "; make it again with: vedette gazetteer build");
        }
        int end = magic + PlaceImageFormat.CHECKSUM_LENGTH;
        if (!Arrays.equals(
                bytes, magic, end, PlaceImageFormat.checksum(bytes, end), 0, PlaceImageFormat.CHECKSUM_LENGTH)) {
            throw new IOException(
                    file + " is damaged: its checksum does not hold; fetch it again or make it again with:"
                            + " vedette gazetteer build");
        }
        return bytes;
    }

    private static byte[] inflate(String file, byte[] bytes) throws IOException {
        int length = ByteBuffer.wrap(bytes).getInt(PlaceImageFormat.HEADER_LENGTH - 4);
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, PlaceImageFormat.HEADER_LENGTH, bytes.length - PlaceImageFormat.HEADER_LENGTH);
            byte[] body = new byte[length];
            int done = 0;
            while (done < length) {
                int more = inflater.inflate(body, done, length - done);
                if (more == 0) {
                    throw new DataFormatException("too short");
                }
                done += more;
            }
            return body;
        } catch (DataFormatException e) {
            throw damaged(file, e);
        } finally {
            inflater.end();
        }
    }

    private static IOException damaged(String file, Exception cause) {
        return new IOException(
                file + " is damaged, though its checksum holds; make it again with: vedette gazetteer build", cause);
    }

    private static PlaceImage read(ByteSource in) {
        String about = in.string();
        int places = in.count();
        in.count();
        String[] features = new String[in.count()];
        Arrays.setAll(features, i -> in.string());
        AreaTable areas = new AreaTable(areas(in));
        PlaceImageReader reader = new PlaceImageReader(places, in);
        byte[] levels = in.take(places);
        short[] feature = reader.shorts();
        int[] area = reader.ascending();
        int[] ids = reader.deltas();
        int[] latitudes = reader.deltas();
        int[] longitudes = reader.deltas();
        int[] populations = reader.numbers();
        reader.nameCounts();
        NameColumn names = new NameColumn(reader.firstName, in);
        return new PlaceImage(
                about, features, areas, levels, feature, area, ids, latitudes, longitudes, populations, names);
    }

    private static String[] areas(ByteSource in) {
        String[] codes = new String[in.count()];
        String before = "";
        for (int i = 0; i < codes.length; i++) {
            before = before.substring(0, in.count()) + in.string();
            codes[i] = before;
        }
        return codes;
    }

    private short[] shorts() {
        short[] column = new short[places];
        for (int i = 0; i < places; i++) {
            column[i] = (short) in.number();
        }
        return column;
    }

    private int[] numbers() {
        int[] column = new int[places];
        Arrays.setAll(column, i -> in.count());
        return column;
    }

    private int[] ascending() {
        int[] column = numbers();
        Arrays.parallelPrefix(column, Integer::sum);
        return column;
    }

    private int[] deltas() {
        int[] column = new int[places];
        int before = 0;
        for (int i = 0; i < places; i++) {
            before += (int) in.signed();
            column[i] = before;
        }
        return column;
    }

    private void nameCounts() {
        for (int i = 0; i < places; i++) {
            firstName[i + 1] = firstName[i] + in.count();
        }
    }
}
