package io.vedette.text.story;

import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Mention;
import io.vedette.text.Modality;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of an article's claims: one for each place that a claim is about, or for each actor where it names no place. */
final class ClaimKeys {

    private ClaimKeys() {}

    static List<ClaimKey> of(Annotations annotations) {
        Set<ClaimKey> keys = new LinkedHashSet<>();
        for (Claim claim : annotations.claims()) {
            if (isNews(claim)) {
                add(claim, annotations.mentions(), keys);
            }
        }
        return keys.stream().limit(Fingerprint.MOST_CLAIMS).toList();
    }

    /** What is only possible or planned can't be contradicted, and history is no news. */
    private static boolean isNews(Claim claim) {
        boolean said = claim.modality() == Modality.ASSERTED || claim.modality() == Modality.DENIED;
        return said && !claim.background() && claim.type() != ClaimType.STATEMENT;
    }

    private static void add(Claim claim, List<Mention> mentions, Set<ClaimKey> keys) {
        List<Integer> about = claim.places().isEmpty() ? claim.actors() : claim.places();
        for (int index : about) {
            String id = mentions.get(index).entityId();
            if (id != null) {
                boolean denied = claim.modality() == Modality.DENIED;
                keys.add(new ClaimKey(claim.type().name(), Hash.of(id), denied, source(claim.sourceEntityId())));
            }
        }
    }

    private static int source(@Nullable String id) {
        return id == null ? 0 : Hash.of(id);
    }
}
