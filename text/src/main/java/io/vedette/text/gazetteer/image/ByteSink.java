package io.vedette.text.gazetteer.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Collects the body of an image. */
final class ByteSink {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);

    void aByte(int value) {
        out.write(value);
    }

    void number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    void string(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        bytes(bytes, 0);
    }

    void bytes(byte[] bytes, int from) {
        out.write(bytes, from, bytes.length - from);
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
