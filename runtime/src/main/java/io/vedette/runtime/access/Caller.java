package io.vedette.runtime.access;

import java.util.Set;

/**
 * Whoever sends a request.
 *
 * @param id tells callers apart: the same key or person has the same id as long as it exists; empty if unknown
 * @param name for people
 * @param how it is known
 * @param scopes what it may do
 * @param tenant whose watches, and all that comes of them, it may do that with
 */
public record Caller(String id, String name, Means how, Set<Scope> scopes, Tenant tenant) {

    /** How a caller is known. */
    public enum Means {
        /** Not at all. */
        NONE,
        KEY,
        TOKEN
    }

    /** Somebody where nobody needs a key: may do everything. */
    public static final Caller ANYBODY = new Caller("", "", Means.NONE, Set.of(Scope.values()), Tenant.HOUSE);
    /** Somebody without a key where one is needed: may do nothing that needs a scope. */
    public static final Caller NOBODY = new Caller("", "", Means.NONE, Set.of(), Tenant.HOUSE);

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }

    /** Whether a key or token says who it is. */
    public boolean isKnown() {
        return how != Means.NONE;
    }
}
