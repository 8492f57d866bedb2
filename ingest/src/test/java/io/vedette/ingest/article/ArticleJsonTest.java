package io.vedette.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArticleJsonTest {

    @Test
    void readsALineAndIgnoresWhatItDoesNotKnow() throws Exception {
        ArticleInput article = ArticleJson.line("{\"id\": 7, \"text\": \"Rain.\", \"extra\": {\"a\": []}}", 1);

        assertThat(article.text()).isEqualTo("Rain.");
        assertThat(article.id()).isEqualTo("7");
    }

    @Test
    void saysWhereALineIsMalformed() {
        MalformedInputException e = malformedLine("{\"text\": \"Rain.\", oops}");

        assertThat(e.in("a.jsonl")).hasToString("a.jsonl:12:19: " + e.getMessage());
        assertThat(e.getMessage()).startsWith("malformed JSON:");
    }

    @Test
    void refusesALineThatIsNoObject() {
        assertThat(malformedLine("[1]").getMessage()).isEqualTo("an article is a JSON object, not [");
        assertThat(malformedLine("{} {}").getMessage()).contains("one article a line");
        assertThat(malformedLine("{\"text\": {}}").getMessage()).isEqualTo("field text is not text");
        assertThat(malformedLine("{\"text\": \"cut of").getMessage()).startsWith("malformed JSON:");
    }

    @Test
    void givesTheArticlesInFrontOfAMistake() {
        List<ArticleInput> articles = new ArrayList<>();

        MalformedInputException e = catchThrowableOfType(
                MalformedInputException.class,
                () -> ArticleJson.document(new StringReader("[{\"text\": \"One.\"},\n 5]"), articles::add));

        assertThat(articles).extracting(ArticleInput::text).containsExactly("One.");
        assertThat(e.line()).isEqualTo(2);
        assertThat(e.column()).isEqualTo(2);
    }

    @Test
    void refusesWhatFollowsADocument() {
        MalformedInputException e = catchThrowableOfType(
                MalformedInputException.class,
                () -> ArticleJson.document(new StringReader("{\"text\": \"One.\"} x"), article -> {}));

        assertThat(e.line()).isEqualTo(1);
    }

    private static MalformedInputException malformedLine(String line) {
        return catchThrowableOfType(MalformedInputException.class, () -> ArticleJson.line(line, 12));
    }
}
