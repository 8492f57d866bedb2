package io.vedette.app.page;

import io.vedette.text.MentionType;
import java.util.Locale;

/** What has a colour of its own in the text, and a switch in the legend. */
enum Layer {
    PEOPLE("people"),
    STATE("governments, agencies"),
    ARMED("forces, units, groups"),
    ORGANISATIONS("organisations"),
    GROUPS("peoples, groups"),
    PLACES("places"),
    DEMONYMS("demonyms"),
    TRIGGERS("what is claimed"),
    SOURCES("who says so"),
    CUES("words of saying");

    private final String label;

    Layer(String label) {
        this.label = label;
    }

    /** What the legend calls it. */
    String label() {
        return label;
    }

    /** Its class in the page. */
    String css() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Layer of(MentionType type) {
        return switch (type) {
            case PERSON -> PEOPLE;
            case GOVERNMENT, AGENCY -> STATE;
            case ARMED_FORCE, MILITARY_UNIT, ARMED_GROUP -> ARMED;
            case ORGANISATION, PARTY, MEDIA, COMPANY -> ORGANISATIONS;
            case GROUP -> GROUPS;
            case COUNTRY, REGION, SETTLEMENT, WATER, LANDFORM, FACILITY -> PLACES;
            case DEMONYM -> DEMONYMS;
        };
    }
}
