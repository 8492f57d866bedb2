package io.vedette.bench.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;

/** Pages as news sites make them: an article among menus, scripts and links to others. */
final class MadePage {

    private static final String[] WORDS =
            ("the army has lost its supply routes near a town on the river while officials in"
                            + " the capital said that talks would go on until both sides agree to withdraw from positions which they"
                            + " took last week and aid groups warned of shortages of water food and medicine as winter comes")
                    .split(" ");
    private static final int TEXT = 6_000;

    private MadePage() {}

    /** Paragraphs of so many characters. */
    static String prose(Random random, int characters) {
        StringBuilder text = new StringBuilder(characters + 200);
        while (text.length() < characters) {
            StringBuilder sentence = new StringBuilder();
            for (int i = 8 + random.nextInt(16); i > 0; i--) {
                sentence.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
            }
            sentence.setCharAt(1, Character.toUpperCase(sentence.charAt(1)));
            text.append(sentence, 1, sentence.length()).append(random.nextInt(5) == 0 ? ".\n" : ". ");
        }
        return text.toString();
    }

    /** A page of some size, as bytes. */
    static byte[] html(int number, int bytes) {
        Random random = new Random(number);
        StringBuilder page = new StringBuilder(bytes + 1_000);
        page.append("<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Article ")
                .append(number)
                .append(
                        " - The Paper</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Article ")
                .append(number)
                .append("\",\"datePublished\":\"2026-11-23T06:00:00Z\"}</script></head><body><article><h1>Article ")
                .append(number)
                .append("</h1>");
        prose(random, TEXT)
                .lines()
                .forEach(paragraph -> page.append("<p>").append(paragraph).append("</p>\n"));
        page.append("</article><aside>");
        while (page.length() < bytes) {
            page.append("<div class=\"teaser\"><a href=\"/other/")
                    .append(random.nextInt(100_000))
                    .append("\"><span>Another story</span></a><script>track('")
                    .append(random.nextLong())
                    .append("');</script></div>\n");
        }
        return page.append("</aside></body></html>").toString().getBytes(UTF_8);
    }
}
