package io.vedette.alerts.overtime;

import io.vedette.schemas.OverTimeState;
import io.vedette.schemas.StoryFact;
import java.util.function.Consumer;

/** CORROBORATED: so many articles of a story that match, none of them with the text of another. */
record Corroboration(int wanted) implements Operator {

    @Override
    public boolean match(Seen seen, OverTimeState state, Consumer<Firing> fired) {
        boolean known =
                state.getFacts().stream().anyMatch(fact -> fact.getText().equals(seen.text()));
        boolean isEnough = seen.history() && state.getFacts().size() >= wanted;
        if (state.getTold() || known || isEnough) {
            return true;
        }
        Recent.add(seen, state);
        state.getFacts()
                .add(StoryFact.newBuilder()
                        .setArticleId(seen.articleId())
                        .setText(seen.text())
                        .build());
        if (!seen.history() && state.getFacts().size() >= wanted) {
            int texts = state.getFacts().size();
            state.setTold(true);
            state.getFacts().clear();
            fired.accept(new Firing(
                    Rule.Kind.CORROBORATED,
                    seen.story(),
                    null,
                    null,
                    texts,
                    wanted,
                    Recent.all(state),
                    seen.alert(),
                    seen.trace()));
        }
        return true;
    }
}
