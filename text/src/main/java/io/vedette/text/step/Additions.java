package io.vedette.text.step;

import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.Mention;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Adds mentions to what was found, and keeps right what claims say of them by index. */
public final class Additions {

    static final Comparator<Mention> ORDER = Comparator.comparing(Mention::field)
            .thenComparingInt(Mention::start)
            .thenComparing(Comparator.comparingInt(Mention::end).reversed())
            .thenComparing(Mention::kind);

    private Additions() {}

    /**
     * The same findings and these mentions, in order.
     *
     * @param more in any order; one of the same span and kind as a mention that is there is left out
     */
    public static Annotations with(Annotations found, List<Mention> more) {
        List<Mention> all = new ArrayList<>(found.mentions());
        for (Mention mention : more) {
            if (found.mentions().stream().noneMatch(there -> ORDER.compare(there, mention) == 0)) {
                all.add(mention);
            }
        }
        all.sort(ORDER);
        int[] moved = moved(found.mentions(), all);
        List<Claim> claims = found.claims().stream()
                .map(claim -> claim.renumbered(index -> moved[index]))
                .toList();
        return new Annotations(found.language(), all, claims);
    }

    private static int[] moved(List<Mention> before, List<Mention> after) {
        Map<Mention, Integer> positions = new IdentityHashMap<>();
        for (int i = 0; i < after.size(); i++) {
            positions.put(after.get(i), i);
        }
        int[] moved = new int[before.size()];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = positions.getOrDefault(before.get(i), i);
        }
        return moved;
    }
}
