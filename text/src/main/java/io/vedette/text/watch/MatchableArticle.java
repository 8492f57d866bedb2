package io.vedette.text.watch;

import io.vedette.text.Annotations;
import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Document;
import io.vedette.text.Mention;
import io.vedette.text.MentionKind;
import io.vedette.text.MentionType;
import io.vedette.text.Modality;
import io.vedette.text.watch.query.Entities;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An article made ready to be held against watches: its words and their stems, its mentions by entity, places also by
 * every area that they lie in, and its claims by type.  Made once for each article; immutable in effect, and safe to use
 * from many threads at once.
 */
public final class MatchableArticle {

    private final Document document;
    private final Annotations annotations;
    private final ArticleWords words;
    private final Map<String, List<Integer>> actors = new HashMap<>();
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final Map<ClaimType, List<Integer>> claims = new EnumMap<>(ClaimType.class);

    private MatchableArticle(Document document, Annotations annotations, Entities entities) {
        this.document = document;
        this.annotations = annotations;
        this.words = new ArticleWords(document, annotations.language());
        for (int i = 0; i < annotations.mentions().size(); i++) {
            index(annotations.mentions().get(i), i, entities);
        }
        for (int i = 0; i < annotations.claims().size(); i++) {
            Claim claim = annotations.claims().get(i);
            if (isNews(claim)) {
                claims.computeIfAbsent(claim.type(), type -> new ArrayList<>()).add(i);
            }
        }
    }

    /**
     * Prepares an article, in time linear in its length.
     *
     * @param annotations what was found in exactly this document
     * @param entities says which areas a place lies in; of the same gazetteer as that of the queries
     */
    public static MatchableArticle of(Document document, Annotations annotations, Entities entities) {
        return new MatchableArticle(document, annotations, entities);
    }

    Document document() {
        return document;
    }

    Annotations annotations() {
        return annotations;
    }

    ArticleWords words() {
        return words;
    }

    /** By actor, its mentions. */
    Map<String, List<Integer>> actors() {
        return actors;
    }

    /** By place and by area, the mentions of what lies there. */
    Map<String, List<Integer>> places() {
        return places;
    }

    /** By type, the claims that are news. */
    Map<ClaimType, List<Integer>> claims() {
        return claims;
    }

    private void index(Mention mention, int number, Entities entities) {
        String id = mention.entityId();
        if (id == null) {
            return;
        }
        if (mention.kind() == MentionKind.ACTOR) {
            actors.computeIfAbsent(id, key -> new ArrayList<>()).add(number);
        } else if (mention.type() != MentionType.DEMONYM) { // "Ukrainian" says who, not where
            for (String area : entities.areas(id)) {
                places.computeIfAbsent(area, key -> new ArrayList<>()).add(number);
            }
        }
    }

    private static boolean isNews(Claim claim) {
        return !claim.background() && claim.modality() != Modality.FUTURE && claim.modality() != Modality.CONDITIONAL;
    }
}
