package io.vedette.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.schemas.Article;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ArticleBufferTest {

    private final ArticleBuffer buffer = new ArticleBuffer(10);

    @Test
    void isFullUntilWhatWasTakenIsReleased() throws Exception {
        buffer.offer(articles(8));
        assertThatThrownBy(() -> buffer.offer(articles(3))).isInstanceOf(BufferFullException.class);

        List<ArticleBuffer.Waiting> batch = buffer.take(100, Duration.ZERO);
        assertThatThrownBy(() -> buffer.offer(articles(3))).isInstanceOf(BufferFullException.class);
        buffer.release(batch);

        assertThat(buffer.offer(articles(3))).isNotDone();
    }

    @Test
    void takesWhatIsLargerThanItselfWhenItIsEmpty() throws Exception {
        assertThat(buffer.offer(articles(50))).isNotDone();
        assertThatThrownBy(() -> buffer.offer(articles(1))).isInstanceOf(BufferFullException.class);
    }

    @Test
    void keepsASubmissionInOneBatch() throws Exception {
        buffer.offer(articles(3));
        buffer.offer(articles(3));
        buffer.offer(articles(1));

        assertThat(buffer.take(4, Duration.ZERO)).hasSize(2);
        assertThat(buffer.take(4, Duration.ZERO)).hasSize(1);
    }

    @Test
    void closedTakesNothingInAndGivesOutWhatWaits() throws Exception {
        buffer.offer(articles(1));
        buffer.close();

        assertThat(buffer.offer(articles(1))).isCompletedExceptionally();
        assertThat(buffer.take(4, Duration.ZERO)).hasSize(1);
        assertThat(buffer.take(4, Duration.ZERO)).isEmpty();
    }

    private static Submission articles(int count) {
        return new Submission(Collections.nCopies(count, new Article()), null, count, 0, false);
    }
}
