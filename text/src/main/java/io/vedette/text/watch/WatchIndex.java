package io.vedette.text.watch;

import io.vedette.text.stem.Stemmer;
import io.vedette.text.stem.Stemmers;
import io.vedette.text.watch.Anchor.Kind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which watches an article may match, by the anchors that it has.  Watches go by the numbers that they are given.
 *
 * <p>Every watch is led to by the anchors of its rarest requirement, and guarded by its next one if that is a single
 * anchor: one bit says whether the article has that too, which rules most watches out before they are looked at.  Where
 * both are words that must stand at some distance, that is looked up as well; of many watches this is all.
 *
 * <p>Many threads may read, or one write.
 */
final class WatchIndex {

    private final HashTable byHash = new HashTable();
    private final Pages<Atom> atoms = new Pages<>();

    /** By the numbers of atoms; null of one that only guards. */
    private final Pages<int[]> postings = new Pages<>();

    private final Numbering numbers = new Numbering();
    private final int[] ofKind = new int[Kind.values().length];
    private final WildcardIndex wildcards = new WildcardIndex();

    /** Of every language in which an article came; the commonest is there from the beginning. */
    private final Map<Stemmer, Stems> languages = new ConcurrentHashMap<>();

    WatchIndex() {
        languages.put(Stemmers.of("en"), new Stems(Stemmers.of("en")));
    }

    void add(int watch, Plan plan) {
        int guard =
                plan.guard() == null ? Postings.UNGUARDED : use(plan.guard()).number();
        int signed = plan.sure() ? watch | Postings.SURE : watch;
        for (Anchor anchor : plan.anchors()) {
            int number = use(anchor).number();
            int[] old = number < postings.size() ? postings.get(number) : null;
            postings.set(number, Postings.with(old, signed, guard, plan.relation()));
        }
    }

    /** Takes back what {@link #add} did with the same arguments. */
    void remove(int watch, Plan plan) {
        for (Anchor anchor : plan.anchors()) {
            Atom atom = atom(anchor);
            int[] known = postings.get(atom.number());
            if (known != null) {
                Postings.remove(known, watch);
            }
            unuse(atom);
        }
        if (plan.guard() != null) {
            unuse(atom(plan.guard()));
        }
    }

    private Atom atom(Anchor anchor) {
        Atom atom = atoms.get(byHash.get(anchor.hash()));
        if (atom == null) {
            throw new IllegalStateException("no watch is known by " + anchor);
        }
        return atom;
    }

    private Atom use(Anchor anchor) {
        int number = byHash.get(anchor.hash());
        Atom known = number < 0 ? null : atoms.get(number);
        Atom atom = known == null ? made(anchor) : known;
        atom.use();
        return atom;
    }

    private Atom made(Anchor anchor) {
        Atom atom = new Atom(anchor, numbers.take());
        atoms.set(atom.number(), atom);
        byHash.put(anchor.hash(), atom.number());
        ofKind[anchor.kind().ordinal()]++;
        if (anchor.kind() == Kind.STEM) {
            languages.values().forEach(stems -> stems.add(anchor.key(), atom.number()));
        } else if (anchor.kind() == Kind.WILDCARD) {
            wildcards.add(atom);
        }
        return atom;
    }

    private void unuse(Atom atom) {
        if (!atom.unuse()) {
            return;
        }
        Anchor anchor = atom.anchor();
        byHash.remove(anchor.hash());
        atoms.set(atom.number(), null);
        if (atom.number() < postings.size()) {
            postings.set(atom.number(), null);
        }
        numbers.giveBack(atom.number());
        ofKind[anchor.kind().ordinal()]--;
        if (anchor.kind() == Kind.STEM) {
            languages.values().forEach(stems -> stems.remove(anchor.key(), atom.number()));
        } else if (anchor.kind() == Kind.WILDCARD) {
            wildcards.remove(atom);
        }
    }

    /**
     * Finds the watches worth a closer look.
     *
     * @param present for this method's own use, empty
     * @param candidates gets the numbers of those that may match
     * @param sure gets those of them that do
     */
    void find(MatchableArticle article, Present present, Bits candidates, Bits sure) {
        findAtoms(article, present);
        for (int i = 0; i < present.count(); i++) {
            int atom = present.get(i);
            int[] led = atom < postings.size() ? postings.get(atom) : null;
            if (led != null) {
                find(article.words(), led, present.group(atom), present, candidates, sure);
            }
        }
    }

    private static void find(
            ArticleWords words, int[] postings, int group, Present present, Bits candidates, Bits sure) {
        int end = 1 + Postings.WIDTH * postings[0];
        for (int i = 1; i < end; i += Postings.WIDTH) {
            int guard = postings[i + 1];
            if (guard >= 0) {
                if (!present.has(guard)) {
                    continue;
                }
                int relation = postings[i + 2];
                if (relation != Relation.NONE && !Relation.holds(words, group, present.group(guard), relation)) {
                    continue;
                }
            }
            candidates.set(postings[i] & ~Postings.SURE);
            if (postings[i] < 0) {
                sure.set(postings[i] & ~Postings.SURE);
            }
        }
    }

    private void findAtoms(MatchableArticle article, Present present) {
        Stems stems = languages.computeIfAbsent(article.words().stemmer(), this::stemmed);
        WordLayer words = article.words().stems();
        for (int i = 0; i < words.groups(); i++) {
            stems.find(words.hash(i), i, present);
        }
        new ArticleAnchors(article, kind -> ofKind[kind.ordinal()] > 0, hash -> {
                    int atom = byHash.get(hash);
                    if (atom >= 0) {
                        present.add(atom);
                    }
                })
                .tell();
        if (ofKind[Kind.WILDCARD.ordinal()] > 0) {
            wildcards.find(article, present);
        }
    }

    private Stems stemmed(Stemmer stemmer) {
        Stems stems = new Stems(stemmer);
        for (int i = 0; i < numbers.end(); i++) {
            Atom atom = atoms.get(i);
            if (atom != null && atom.anchor().kind() == Kind.STEM) {
                stems.add(atom.anchor().key(), i);
            }
        }
        return stems;
    }
}
