package io.vedette.text.watch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The patterns of words that watches name, by how they begin, or end where they begin with a sign.  Not for threads that
 * write at once.
 */
final class WildcardIndex {

    /** So many letters of a beginning or end are looked at; the rest is left to the pattern itself. */
    private static final int LETTERS = 5;

    private static final long FACTOR = 0xD1342543DE82EF95L;

    private final Affixes prefixes = new Affixes();
    private final Affixes suffixes = new Affixes();
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
        return !prefix.isEmpty() ? prefixes.of(prefix, false) : !suffix.isEmpty() ? suffixes.of(suffix, true) : others;
    }

    /** Adds the patterns that a word of the article fits, and tells the article which words those are. */
    void find(MatchableArticle article, Present present) {
        WordLayer norms = article.words().norms();
        Map<Pattern, BitSet> fitting = new IdentityHashMap<>();
        for (int group = 0; group < norms.groups(); group++) {
            String norm = article.words().norm(norms.first(group));
            prefixes.find(norm, group, false, fitting);
            suffixes.find(norm, group, true, fitting);
            find(others, norm, group, fitting);
        }
        fitting.forEach((pattern, groups) -> {
            present.add(pattern.atom());
            article.tellWildcard(pattern.glob(), groups);
        });
    }

    private static void find(List<Pattern> patterns, String norm, int group, Map<Pattern, BitSet> fitting) {
        for (Pattern pattern : patterns) {
            if (pattern.glob().matches(norm)) {
                fitting.computeIfAbsent(pattern, key -> new BitSet()).set(group);
            }
        }
    }

    /** Patterns by the first or last letters that are certain in them. */
    private static final class Affixes {

        private final HashTable byHash = new HashTable();
        private final List<List<Pattern>> lists = new ArrayList<>();

        /** Whether there is, or once was, an affix of that length. */
        private final boolean[] lengths = new boolean[LETTERS + 1];

        List<Pattern> of(String affix, boolean fromEnd) {
            int length = Math.min(LETTERS, affix.length());
            lengths[length] = true;
            long hash = 0;
            for (int i = 0; i < length; i++) {
                hash = hash(hash, letter(affix, i, fromEnd));
            }
            int list = byHash.get(finished(hash));
            if (list < 0) {
                list = lists.size();
                lists.add(new ArrayList<>(2));
                byHash.put(finished(hash), list);
            }
            return lists.get(list);
        }

        void find(String norm, int group, boolean fromEnd, Map<Pattern, BitSet> fitting) {
            if (lists.isEmpty()) {
                return;
            }
            long hash = 0;
            for (int i = 0; i < Math.min(LETTERS, norm.length()); i++) {
                hash = hash(hash, letter(norm, i, fromEnd));
                int list = lengths[i + 1] ? byHash.get(finished(hash)) : HashTable.ABSENT;
                if (list >= 0) {
                    WildcardIndex.find(lists.get(list), norm, group, fitting);
                }
            }
        }

        private static char letter(String word, int i, boolean fromEnd) {
            return word.charAt(fromEnd ? word.length() - 1 - i : i);
        }

        private static long hash(long hash, char letter) {
            return (hash ^ letter) * FACTOR + 1;
        }

        private static long finished(long hash) {
            return hash ^ hash >>> 32 | 1L << 63;
        }
    }
}
