package io.vedette.text.gazetteer;

import io.vedette.text.Location;
import io.vedette.text.MentionType;
import io.vedette.text.gazetteer.image.PlaceImage;
import io.vedette.text.gazetteer.image.PlaceLevel;
import io.vedette.text.token.Tokens;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** The places of an image as entities, each made when it is first asked for. */
final class ImagePlaces {

    private static final String TOWN = "geo:";

    private final PlaceImage image;
    private final Disputes disputes;
    private final AtomicReferenceArray<@Nullable Entity> made;

    /** Towns by GeoNames' id, divisions by the whole of theirs. */
    private final LongIntMap towns = new LongIntMap();

    private final Map<String, Integer> divisions = new HashMap<>();

    ImagePlaces(PlaceImage image, Disputes disputes) {
        this.image = image;
        this.disputes = disputes;
        this.made = new AtomicReferenceArray<>(image.places());
        for (int place = 0; place < image.places(); place++) {
            if (image.level(place) == PlaceLevel.PLACE) {
                towns.put(image.geonameId(place), place);
            } else {
                divisions.put(image.id(place), place);
            }
        }
    }

    PlaceImage image() {
        return image;
    }

    int size() {
        return image.places();
    }

    @Nullable
    Entity entity(String id) {
        int place = find(id);
        return place < 0 ? null : entity(place);
    }

    private int find(String id) {
        if (!id.startsWith(TOWN)) {
            return divisions.getOrDefault(id, -1);
        }
        long number = 0;
        for (int i = TOWN.length(); i < id.length(); i++) {
            char c = id.charAt(i);
            if (c < '0' || c > '9' || i > TOWN.length() + 15) {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return towns.get(number);
    }

    /** Puts an entity in the place of the one of its id, if there is one; what it leaves open is taken from that. */
    @Nullable
    Entity override(Entity own) {
        int place = find(own.id());
        if (place < 0) {
            return null;
        }
        Entity merged = disputes.settle(own.completedBy(make(place)));
        made.set(place, merged);
        return merged;
    }

    Entity entity(int place) {
        Entity entity = made.get(place);
        if (entity == null) {
            entity = disputes.settle(make(place));
            made.set(place, entity);
        }
        return entity;
    }

    Alias alias(int name) {
        int place = image.placeOf(name);
        String text = image.text(name);
        Alias.Use use = GazetteerBuilder.use(Tokens.of(text));
        return new Alias(text, entity(place), use, image.source(name));
    }

    private Entity make(int place) {
        String feature = image.feature(place);
        String country = image.country(place);
        long geonameId = image.geonameId(place);
        Location location = new Location(
                image.latitude(place),
                image.longitude(place),
                geonameId == 0 ? null : Long.toString(geonameId),
                country);
        String code = feature.substring(feature.indexOf('.') + 1);
        return new Entity(
                image.id(place),
                type(feature),
                image.name(place),
                country,
                location,
                image.population(place),
                image.within(place),
                code.equals("PPLC"),
                null,
                null,
                code,
                null);
    }

    /** By GeoNames' feature class. */
    private static MentionType type(String feature) {
        return switch (feature.charAt(0)) {
            case 'P' -> MentionType.SETTLEMENT;
            case 'H' -> MentionType.WATER;
            case 'T', 'U', 'V' -> MentionType.LANDFORM;
            case 'R', 'S' -> MentionType.FACILITY;
            default -> MentionType.REGION;
        };
    }
}
