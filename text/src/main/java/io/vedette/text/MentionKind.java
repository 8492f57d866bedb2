package io.vedette.text;

/** Whether a mention names someone who acts or somewhere. */
public enum MentionKind {
    ACTOR,
    PLACE
}
