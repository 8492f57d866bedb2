package io.vedette.ingest.mapping;

import com.fasterxml.jackson.core.JsonPointer;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;

/** Where a value stands. */
sealed interface Place {

    /**
     * In a page.
     *
     * @param selector of the element; null for the item itself
     * @param attribute whose value is taken; null for the element's text
     * @param everywhere whether the whole page is searched and not only the item
     * @param all whether every element that is found counts, a line each, and not only the first
     */
    record Select(@Nullable Evaluator selector, @Nullable String attribute, boolean everywhere, boolean all)
            implements Place {}

    /**
     * In a row of columns.
     *
     * @param number counted from 1
     */
    record Column(int number) implements Place {}

    /** In a JSON object. */
    record Pointer(JsonPointer pointer) implements Place {}

    /** Always the same value. */
    record Constant(String value) implements Place {}
}
