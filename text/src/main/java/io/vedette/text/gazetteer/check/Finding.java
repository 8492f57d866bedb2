package io.vedette.text.gazetteer.check;

/**
 * Something that is wrong, or probably wrong, in a file of the gazetteer.
 *
 * @param file as the gazetteer names it: {@code actors/parties.tsv}
 * @param line counted from 1; 0 where it concerns the whole file
 * @param severity how bad it is
 * @param what what is wrong
 * @param remedy what to do about it
 */
public record Finding(String file, int line, Severity severity, String what, String remedy) {

    /** How bad it is. */
    public enum Severity {
        /** The gazetteer can't be read, or says something wrong. */
        ERROR,
        /** It does what it says, but perhaps not what was meant. */
        WARNING
    }

    /** As compilers write it: {@code actors/parties.tsv:12: error: ...; remedy}. */
    @Override
    public String toString() {
        String place = line == 0 ? file : file + ":" + line;
        return place + ": " + (severity == Severity.ERROR ? "error" : "warning") + ": " + what + "; " + remedy;
    }
}
