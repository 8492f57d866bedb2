package io.vedette.text.watch;

/** Groups of the same words, and where the words of each stand: they form a chain. */
final class WordLayer {

    static final int NONE = -1;

    private final WordGroups groups;
    private final int[] following;
    private final int[] sizes;

    WordLayer(WordGroups groups) {
        this.groups = groups;
        int words = groups.words();
        following = new int[words];
        sizes = new int[groups.count()];
        int[] nexts = new int[groups.count()];
        for (int i = words - 1;
                i >= 0;
                i--) { // from behind, so that a chain's end needs no second look: 0 is no word's next
            int group = groups.groupAt(i);
            following[i] = nexts[group] - 1;
            nexts[group] = i + 1;
            sizes[group]++;
        }
    }

    /** How many different words there are. */
    int groups() {
        return groups.count();
    }

    /** The hash that the words of a group share. */
    long hash(int group) {
        return groups.hash(group);
    }

    /** The group of the words with that hash; {@link #NONE} if there are none. */
    int group(long hash) {
        return groups.group(hash);
    }

    int groupAt(int position) {
        return groups.groupAt(position);
    }

    /** The first word of a group. */
    int first(int group) {
        return groups.first(group);
    }

    /** How many words a group has. */
    int size(int group) {
        return sizes[group];
    }

    /** The next word of the same group; {@link #NONE} behind the last. */
    int following(int position) {
        return following[position];
    }
}
