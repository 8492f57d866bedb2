package io.vedette.alerts.canary;

import io.vedette.schemas.Article;
import io.vedette.text.article.ArticleId;
import io.vedette.text.article.ArticleMark;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.utils.Utils;

/**
 * An article that is news to nobody: it goes the way that all articles go, but in a lane of its own.  It tells no story,
 * matches the canary's watch and no other, and ends on a topic of its own.  What tells it from others is its mark.
 */
public final class CanaryArticle {

    /** The watch that canaries match.  No user's watch begins so. */
    public static final String WATCH_ID = "_canary";

    /** What that watch asks for. */
    public static final String QUERY = "\"canary of Vedette's own\"";

    private static final String TEXT = "This is a canary of Vedette's own. It is sent to see whether articles arrive.";

    /** The name can't be anybody's: RFC 2606. */
    private static final String SITE = "https://canary.invalid/";

    private CanaryArticle() {}

    /** Whether it is one. */
    public static boolean is(Article article) {
        return article.getMarks().contains(ArticleMark.CANARY.name());
    }

    /**
     * A canary whose id belongs to a partition, as Kafka's own clients partition.
     *
     * @param partition from 0
     * @param partitions how many there are
     * @param nonce tells it from every other canary
     */
    static Article of(int partition, int partitions, String nonce) {
        for (int number = 0; ; number++) {
            String url = SITE + nonce + "/" + number;
            String id = ArticleId.of(url, TEXT);
            byte[] key = id.getBytes(StandardCharsets.UTF_8);
            if (Utils.toPositive(Utils.murmur2(key)) % partitions == partition) {
                return article(url, id, nonce);
            }
        }
    }

    private static Article article(String url, String id, String nonce) {
        return Article.newBuilder()
                .setId(id)
                .setUrl(url)
                .setTitle("Canary " + nonce)
                .setText(TEXT)
                .setSource("vedette")
                .setLanguage("en")
                .setMarks(List.of(ArticleMark.CANARY.name()))
                .build();
    }
}
