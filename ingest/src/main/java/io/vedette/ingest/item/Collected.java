package io.vedette.ingest.item;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a reader finds in a document.  Items of one key and different addresses, as feeds have them that give all
 * their items the same guid, get the address added to their keys; what is left out is named {@value #MOST_LEFT_OUT} times
 * and then counted.  For one thread.
 */
public final class Collected {

    private static final int MOST_LEFT_OUT = 200;
    private static final int MOST_CHARS = 200;

    private final List<Item> items = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private int unnamed;

    /** Takes an item. */
    public void add(Item item) {
        items.add(item);
    }

    /** Notes something that became no item; what it is is cut to a readable length. */
    public void leaveOut(String what, String reason) {
        if (leftOut.size() < MOST_LEFT_OUT) {
            String line = what.replaceAll("\\s+", " ").strip();
            leftOut.add(new LeftOut(line.length() <= MOST_CHARS ? line : line.substring(0, MOST_CHARS) + "…", reason));
        } else {
            unnamed++;
        }
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return items.isEmpty();
    }

    /** What there is so far. */
    public ItemList list(@Nullable String title, @Nullable String language, Hints hints, List<ItemList.Part> parts) {
        List<LeftOut> all = new ArrayList<>(leftOut);
        if (unnamed > 0) {
            all.add(new LeftOut(unnamed + " more", "for reasons such as the above"));
        }
        return new ItemList(title, language, withOwnKeys(), all, hints, parts);
    }

    private List<Item> withOwnKeys() {
        Map<String, String> addresses = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (Item item : items) {
            String url = String.valueOf(item.article().url());
            String first = addresses.putIfAbsent(item.key(), url);
            if (first != null && !first.equals(url)) {
                shared.add(item.key());
            }
        }
        return items.stream()
                .map(item -> shared.contains(item.key()) ? withAddress(item) : item)
                .toList();
    }

    private static Item withAddress(Item item) {
        String key = item.key() + "\n" + item.article().url();
        return new Item(key, item.article(), item.dateFrom(), item.fullText(), item.forwardOf());
    }
}
