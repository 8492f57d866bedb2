package io.vedette.text.watch;

import io.vedette.text.stem.Stemmer;
import io.vedette.text.stem.Stemmers;
import io.vedette.text.watch.Anchor.Kind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which watches an article may match, by the anchors that it has.  Watches go by the numbers that they are given.
 *
 * <p>Every watch is led to by the anchors of its rarest requirement, and guarded by its next one if that is a single
 * anchor: one bit says whether the article has that too, which rules most watches out before they are looked at.
 *
 * <p>Many threads may read, or one write.
 */
final class WatchIndex {

    private final HashTable byHash = new HashTable();
    private final Pages<Atom> atoms = new Pages<>();
    private final Numbering numbers = new Numbering();
    private final int[] ofKind = new int[Kind.values().length];
    private final WildcardIndex wildcards = new WildcardIndex();

    /** Of every language in which an article came; the commonest is there from the beginning. */
    private final Map<Stemmer, Stems> languages = new ConcurrentHashMap<>();

    WatchIndex() {
        languages.put(Stemmers.of("en"), new Stems(Stemmers.of("en")));
    }

    /** @param sure whether the article matches that has one of the anchors */
    void add(int watch, List<Requirement> requirements, boolean sure) {
        int guard = sure ? Atom.SURE : guard(requirements);
        for (Anchor anchor : requirements.get(0).anchors()) {
            use(anchor).add(watch, guard);
        }
    }

    private int guard(List<Requirement> requirements) {
        for (Requirement other : requirements.subList(1, requirements.size())) {
            if (other.anchors().size() == 1 && !isMade(other.anchors().get(0))) {
                return use(other.anchors().get(0)).number();
            }
        }
        return Atom.UNGUARDED;
    }

    private static boolean isMade(Anchor anchor) {
        return anchor.kind() == Kind.ALWAYS || anchor.kind() == Kind.CLAIMED;
    }

    /** Takes back what {@link #add} did with the same arguments. */
    void remove(int watch, List<Requirement> requirements, boolean sure) {
        for (Anchor anchor : requirements.get(0).anchors()) {
            Atom atom = atom(anchor);
            atom.remove(watch);
            unuse(atom);
        }
        if (!sure) {
            requirements.stream()
                    .skip(1)
                    .filter(other -> other.anchors().size() == 1
                            && !isMade(other.anchors().get(0)))
                    .findFirst()
                    .ifPresent(guard -> unuse(atom(guard.anchors().get(0))));
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
            Atom atom = atoms.get(present.get(i));
            if (atom != null) {
                find(atom, present, candidates, sure);
            }
        }
    }

    private static void find(Atom atom, Present present, Bits candidates, Bits sure) {
        int[] postings = atom.postings();
        for (int i = 0; i < atom.size(); i += 2) {
            int guard = postings[i + 1];
            if (guard < 0) {
                candidates.set(postings[i]);
                if (guard == Atom.SURE) {
                    sure.set(postings[i]);
                }
            } else if (present.has(guard)) {
                candidates.set(postings[i]);
            }
        }
    }

    private void findAtoms(MatchableArticle article, Present present) {
        Stems stems = languages.computeIfAbsent(article.words().stemmer(), this::stemmed);
        WordLayer words = article.words().stems();
        for (int i = 0; i < words.groups(); i++) {
            for (int atom : stems.of(words.hash(i))) {
                present.add(atom);
            }
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
