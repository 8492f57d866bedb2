package io.vedette.ingest.article;

import io.vedette.schemas.Origin;
import io.vedette.text.article.ArticleDate;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an article was published: what its source says, or the time of fetching.
 *
 * @param at null if that is all one can say
 * @param from where that comes from, in the words of the record {@code Origin}; empty if unknown
 * @param guessed whether nobody said so
 * @param unreadable whether the source says something that nobody can read
 */
record Published(@Nullable Instant at, String from, boolean guessed, boolean unreadable) {

    /**
     * Of an article.
     *
     * @param origin says where the date comes from, if anybody knows
     */
    static Published of(ArticleInput input, @Nullable Origin origin) {
        String date = ArticleFactory.blankToNull(input.date());
        Optional<Instant> said = Optional.ofNullable(date).flatMap(ArticleDate::read);
        if (said.isPresent()) {
            String from = origin == null || origin.getDateFrom().isEmpty() ? "given" : origin.getDateFrom();
            return new Published(said.get(), from, false, false);
        }
        Optional<Instant> fetched =
                Optional.ofNullable(ArticleFactory.blankToNull(input.fetched())).flatMap(ArticleDate::read);
        boolean unreadable = date != null;
        String from = unreadable && fetched.isEmpty() ? "" : "fetched";
        return new Published(fetched.orElse(null), from, fetched.isPresent(), unreadable);
    }

    /** The origin with where the date comes from. */
    Origin noted(Origin origin) {
        return Origin.newBuilder(origin).setDateFrom(from).build();
    }
}
