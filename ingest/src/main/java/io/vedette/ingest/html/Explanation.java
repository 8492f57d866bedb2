package io.vedette.ingest.html;

import java.util.List;

/**
 * Why a page gives the article that it gives.
 *
 * @param page what was taken
 * @param choices for each field what was to choose from, the taken one and those that were passed over, in the order in which
 *     they were looked at
 * @param leftOut what stands in the page and was not taken for its text
 */
public record Explanation(ExtractedPage page, List<Choice> choices, List<LeftOut> leftOut) {

    /** Copies the lists. */
    public Explanation {
        choices = List.copyOf(choices);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * One candidate for one field.
     *
     * @param field title, published, authors or text
     * @param value as the page has it; of a text, its beginning
     * @param from {@code json-ld}, {@code opengraph}, {@code meta}, {@code microdata}, {@code text} or {@code url}; of a text
     *     {@code readability}, {@code declared} or {@code json-ld}
     * @param taken whether it was taken
     * @param reason why it was taken or not, in a few words
     */
    public record Choice(String field, String value, String from, boolean taken, String reason) {}

    /**
     * Something that is no part of the text.
     *
     * @param what its tag with classes, or its line
     * @param reason hidden, furniture or small print
     * @param characters of text in it
     */
    public record LeftOut(String what, String reason, int characters) {}
}
