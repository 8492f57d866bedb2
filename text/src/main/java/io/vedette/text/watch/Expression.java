package io.vedette.text.watch;

import io.vedette.text.ClaimType;
import java.util.List;
import java.util.Set;

/** What a query means, as the parser leaves it.  Immutable. */
sealed interface Expression {

    /** True when each part is. */
    record All(List<Expression> parts) implements Expression {}

    /** True when at least one part is. */
    record Any(List<Expression> parts) implements Expression {}

    record Not(Expression part) implements Expression {}

    /** A clause: what can be found in an article by itself.  {@code source} is how the query writes it. */
    sealed interface Clause extends Expression {
        String source();
    }

    /** A word, normed; by its stem, or exact. */
    record Word(String source, String word, boolean exact) implements Clause {}

    /** Two words or more, normed, side by side. */
    record Phrase(String source, List<String> words) implements Clause {}

    record Actor(String source, String name, Set<String> ids) implements Clause {}

    record Place(String source, String name, Set<String> ids) implements Clause {}

    record Reported(String source, ClaimType type) implements Clause {}
}
