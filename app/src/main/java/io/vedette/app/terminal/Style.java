package io.vedette.app.terminal;

/** How words look on a terminal: ANSI's select graphic rendition (ECMA-48), or nothing at all. */
public enum Style {
    BOLD("1"),
    DIM("2"),
    RED("1;31"),
    YELLOW("33"),
    CYAN("36"),
    MATCH("1;33");

    private static final String RESET = "\u001b[0m";
    private final String codes;

    Style(String codes) {
        this.codes = codes;
    }

    /** The words in this style; as they are where colours aren't shown. */
    public String on(String words, boolean colour) {
        return colour && !words.isEmpty() ? "\u001b[" + codes + "m" + words + RESET : words;
    }
}
