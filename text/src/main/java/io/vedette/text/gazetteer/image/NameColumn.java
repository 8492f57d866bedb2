package io.vedette.text.gazetteer.image;

import java.nio.charset.StandardCharsets;

/** All places' names, front-coded as the image has them; a name becomes a string only when somebody asks for it. */
final class NameColumn {

    /** Place i has the names from firstName[i] to firstName[i + 1]; their bytes begin at firstByte[i]. */
    private final int[] firstName;

    private final int[] firstByte;
    private final byte[] sources;
    private final byte[] shared;
    private final byte[] rest;
    private final byte[] bytes;

    NameColumn(int[] firstName, ByteSource in) {
        int places = firstName.length - 1;
        int names = firstName[places];
        this.firstName = firstName;
        this.sources = in.take(names);
        this.shared = in.take(names);
        this.rest = in.take(names);
        this.firstByte = new int[places];
        int at = 0;
        for (int place = 0; place < places; place++) {
            firstByte[place] = at;
            for (int name = firstName[place]; name < firstName[place + 1]; name++) {
                at += rest[name] & 0xFF;
            }
        }
        this.bytes = in.take(at);
    }

    int size() {
        return sources.length;
    }

    int first(int place) {
        return firstName[place];
    }

    int end(int place) {
        return firstName[place + 1];
    }

    NameSource source(int name) {
        return NameSource.of(sources[name]);
    }

    /** The place that a name belongs to, by binary search. */
    int placeOf(int name) {
        int low = 0;
        int high = firstName.length - 1;
        while (high - low > 1) {
            int middle = low + high >>> 1;
            if (firstName[middle] <= name) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    String text(int place, int name) {
        byte[] buffer = new byte[PlaceImageFormat.LONGEST_NAME];
        int at = firstByte[place];
        int length = 0;
        for (int i = firstName[place]; i <= name; i++) {
            length = unpack(i, at, buffer);
            at += rest[i] & 0xFF;
        }
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }

    void forEach(PlaceImage.NameVisitor visitor) {
        byte[] buffer = new byte[PlaceImageFormat.LONGEST_NAME];
        int at = 0;
        for (int place = 0; place < firstByte.length; place++) {
            for (int name = firstName[place]; name < firstName[place + 1]; name++) {
                int length = unpack(name, at, buffer);
                at += rest[name] & 0xFF;
                visitor.name(place, name, new String(buffer, 0, length, StandardCharsets.UTF_8));
            }
        }
    }

    private int unpack(int name, int at, byte[] buffer) {
        int kept = shared[name] & 0xFF;
        int more = rest[name] & 0xFF;
        System.arraycopy(bytes, at, buffer, kept, more);
        return kept + more;
    }
}
