package io.vedette.ingest.html;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to a document, in the order of the HTML standard: byte order mark, transport, declaration in the page; without
 * any of them windows-1252, which the standard also takes for ISO-8859-1.  Bytes that are UTF-8 are taken as such whatever
 * the page declares: pages that were converted and kept their old declaration are common, and text of another encoding
 * that happens to be UTF-8 is not.
 */
public final class HtmlDecoder {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String DECLARATION = "meta[charset], meta[http-equiv=content-type][content*=charset]";

    private static final char REPLACEMENT = '\ufffd';
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private HtmlDecoder() {}

    /**
     * The document of a page.
     *
     * @param transportCharset as the server gave it; null if it did not
     * @param baseUri its address, or empty
     */
    public static Document decode(byte[] html, @Nullable String transportCharset, String baseUri) {
        Charset transport = transportCharset == null ? null : charset(transportCharset);
        if (transport != null) {
            return BoundedHtml.parse(html, asBrowsersDo(transport), baseUri);
        }
        String utf8 = utf8(html);
        if (utf8 != null) {
            return BoundedHtml.parse(utf8, baseUri);
        }
        Document guess = BoundedHtml.parse(html, null, baseUri);
        boolean declared = guess.selectFirst(DECLARATION) != null;
        Charset better = !declared && guess.charset().equals(UTF_8) ? WINDOWS_1252 : asBrowsersDo(guess.charset());
        return better.equals(guess.charset()) ? guess : BoundedHtml.parse(html, better, baseUri);
    }

    private static @Nullable Charset charset(String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null; // the page, or its bytes, will tell
        }
    }

    private static Charset asBrowsersDo(Charset charset) {
        return charset.equals(ISO_8859_1) || charset.equals(US_ASCII) ? WINDOWS_1252 : charset;
    }

    /** The text, without its byte order mark, if the bytes are UTF-8; null if not. */
    private static @Nullable String utf8(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        // the JDK decodes fast, but puts a replacement where a byte is wrong: only then it has to be looked at closely
        if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(bytes)) {
            return null;
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
