package io.vedette.alerts.overtime;

import io.vedette.schemas.ClaimFact;
import io.vedette.schemas.OverTimeState;
import io.vedette.schemas.StoryFact;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * CONFLICT: two articles of a story that match and say opposite things, neither with the text of the other: what one
 * asserts of a place and side the other denies, or each gives a place to another side.  Told once for each story.
 */
record Conflict() implements Operator {

    private static final int MOST_FACTS = 64;
    private static final String CONTROL = "TERRITORY_CONTROL";
    private static final String DENIED = "DENIED";
    private static final String ASSERTED = "ASSERTED";

    @Override
    public boolean match(Seen seen, OverTimeState state, Consumer<Firing> fired) {
        if (state.getTold()) {
            return true;
        }
        Recent.add(seen, state);
        for (ClaimFact fact : seen.facts()) {
            List<StoryFact> opposite = state.getFacts().stream()
                    .filter(other -> !other.getText().equals(seen.text()) && areOpposite(fact, other.getFact()))
                    .toList();
            if (!opposite.isEmpty() && !seen.history()) {
                state.setTold(true);
                state.getFacts().clear();
                fired.accept(new Firing(
                        Rule.Kind.CONFLICT,
                        seen.story(),
                        null,
                        null,
                        opposite.size() + 1,
                        2,
                        Recent.all(state),
                        seen.alert(),
                        seen.trace()));
                return true;
            }
        }
        seen.facts().forEach(fact -> remember(fact, seen, state));
        return true;
    }

    private static void remember(ClaimFact fact, Seen seen, OverTimeState state) {
        boolean known = state.getFacts().stream()
                .anyMatch(other -> fact.equals(other.getFact()) && seen.text().equals(other.getText()));
        if (!known && state.getFacts().size() < MOST_FACTS) {
            state.getFacts()
                    .add(StoryFact.newBuilder()
                            .setArticleId(seen.articleId())
                            .setText(seen.text())
                            .setFact(fact)
                            .build());
        }
    }

    static boolean areOpposite(ClaimFact one, ClaimFact other) {
        if (!one.getType().equals(other.getType()) || !mayBeOne(one.getPlace(), other.getPlace())) {
            return false;
        }
        boolean named = one.getPlace() != null && other.getPlace() != null;
        boolean denied = isDenial(one, other) || isDenial(other, one);
        boolean sides = mayBeOne(one.getSide(), other.getSide());
        boolean sameSide = one.getSide() != null && other.getSide() != null && sides;
        return denied
                ? sides && (named || sameSide)
                : one.getType().equals(CONTROL)
                        && named
                        && !sides
                        && one.getModality().equals(ASSERTED)
                        && other.getModality().equals(ASSERTED);
    }

    private static boolean isDenial(ClaimFact one, ClaimFact other) {
        return one.getModality().equals(DENIED) && other.getModality().equals(ASSERTED);
    }

    private static boolean mayBeOne(@Nullable String one, @Nullable String other) {
        return one == null || other == null || Objects.equals(one, other);
    }
}
