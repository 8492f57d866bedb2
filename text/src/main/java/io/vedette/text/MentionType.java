package io.vedette.text;

/** What sort of actor or place a mention names. */
public enum MentionType {
    PERSON(MentionKind.ACTOR),
    GOVERNMENT(MentionKind.ACTOR),
    ARMED_FORCE(MentionKind.ACTOR),
    MILITARY_UNIT(MentionKind.ACTOR),
    ARMED_GROUP(MentionKind.ACTOR),
    AGENCY(MentionKind.ACTOR),
    ORGANISATION(MentionKind.ACTOR),
    PARTY(MentionKind.ACTOR),
    MEDIA(MentionKind.ACTOR),
    COMPANY(MentionKind.ACTOR),
    GROUP(MentionKind.ACTOR),

    COUNTRY(MentionKind.PLACE),
    REGION(MentionKind.PLACE),
    SETTLEMENT(MentionKind.PLACE),
    WATER(MentionKind.PLACE),
    LANDFORM(MentionKind.PLACE),
    FACILITY(MentionKind.PLACE),
    DEMONYM(MentionKind.PLACE);

    private final MentionKind kind;

    MentionType(MentionKind kind) {
        this.kind = kind;
    }

    public MentionKind kind() {
        return kind;
    }
}
