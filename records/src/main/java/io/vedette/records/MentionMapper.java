package io.vedette.records;

import io.vedette.schemas.Alternative;
import io.vedette.schemas.Mention;
import io.vedette.text.Location;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import org.jspecify.annotations.Nullable;

/** One mention, there and back. */
final class MentionMapper {

    private MentionMapper() {}

    static Mention toRecord(io.vedette.text.Mention mention) {
        Mention written = new Mention();
        written.setField(mention.field().name());
        written.setStart(mention.start());
        written.setEnd(mention.end());
        written.setText(mention.text());
        written.setKind(mention.kind().name());
        written.setType(mention.type().name());
        written.setEntityId(mention.entityId());
        written.setName(mention.name());
        written.setConfidence(mention.confidence());
        written.setAlias(mention.alias());
        written.setRule(mention.rule());
        written.setCountry(mention.country());
        written.setAlternatives(
                mention.alternatives().stream().map(MentionMapper::toRecord).toList());
        written.setContext(mention.context());
        written.setTransliterated(mention.transliterated());
        Location location = mention.location();
        if (location != null) {
            written.setLatitude(location.latitude());
            written.setLongitude(location.longitude());
            written.setGeonameId(location.geonameId());
        }
        return written;
    }

    static io.vedette.text.Mention fromRecord(Mention read) {
        MentionType type = Known.mentionType(read.getKind(), read.getType());
        return new io.vedette.text.Mention(
                Known.field(read.getField()),
                read.getStart(),
                read.getEnd(),
                read.getText(),
                type,
                read.getEntityId(),
                read.getName(),
                read.getConfidence(),
                read.getAlias(),
                read.getRule(),
                type.kind() == MentionKind.PLACE ? location(read) : null,
                read.getCountry(),
                read.getAlternatives().stream().map(MentionMapper::fromRecord).toList(),
                read.getContext(),
                read.getTransliterated());
    }

    private static Alternative toRecord(io.vedette.text.Alternative alternative) {
        return new Alternative(
                alternative.entityId(), alternative.name(), alternative.confidence(), alternative.country());
    }

    private static io.vedette.text.Alternative fromRecord(Alternative read) {
        return new io.vedette.text.Alternative(
                read.getEntityId(), read.getName(), read.getConfidence(), read.getCountry());
    }

    private static @Nullable Location location(Mention read) {
        Double latitude = read.getLatitude();
        Double longitude = read.getLongitude();
        return latitude == null || longitude == null
                ? null
                : new Location(latitude, longitude, read.getGeonameId(), read.getCountry());
    }
}
