package io.vedette.text.mention;

import io.vedette.text.MentionType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The actors found so far in one field, and which tokens they take. */
final class Cover {

    private final @Nullable Found[] byToken;
    private final List<Found> all = new ArrayList<>();

    Cover(int tokens) {
        byToken = new @Nullable Found[tokens];
    }

    void add(Found found) {
        all.add(found);
        for (int i = found.first(); i < found.end(); i++) {
            byToken[i] = found;
        }
    }

    /** Adds it in place of those that it overlaps. */
    void replace(Found found) {
        for (int i = found.first(); i < found.end(); i++) {
            Found there = byToken[i];
            if (there != null) {
                all.remove(there);
                for (int j = there.first(); j < there.end(); j++) {
                    byToken[j] = null;
                }
            }
        }
        add(found);
    }

    @Nullable
    Found at(int token) {
        return token >= 0 && token < byToken.length ? byToken[token] : null;
    }

    boolean free(int first, int end) {
        for (int i = first; i < end; i++) {
            if (at(i) != null) {
                return false;
            }
        }
        return true;
    }

    boolean holds(int token, MentionType type) {
        Found found = at(token);
        return found != null && found.type() == type;
    }

    List<Found> all() {
        return all;
    }
}
