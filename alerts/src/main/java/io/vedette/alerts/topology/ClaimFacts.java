package io.vedette.alerts.topology;

import io.vedette.schemas.ClaimFact;
import io.vedette.text.Claim;
import io.vedette.text.Mention;
import io.vedette.text.Quantity;
import io.vedette.text.QuantityKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of a claim tells it from another one of the same story. */
final class ClaimFacts {

    private static final Set<QuantityKind> CASUALTIES =
            Set.of(QuantityKind.KILLED, QuantityKind.WOUNDED, QuantityKind.CASUALTIES);

    private ClaimFacts() {}

    /** @param mentions those of the article, to which the claim's indexes point */
    static ClaimFact of(Claim claim, List<Mention> mentions) {
        Mention place = first(claim.places(), mentions);
        Mention side = first(claim.agents().isEmpty() ? claim.actors() : claim.agents(), mentions);
        return ClaimFact.newBuilder()
                .setType(claim.type().name())
                .setModality(claim.modality().name())
                .setPlace(id(place))
                .setPlaceName(name(place))
                .setSide(id(side))
                .setSideName(name(side))
                .setCasualties(casualties(claim.quantities()))
                .build();
    }

    /** The first that the gazetteer knows. */
    private static @Nullable Mention first(List<Integer> indexes, List<Mention> mentions) {
        return indexes.stream()
                .map(mentions::get)
                .filter(mention -> mention.entityId() != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String id(@Nullable Mention mention) {
        return mention == null ? null : mention.entityId();
    }

    private static @Nullable String name(@Nullable Mention mention) {
        if (mention == null) {
            return null;
        }
        return mention.name() == null ? mention.text() : mention.name();
    }

    /** The highest of the numbers, not their sum: killed and wounded may overlap with casualties. */
    private static int casualties(List<Quantity> quantities) {
        return quantities.stream()
                .filter(quantity -> CASUALTIES.contains(quantity.kind()))
                .mapToInt(quantity -> (int) Math.min(Integer.MAX_VALUE, quantity.low()))
                .max()
                .orElse(0);
    }
}
