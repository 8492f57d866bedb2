package io.vedette.text.watch;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Anchors of which an article must have at least one for an expression to be true.
 *
 * @param share the share of articles that have one, guessed
 */
public record Requirement(List<Anchor> anchors, double share) {

    static Requirement of(Anchor anchor) {
        return new Requirement(List.of(anchor), anchor.share());
    }

    static Requirement anyOf(Collection<Anchor> anchors) {
        return new Requirement(
                List.copyOf(anchors),
                Math.min(1, anchors.stream().mapToDouble(Anchor::share).sum()));
    }

    static Requirement anyOf(Anchor.Kind kind, Set<String> keys) {
        return anyOf(keys.stream().sorted().map(key -> new Anchor(kind, key)).collect(Collectors.toList()));
    }
}
