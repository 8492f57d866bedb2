package io.vedette.ingest.xml;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of XML or JSON to characters, in the order of RFC 7303: byte order mark, transport, declaration; without any of
 * them the first bytes, as appendix F of XML 1.0 has it, then UTF-8.  Two things are as the web is and not as it should
 * be: what is UTF-8 beyond ASCII is taken as such whatever is declared, and names of encodings mean what browsers take
 * them for (ISO-8859-1 is windows-1252, GB2312 is GB18030).  Bytes that are in no encoding become U+FFFD.
 */
public final class XmlBytes {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int DECLARATION_BYTES = 256;
    private static final Pattern DECLARATION =
            Pattern.compile("^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']\\s*([A-Za-z0-9._:-]+)");
    private static final Pattern TRANSPORT =
            Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);

    /** From the encodings of the WHATWG, where Java takes the name by the letter. */
    private static final Map<String, String> AS_BROWSERS_DO = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("x-iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"));

    private XmlBytes() {}

    /**
     * The characters of a document, without its byte order mark.
     *
     * @param document as it was fetched, unpacked
     * @param contentType as the server gave it; null if it did not
     */
    public static String decode(byte[] document, @Nullable String contentType) {
        for (Mark mark : Mark.values()) {
            if (mark.begins(document)) {
                int length = document.length - mark.bytes.length;
                return new String(document, mark.bytes.length, length, mark.charset);
            }
        }
        Charset wide = withoutMark(document);
        if (wide != null) {
            return new String(document, wide);
        }
        Charset declared = declared(document, contentType);
        boolean beyondAscii = beyondAscii(document);
        if (declared == null || beyondAscii && isUtf8(document)) {
            return utf8OrElse(document, WINDOWS_1252);
        }
        return declared.equals(UTF_8) ? utf8OrElse(document, WINDOWS_1252) : new String(document, declared);
    }

    private enum Mark {
        UTF_32_BIG(Charset.forName("UTF-32BE"), 0, 0, 0xfe, 0xff),
        UTF_32_LITTLE(Charset.forName("UTF-32LE"), 0xff, 0xfe, 0, 0),
        UTF_8_MARK(UTF_8, 0xef, 0xbb, 0xbf),
        UTF_16_BIG(UTF_16BE, 0xfe, 0xff),
        UTF_16_LITTLE(UTF_16LE, 0xff, 0xfe);

        private final Charset charset;
        private final int[] bytes;

        Mark(Charset charset, int... bytes) {
            this.charset = charset;
            this.bytes = bytes;
        }

        private boolean begins(byte[] document) {
            return startsWith(document, bytes);
        }
    }

    /** Encodings whose bytes do not look like ASCII, by how {@code <} and what may follow are written in them. */
    private static @Nullable Charset withoutMark(byte[] document) {
        if (startsWith(document, 0, 0, 0, '<')) {
            return Charset.forName("UTF-32BE");
        }
        if (startsWith(document, '<', 0, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (startsWith(document, 0, '<') || startsWith(document, 0, '{')) {
            return UTF_16BE;
        }
        if (startsWith(document, '<', 0) || startsWith(document, '{', 0)) {
            return UTF_16LE;
        }
        return startsWith(document, 0x4c, 0x6f, 0xa7, 0x94) ? charset("IBM037") : null; // <?xm in EBCDIC
    }

    private static boolean startsWith(byte[] document, int... bytes) {
        if (document.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((document[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Charset declared(byte[] document, @Nullable String contentType) {
        Matcher transport = TRANSPORT.matcher(contentType == null ? "" : contentType);
        Charset given = transport.find() ? charset(transport.group(1)) : null;
        if (given != null && !given.equals(US_ASCII)) {
            return asBrowsersDo(given);
        }
        String start = new String(document, 0, Math.min(document.length, DECLARATION_BYTES), ISO_8859_1);
        Matcher declaration = DECLARATION.matcher(start);
        Charset named = declaration.find() ? charset(declaration.group(1)) : null;
        boolean possible = named != null && new String("<?xml".getBytes(US_ASCII), named).equals("<?xml");
        return named == null || !possible ? null : asBrowsersDo(named); // UTF-16 is not declared in ASCII
    }

    private static Charset asBrowsersDo(Charset charset) {
        String other = AS_BROWSERS_DO.get(charset.name().toLowerCase(Locale.ROOT));
        Charset better = other == null ? null : charset(other);
        return better == null ? charset : better;
    }

    private static @Nullable Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null; // the next in the order, or the bytes, will tell
        }
    }

    private static boolean beyondAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** A few bad bytes do not make it another encoding: UTF-8, unless more of its letters are broken than whole. */
    private static String utf8OrElse(byte[] bytes, Charset other) {
        String text = new String(bytes, UTF_8);
        long bad = text.chars().filter(c -> c == '\ufffd').count();
        long good = bad == 0
                ? 0
                : text.chars().filter(c -> c > 0x7f && c != '\ufffd').count();
        return bad > good ? new String(bytes, other) : text;
    }
}
