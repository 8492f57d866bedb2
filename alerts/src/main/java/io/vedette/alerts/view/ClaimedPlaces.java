package io.vedette.alerts.view;

import io.vedette.schemas.Claim;
import io.vedette.schemas.EnrichedArticle;
import io.vedette.schemas.Mention;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.util.BytesRef;

/** The places that an article names, and what it claims of them, in columns that are counted without reading the article. */
final class ClaimedPlaces {

    private ClaimedPlaces() {}

    static void addTo(Document document, EnrichedArticle article) {
        List<Mention> mentions = article.getMentions();
        Set<String> named = new TreeSet<>();
        for (Mention mention : mentions) {
            if (ArticleTags.isPlace(mention)) {
                named.add(mention.getEntityId());
            }
        }
        Set<String> claimed = new TreeSet<>();
        for (Claim claim : article.getClaims()) {
            for (int index : claim.getPlaces()) {
                // mentions may have been shed from a record that was too large
                if (index >= 0 && index < mentions.size() && ArticleTags.isPlace(mentions.get(index))) {
                    claimed.add(mentions.get(index).getEntityId() + ViewFields.MARK + claim.getType());
                }
            }
        }
        named.forEach(place -> document.add(new SortedSetDocValuesField(ViewFields.NAMED, new BytesRef(place))));
        claimed.forEach(pair -> document.add(new SortedSetDocValuesField(ViewFields.CLAIMED, new BytesRef(pair))));
    }
}
