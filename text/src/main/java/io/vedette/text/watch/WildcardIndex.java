package io.vedette.text.watch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The patterns of words that watches name, by how they begin; by how they end where they begin with a sign; by letters
 * within where they end with one too.  Not for threads that write at once.
 */
final class WildcardIndex {

    /** So many letters of a beginning or end are looked at; the rest is left to the pattern itself. */
    private static final int LETTERS = 5;

    private static final long FACTOR = 0xD1342543DE82EF95L;

    private final Affixes prefixes = new Affixes();
    private final Affixes suffixes = new Affixes();
    private final Infixes infixes = new Infixes();
    private final List<Pattern> others = new ArrayList<>();

    private record Pattern(int atom, Glob glob) {}

    void add(Atom atom) {
        Glob glob = new Glob(atom.anchor().key());
        home(glob).add(new Pattern(atom.number(), glob));
    }

    void remove(Atom atom) {
        Glob glob = new Glob(atom.anchor().key());
        home(glob).remove(new Pattern(atom.number(), glob));
    }

    private List<Pattern> home(Glob glob) {
        String prefix = glob.prefix();
        String suffix = glob.suffix();
        if (!prefix.isEmpty()) {
            return prefixes.of(prefix, false);
        }
        String infix = glob.infix();
        return !suffix.isEmpty()
                ? suffixes.of(suffix, true)
                : infix.length() >= Infixes.SHORTEST ? infixes.of(infix) : others;
    }

    /** Adds the patterns that a word of the article fits, and tells the article which words those are. */
    void find(MatchableArticle article, Present present) {
        WordLayer norms = article.words().norms();
        Map<Pattern, BitSet> fitting = new IdentityHashMap<>();
        for (int group = 0; group < norms.groups(); group++) {
            String norm = article.words().norm(norms.first(group));
            prefixes.find(norm, group, false, fitting);
            suffixes.find(norm, group, true, fitting);
            infixes.find(norm, group, fitting);
            find(others, norm, group, fitting);
        }
        fitting.forEach((pattern, groups) -> {
            present.add(pattern.atom());
            article.tellWildcard(pattern.glob(), groups);
        });
    }

    private static void find(List<Pattern> patterns, String norm, int group, Map<Pattern, BitSet> fitting) {
        for (int i = 0; i < patterns.size(); i++) {
            Pattern pattern = patterns.get(i);
            if (pattern.glob().matches(norm)) {
                fitting.computeIfAbsent(pattern, key -> new BitSet()).set(group);
            }
        }
    }

    /** Patterns by the first or last letters that are certain in them. */
    private static final class Affixes {

        private final Lists lists = new Lists();

        /** Whether there is, or once was, an affix of that length. */
        private final boolean[] lengths = new boolean[LETTERS + 1];

        List<Pattern> of(String affix, boolean fromEnd) {
            int length = Math.min(LETTERS, affix.length());
            lengths[length] = true;
            long hash = 0;
            for (int i = 0; i < length; i++) {
                hash = hash(hash, letter(affix, i, fromEnd));
            }
            return lists.made(hash);
        }

        void find(String norm, int group, boolean fromEnd, Map<Pattern, BitSet> fitting) {
            if (lists.isEmpty()) {
                return;
            }
            long hash = 0;
            for (int i = 0; i < Math.min(LETTERS, norm.length()); i++) {
                hash = hash(hash, letter(norm, i, fromEnd));
                if (lengths[i + 1]) {
                    WildcardIndex.find(lists.get(hash), norm, group, fitting);
                }
            }
        }

        private static char letter(String word, int i, boolean fromEnd) {
            return word.charAt(fromEnd ? word.length() - 1 - i : i);
        }
    }

    /** Patterns by letters that are certain within them: four, or three where there are no more. */
    private static final class Infixes {

        private static final int SHORTEST = 3;
        private static final int LONGEST = 4;

        private final Lists lists = new Lists();

        List<Pattern> of(String infix) {
            int length = Math.min(LONGEST, infix.length());
            long hash = 0;
            for (int i = 0; i < length; i++) {
                hash = hash(hash, infix.charAt(i));
            }
            return lists.made(hash);
        }

        void find(String norm, int group, Map<Pattern, BitSet> fitting) {
            if (lists.isEmpty()) {
                return;
            }
            for (int from = 0; from + SHORTEST <= norm.length(); from++) {
                long hash = 0;
                int end = Math.min(from + LONGEST, norm.length());
                for (int i = from; i < end; i++) {
                    hash = hash(hash, norm.charAt(i));
                    if (i - from + 1 >= SHORTEST) {
                        WildcardIndex.find(lists.get(hash), norm, group, fitting);
                    }
                }
            }
        }
    }

    /** Lists of patterns by hashes of letters. */
    private static final class Lists {

        private final HashTable byHash = new HashTable();
        private final List<List<Pattern>> lists = new ArrayList<>();

        boolean isEmpty() {
            return lists.isEmpty();
        }

        List<Pattern> get(long hash) {
            int list = byHash.get(finished(hash));
            return list < 0 ? List.of() : lists.get(list);
        }

        /** The same; one that can be added to, if there was none. */
        List<Pattern> made(long hash) {
            int list = byHash.get(finished(hash));
            if (list < 0) {
                list = lists.size();
                lists.add(new ArrayList<>(2));
                byHash.put(finished(hash), list);
            }
            return lists.get(list);
        }

        private static long finished(long hash) {
            return hash ^ hash >>> 32 | 1L << 63;
        }
    }

    private static long hash(long hash, char letter) {
        return (hash ^ letter) * FACTOR + 1;
    }
}
