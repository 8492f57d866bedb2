package io.vedette.app.page;

import io.vedette.app.terminal.Style;
import io.vedette.ingest.html.Explanation;
import io.vedette.ingest.html.Explanation.Choice;
import io.vedette.ingest.html.Explanation.LeftOut;
import io.vedette.ingest.html.ExtractedPage;
import java.util.Comparator;
import java.util.List;

/** Tells people why a page gives the article that it gives.  Stateless and thread-safe. */
public final class ExtractionPrinter {

    private static final List<String> FIELDS = List.of("title", "published", "authors", "text");
    private static final int MOST_LEFT_OUT = 12;
    private static final int WIDTH = 90;

    private final boolean colour;

    public ExtractionPrinter(boolean colour) {
        this.colour = colour;
    }

    /**
     * The explanation as lines, the last one ended.
     *
     * @param name of the page
     */
    public String print(String name, Explanation explanation) {
        StringBuilder out = new StringBuilder();
        out.append(Style.BOLD.on(name, colour)).append('\n');
        for (String field : FIELDS) {
            List<Choice> choices = explanation.choices().stream()
                    .filter(choice -> choice.field().equals(field))
                    .toList();
            if (choices.stream().noneMatch(Choice::taken)) {
                line(out, field, Style.YELLOW.on("nothing found", colour));
            }
            // what was taken first: that is what people look for
            choices.stream()
                    .sorted(Comparator.comparing(choice -> !choice.taken()))
                    .filter(choice -> choice.taken() || !choice.value().isEmpty())
                    .forEach(choice -> line(out, choice.taken() ? field : "", described(choice, explanation.page())));
        }
        leftOut(out, explanation.leftOut());
        return out.toString();
    }

    private String described(Choice choice, ExtractedPage page) {
        String value = choice.field().equals("published") && choice.taken()
                ? page.published() + ", written " + quoted(choice.value())
                : quoted(choice.value());
        String all = value + " (" + choice.from() + ": " + choice.reason() + ")";
        return choice.taken() ? all : Style.DIM.on("not " + all, colour);
    }

    private void leftOut(StringBuilder out, List<LeftOut> leftOut) {
        if (leftOut.isEmpty()) {
            return;
        }
        List<LeftOut> largest = leftOut.stream()
                .filter(part -> part.characters() > 0)
                .sorted(Comparator.comparingInt(LeftOut::characters).reversed())
                .toList();
        int characters = largest.stream().mapToInt(LeftOut::characters).sum();
        line(out, "left out", largest.size() + " parts, " + characters + " characters");
        for (LeftOut part : largest.subList(0, Math.min(MOST_LEFT_OUT, largest.size()))) {
            String size = part.characters() + " characters";
            line(out, "", Style.DIM.on(shortened(part.what()) + " (" + part.reason() + ", " + size + ")", colour));
        }
        if (largest.size() > MOST_LEFT_OUT) {
            line(out, "", Style.DIM.on("and " + (largest.size() - MOST_LEFT_OUT) + " smaller ones", colour));
        }
    }

    private static void line(StringBuilder out, String label, String words) {
        out.append(String.format("  %-10s %s%n", label, words));
    }

    private static String quoted(String value) {
        return '"' + shortened(value) + '"';
    }

    private static String shortened(String value) {
        String line = value.replaceAll("\\s+", " ").strip();
        int end = Math.min(WIDTH, line.length());
        boolean halved = end < line.length() && Character.isHighSurrogate(line.charAt(end - 1));
        return end == line.length() ? line : line.substring(0, halved ? end - 1 : end) + "\u2026";
    }
}
