package io.vedette.text.watch;

import io.vedette.text.Claim;
import io.vedette.text.ClaimType;
import io.vedette.text.Mention;
import io.vedette.text.MentionType;
import io.vedette.text.Modality;
import io.vedette.text.stem.Stemmers;
import java.util.ArrayList;
import java.util.List;

/**
 * An article as the oracle sees it: the words of both fields, and which entities and claims are said to be in it.
 *
 * @param separator stands between the words when it is written down
 */
record SmallArticle(
        List<String> title,
        List<String> body,
        String separator,
        List<String> actors,
        List<String> places,
        List<ClaimType> claims) {

    static final SmallArticle EMPTY = new SmallArticle(List.of(), List.of(), " ", List.of(), List.of(), List.of());

    List<List<String>> fields() {
        return List.of(title, body);
    }

    static String stem(String word) {
        return Stemmers.of("en").stem(word);
    }

    MatchableArticle matchable() {
        String text = String.join(separator, body);
        List<Mention> mentions = new ArrayList<>();
        actors.forEach(id -> mentions.add(Articles.mention(text, "", MentionType.PERSON, id)));
        places.forEach(id -> mentions.add(Articles.mention(text, "", MentionType.SETTLEMENT, id)));
        List<Claim> reported = claims.stream()
                .map(type -> Articles.claim(text, type, Modality.ASSERTED, false, null))
                .toList();
        return Articles.of(String.join(separator, title), text, "en", mentions, reported);
    }
}
