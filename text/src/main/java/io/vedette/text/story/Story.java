package io.vedette.text.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A story as the assigner remembers it: what its articles have in common, and the texts that they were written from. */
final class Story {

    static final int MOST_TERMS = 96;
    static final int MOST_TEXTS = 32;
    static final int MOST_OUTLETS = 128;
    static final int MOST_LINKS = 16;
    static final int MOST_CLAIMS = 64;

    final int ordinal;
    final String id;
    int articles;
    int independentTexts;
    long lastTime;
    long lastSequence;

    /** The latest date of its articles, in milliseconds since 1970. */
    long published;

    int[] outlets = new int[0];
    final List<String> links = new ArrayList<>();

    /** The latest of what its articles claim. */
    final List<ArticleClaim> claims = new ArrayList<>();

    /** Hashes in ascending order, how much weight the articles give to each, how many have it, its kind. */
    int[] terms = new int[0];

    int[] weights = new int[0];
    short[] members = new short[0];
    byte[] kinds = new byte[0];

    /** Under which terms the index has it, in ascending order. */
    int[] indexed = new int[0];

    /** The latest of its independent texts. */
    final List<OriginalText> texts = new ArrayList<>();

    Story(int ordinal, String id) {
        this.ordinal = ordinal;
        this.id = id;
    }

    /** Takes an article in: its terms become the story's. */
    void add(ArticleTerms article) {
        int most = terms.length + article.count();
        int[] mergedTerms = new int[most];
        int[] mergedWeights = new int[most];
        short[] mergedMembers = new short[most];
        byte[] mergedKinds = new byte[most];
        int a = 0;
        int s = 0;
        int n = 0;
        while (a < article.count() || s < terms.length) {
            boolean takeArticle = s == terms.length || a < article.count() && article.term(a) <= terms[s];
            boolean takeStory = a == article.count() || s < terms.length && terms[s] <= article.term(a);
            mergedTerms[n] = takeArticle ? article.term(a) : terms[s];
            if (takeStory) {
                mergedWeights[n] = weights[s];
                mergedMembers[n] = members[s];
                mergedKinds[n] = kinds[s];
                s++;
            }
            if (takeArticle) {
                mergedWeights[n] += article.weight(a);
                mergedMembers[n] = (short) Math.min(Short.MAX_VALUE, mergedMembers[n] + 1);
                mergedKinds[n] = (byte) Math.max(mergedKinds[n], article.kind(a));
                a++;
            }
            n++;
        }
        keepHeaviest(n, mergedTerms, mergedWeights, mergedMembers, mergedKinds);
    }

    private void keepHeaviest(int count, int[] allTerms, int[] allWeights, short[] allMembers, byte[] allKinds) {
        int kept = Math.min(count, MOST_TERMS);
        int least = kept == count ? 0 : leastKept(count, allWeights);
        int atLeast = kept - above(least, count, allWeights);
        terms = new int[kept];
        weights = new int[kept];
        members = new short[kept];
        kinds = new byte[kept];
        int n = 0;
        for (int i = 0; i < count && n < kept; i++) {
            if (allWeights[i] > least || allWeights[i] == least && atLeast-- > 0) {
                terms[n] = allTerms[i];
                weights[n] = allWeights[i];
                members[n] = allMembers[i];
                kinds[n++] = allKinds[i];
            }
        }
    }

    private static int leastKept(int count, int[] weights) {
        int[] sorted = Arrays.copyOf(weights, count);
        Arrays.sort(sorted);
        return sorted[count - MOST_TERMS];
    }

    private static int above(int least, int count, int[] weights) {
        int above = 0;
        for (int i = 0; i < count; i++) {
            above += weights[i] > least ? 1 : 0;
        }
        return above;
    }

    void addOutlet(int outlet) {
        if (outlet != 0 && outlets.length < MOST_OUTLETS && Arrays.binarySearch(outlets, outlet) < 0) {
            outlets = Arrays.copyOf(outlets, outlets.length + 1);
            outlets[outlets.length - 1] = outlet;
            Arrays.sort(outlets);
        }
    }

    /** Remembers one more independent text, in the place of the oldest if there are too many. */
    int addText(OriginalText text) {
        int slot = independentTexts % MOST_TEXTS;
        if (slot < texts.size()) {
            texts.set(slot, text);
        } else {
            texts.add(text);
        }
        independentTexts++;
        return slot;
    }

    /** Remembers what an article claims, and says which other articles it contradicts. */
    List<Contradiction> addClaims(String articleId, List<ClaimKey> keys) {
        List<Contradiction> found = new ArrayList<>();
        for (ClaimKey key : keys) {
            for (ArticleClaim claim : claims) {
                if (key.contradicts(claim.key())) {
                    found.add(new Contradiction(claim.articleId(), key.type()));
                }
            }
        }
        keys.forEach(key -> claims.add(new ArticleClaim(articleId, key)));
        if (claims.size() > MOST_CLAIMS) {
            claims.subList(0, claims.size() - MOST_CLAIMS).clear();
        }
        return found.stream().distinct().limit(MOST_LINKS).toList();
    }

    /** What one of its articles claims. */
    record ArticleClaim(String articleId, ClaimKey key) {}

    boolean addLink(String other) {
        if (links.size() >= MOST_LINKS || links.contains(other)) {
            return false;
        }
        links.add(other);
        return true;
    }
}
