package io.vedette.ingest.article;

import org.jspecify.annotations.Nullable;

/**
 * A piece of input that gave no article.
 *
 * @param where the file, or null for what was posted or piped
 * @param line counted from 1; 0 where there is none
 * @param column counted from 1 in characters; 0 where there is none
 * @param reason what is wrong, for people
 */
public record BadInput(@Nullable String where, long line, long column, String reason) {

    /** The same place with another reason. */
    public BadInput because(String other) {
        return new BadInput(where, line, column, other);
    }

    /** In the manner of compilers: {@code file:line:column: reason}. */
    @Override
    public String toString() {
        StringBuilder s = new StringBuilder();
        if (where != null) {
            s.append(where).append(':');
        }
        if (line > 0) {
            s.append(line).append(':');
            if (column > 0) {
                s.append(column).append(':');
            }
        }
        return s.isEmpty() ? reason : s.append(' ').append(reason).toString();
    }
}
