package io.vedette.text;

import java.time.LocalDate;

/**
 * When a claimed event happened, as the article says.
 *
 * @param from the first day that the words allow
 * @param to the last day that the words allow; the same as {@code from} for a single day
 * @param words as they stand in the text
 */
public record When(LocalDate from, LocalDate to, String words) {}
