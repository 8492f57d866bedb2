package io.vedette.ingest.feed;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells whole texts from teasers.  A text is whole if it has {@value #WHOLE} characters where feeds put whole texts
 * ({@code content:encoded}, Atom's {@code content}, JSON Feed's {@code content_html}), or {@value #WHOLE_SUMMARY} anywhere,
 * and does not end as teasers do: in an ellipsis, or in a line that asks to read on.
 */
final class Teaser {

    private static final int WHOLE = 500;
    private static final int WHOLE_SUMMARY = 1500;
    private static final int TAIL = 200;

    /** What WordPress appends to texts and teasers alike. */
    private static final Pattern TRAILER = Pattern.compile(
            "\\s*(?:^|(?<=\\s))The post [^\\n]{1,300} (?:appeared first|first appeared) on [^\\n]{1,200}$");

    private static final Pattern ELLIPSIS = Pattern.compile("(?:…|\\.\\.\\.|\\. \\. \\.)[\\])}»”\"’']*$");

    private static final Pattern READ_ON = Pattern.compile("(?:^|[\\n.!?…)\\]] ?)[\\[(>»→ ]*(?:"
            + "read (?:more|on|the (?:rest|full|whole|entire)[^\\n]{0,40}|full (?:article|story)[^\\n]{0,20}|article)|"
            + "continue reading[^\\n]{0,120}|full (?:story|article|text)|more|keep reading|view (?:article|full[^\\n]{0,20})|"
            + "weiterlesen|mehr lesen|zum artikel|lire (?:la suite|plus|l['’]article)[^\\n]{0,60}|en savoir plus|"
            + "leer más|seguir leyendo|leia mais|continue lendo|ler mais|leggi (?:tutto|l['’]articolo|di più)|continua a leggere|"
            + "lees (?:meer|verder)|läs mer|les mer|læs mere|lue lisää|czytaj (?:więcej|dalej)|číst dál|tovább|citește mai mult|"
            + "devamını oku|читать (?:далее|дальше|полностью)|подробнее|читати далі|детальніше|докладніше|прочети още|"
            + "διαβάστε περισσότερα|اقرأ المزيد|קרא עוד|続きを読む|阅读全文|閱讀全文|더 ?보기"
            + ")[\\s\\])>»→›.…:|-]*$");

    private Teaser() {}

    /** A text without what a feed's software put behind it. */
    static String withoutTrailer(String text) {
        int from = Math.max(0, text.length() - 600);
        String tail = text.substring(from);
        String kept = TRAILER.matcher(tail).replaceFirst("");
        return kept.length() == tail.length() ? text : (text.substring(0, from) + kept).strip();
    }

    /**
     * Whether a text is the whole article, as far as can be told.
     *
     * @param text without markup
     * @param meantWhole whether it stood where feeds put whole texts
     */
    static boolean isWhole(String text, boolean meantWhole) {
        if (text.length() < (meantWhole ? WHOLE : WHOLE_SUMMARY)) {
            return false;
        }
        String tail = text.substring(text.length() - TAIL).strip().toLowerCase(Locale.ROOT);
        return !ELLIPSIS.matcher(tail).find() && !READ_ON.matcher(tail).find();
    }
}
