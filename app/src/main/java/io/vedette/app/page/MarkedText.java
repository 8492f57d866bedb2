package io.vedette.app.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A text cut wherever a mark begins or ends, so that marks may overlap in any way: each piece carries the colours and the
 * hints of all marks over it.
 */
final class MarkedText {

    private MarkedText() {}

    /** Appends the text to that element, in pieces; nothing of it becomes markup. */
    static void append(Element parent, String text, List<Mark> marks) {
        List<Mark> coming =
                marks.stream().sorted(Comparator.comparingInt(Mark::start)).toList();
        List<Mark> open = new ArrayList<>();
        int opened = 0;
        int at = 0;
        for (int cut : cuts(text, marks)) {
            if (cut > at) {
                parent.appendChild(piece(text.substring(at, cut), open));
                at = cut;
            }
            while (opened < coming.size() && coming.get(opened).start() <= at) {
                open.add(coming.get(opened++));
            }
            int now = at;
            open.removeIf(mark -> mark.end() <= now);
        }
    }

    private static TreeSet<Integer> cuts(String text, List<Mark> marks) {
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        for (Mark mark : marks) {
            cuts.add(mark.start());
            cuts.add(mark.end());
        }
        return cuts;
    }

    private static Node piece(String words, List<Mark> marks) {
        if (marks.isEmpty()) {
            return new TextNode(words);
        }
        Element piece = new Element("span");
        marks.forEach(mark -> piece.addClass(mark.layer().css()));
        return piece.attr("title", marks.stream().map(Mark::hint).distinct().collect(Collectors.joining("\n")))
                .appendChild(new TextNode(words));
    }
}
