package io.vedette.text.mention;

/** What a part of a person's name looks like. */
final class PersonFinder {

    private PersonFinder() {}

    /** A capitalised word that could be a part of a person's name. */
    static boolean isName(FieldText text, int i) {
        return text.capitalised(i)
                && !Words.NOT_NAMES.contains(text.norm(i))
                && !Words.TITLES.contains(text.norm(i))
                && !(text.tokens().allCaps(i)
                        && text.norm(i).length() > 1
                        && !text.norm(i).contains("."));
    }
}
