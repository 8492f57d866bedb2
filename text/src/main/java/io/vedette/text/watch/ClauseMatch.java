package io.vedette.text.watch;

import io.vedette.text.Field;
import org.jspecify.annotations.Nullable;

/**
 * Why a watch matched: one place in the article where one of its clauses is fulfilled.
 *
 * @param clause the clause as the query writes it
 * @param field where the words stand
 * @param start the first UTF-16 code unit
 * @param end one past the last; {@code start} where the clause is about the article and not its words
 * @param words as they stand there; of a claim, those that decided its type, or its whole sentence where none did
 * @param alias the alias that named the actor or place; null for words and claims, and where a pattern named it
 * @param entityId the gazetteer's id of the actor or place; null for words and claims
 * @param name its usual English name; null for words and claims, and where it is not known
 * @param claimIndex which of the article's claims it is; null for what is no claim
 * @param mentionIndex which of the article's mentions it is; null for what is no mention
 * @param confidence of the mention or claim, from 0 to 1; null for words
 * @param rule of the tagger that found the mention or claim; null for words
 * @param detail what the words do not tell: the outlet, how far away a place is; null where they tell it all
 */
public record ClauseMatch(
        String clause,
        Field field,
        int start,
        int end,
        String words,
        @Nullable String alias,
        @Nullable String entityId,
        @Nullable String name,
        @Nullable Integer claimIndex,
        @Nullable Integer mentionIndex,
        @Nullable Double confidence,
        @Nullable String rule,
        @Nullable String detail) {}
