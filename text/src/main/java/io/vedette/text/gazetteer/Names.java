package io.vedette.text.gazetteer;

import io.vedette.text.gazetteer.image.PlaceImage;
import io.vedette.text.token.Tokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The names of actors, or of places, and whom they may stand for.  A name of the image becomes an {@link Alias} when it
 * is first asked for and is kept from then on: of a million names, texts use some thousands.
 */
final class Names {

    private final NameTable table;
    private final List<Alias> own;
    private final @Nullable ImagePlaces image;
    private final AtomicReferenceArray<@Nullable List<Alias>> known;

    private Names(NameTable table, List<Alias> own, @Nullable ImagePlaces image) {
        this.table = table;
        this.own = List.copyOf(own);
        this.image = image;
        this.known = new AtomicReferenceArray<>(table.postings());
    }

    static Names of(List<Alias> own) {
        return new Names(table(own, own.size()), own, null);
    }

    /** @param mainNames gets the main name of each place of the image, in their order */
    static Names of(List<Alias> own, ImagePlaces places, FoldedNames mainNames) {
        PlaceImage image = places.image();
        NameTable table = table(own, own.size() + image.names());
        image.forEachName((place, name, text) -> {
            Tokens tokens = Tokens.of(text);
            if (name == image.firstName(place)) {
                mainNames.add(tokens);
            }
            table.put(tokens, name, GazetteerBuilder.use(tokens) == Alias.Use.ANY_CASE);
        });
        return new Names(table, own, places);
    }

    /** The aliases of the tables are kept as negative numbers, those of the image by their own. */
    private static NameTable table(List<Alias> own, int expected) {
        NameTable table = new NameTable(expected);
        for (int i = 0; i < own.size(); i++) {
            table.put(Tokens.of(own.get(i).text()), ~i, own.get(i).use() == Alias.Use.ANY_CASE);
        }
        return table;
    }

    /** The aliases of the tables; those of the image are not among them. */
    List<Alias> own() {
        return own;
    }

    int longest(Tokens tokens, long @Nullable [][] others, int from, int limit, boolean small) {
        return others == null
                ? table.longest(tokens, from, limit, small)
                : table.longest(tokens, others, from, limit, small);
    }

    List<Alias> aliases(Tokens tokens, long @Nullable [][] others, int from, int end) {
        if (others == null) {
            return aliases(tokens, from, end);
        }
        List<List<Alias>> found = new ArrayList<>(2);
        table.find(tokens, others, from, end, head -> found.add(aliases(head)));
        if (found.size() < 2) {
            return found.isEmpty() ? List.of() : found.get(0);
        }
        List<Alias> all = new ArrayList<>();
        found.forEach(aliases -> aliases.forEach(alias -> addOnce(all, alias)));
        return all;
    }

    List<Alias> aliases(Tokens tokens, int from, int end) {
        int head = table.find(tokens, from, end);
        return head == NameTable.NONE ? List.of() : aliases(head);
    }

    private List<Alias> aliases(int head) {
        List<Alias> aliases = known.get(head);
        if (aliases == null) {
            aliases = list(head);
            known.set(head, aliases);
        }
        return aliases;
    }

    private List<Alias> list(int head) {
        List<Alias> mine = new ArrayList<>(2);
        List<Alias> theirs = new ArrayList<>();
        for (int posting = head; posting != NameTable.NONE; posting = table.previous(posting)) {
            int value = table.value(posting);
            if (value < 0) {
                mine.add(own.get(~value));
            } else if (image != null) {
                theirs.add(image.alias(value));
            }
        }
        Collections.reverse(mine);
        theirs.sort(Comparator.comparingLong((Alias alias) -> alias.entity().population())
                .reversed());
        List<Alias> all = new ArrayList<>(mine.size() + theirs.size());
        mine.forEach(alias -> addOnce(all, alias));
        theirs.forEach(alias -> addOnce(all, alias));
        return List.copyOf(all);
    }

    private static void addOnce(List<Alias> all, Alias alias) {
        if (all.stream()
                .noneMatch(other -> other.use() == alias.use()
                        && other.entity().id().equals(alias.entity().id()))) {
            all.add(alias);
        }
    }
}
