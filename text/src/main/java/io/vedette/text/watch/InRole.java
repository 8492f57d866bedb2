package io.vedette.text.watch;

import io.vedette.text.Claim;
import io.vedette.text.watch.query.Expression.Role;
import java.util.List;

/** An actor who does it, or to whom it is done; false outside of any claim. */
record InRole(String source, Role role, Condition actor) implements Condition {

    private Scope alone(Scope scope) {
        if (scope.claim() < 0) {
            return scope.mentioning(List.of());
        }
        Claim claim = scope.article().claim(scope.claim());
        return scope.mentioning(role == Role.AGENT ? claim.agents() : claim.targets());
    }

    @Override
    public boolean holds(Scope scope) {
        return scope.claim() >= 0 && actor.holds(alone(scope));
    }

    @Override
    public boolean collect(Scope scope, boolean wanted, Reasons reasons) {
        return scope.claim() >= 0 && actor.collect(alone(scope), wanted, reasons);
    }

    @Override
    public Explanation explain(Scope scope) {
        String nearest = actor.holds(scope) ? "mentioned, but not as " + role : null;
        return Explanation.clause(source, holds(scope), nearest);
    }
}
