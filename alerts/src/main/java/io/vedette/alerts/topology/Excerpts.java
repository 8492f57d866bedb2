package io.vedette.alerts.topology;

import io.vedette.alerts.disclosure.Disclosure;
import io.vedette.alerts.disclosure.Snippets;
import io.vedette.alerts.disclosure.TextDelivery;
import io.vedette.text.Document;
import io.vedette.text.Field;
import io.vedette.text.Span;

/**
 * What an alert may quote of an article: of its title all, of its text what may leave Vedette.
 *
 * @param delivery how much of the text that is
 */
record Excerpts(Document document, TextDelivery delivery, Disclosure disclosure, Snippets snippets) {

    /** What is shown around words: the sentence, or as much of it as may be. */
    Span around(Field field, int start, int end) {
        TextDelivery allowed = allowed(field);
        if (allowed == TextDelivery.NONE) {
            return new Span(start, start);
        }
        return disclosure.snippet(document.text(field), snippets.around(field, start, end), start, end, allowed);
    }

    /** The words that matched, as they stand in the article. */
    String words(Field field, String words) {
        return said(field, words);
    }

    /** Words of the article. */
    String said(Field field, String words) {
        String shown = disclosure.piece(words, allowed(field));
        return shown == null ? "" : shown;
    }

    private TextDelivery allowed(Field field) {
        return field == Field.TITLE ? TextDelivery.FULL : delivery;
    }
}
