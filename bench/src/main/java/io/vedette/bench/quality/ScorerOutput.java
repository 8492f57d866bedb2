package io.vedette.bench.quality;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the scorer printed: lines that begin with a label, with figures behind their names. */
record ScorerOutput(String text) {

    /** The text stands in no form in which the figure could be read. */
    static final class UnreadableException extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnreadableException(String message) {
            super(message);
        }
    }

    /**
     * A figure.
     *
     * @throws UnreadableException with the whole output if the line or the figure is not there
     */
    double figure(Target target) {
        Pattern number =
                Pattern.compile("(?<![\\w@])" + Pattern.quote(target.figure()) + "\\s+(-?\\d+(?:\\.\\d+)?)(?![\\d.])");
        for (String line : text.split("\n", -1)) {
            if (labels(line, target.label())) {
                Matcher matcher = number.matcher(line);
                if (matcher.find()) {
                    return Double.parseDouble(matcher.group(1));
                }
            }
        }
        throw new UnreadableException("no figure \"" + target.name() + "\" in what the scorer printed:\n" + text);
    }

    /** "detection" is not the label of "detection and source"; no label is that of every line. */
    private static boolean labels(String line, String label) {
        if (label.isEmpty()) {
            return true;
        }
        String rest = line.startsWith(label) ? line.substring(label.length()) : "x";
        return rest.startsWith(":") || rest.startsWith("  ") || rest.matches(" \\d.*");
    }
}
