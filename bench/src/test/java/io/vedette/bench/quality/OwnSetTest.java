package io.vedette.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnSetTest {

    @TempDir
    private Path folder;

    @Test
    void aMentionIsFoundWhereKindAndIdAgreeOnOverlappingWords() throws IOException {
        OwnSet scored = score("""
                {"id":"1","language":"en","text":"Paris and Paris again, says Ann Lee.","mentions":[
                {"text":"Paris","kind":"PLACE","entityId":"geo:1"},{"text":"Paris","kind":"PLACE","entityId":"geo:1"},
                {"text":"Ann Lee","kind":"ACTOR","entityId":null}]}""", """
                {"mentions":[{"field":"BODY","start":0,"end":5,"kind":"PLACE","entityId":"geo:1"},
                {"field":"BODY","start":10,"end":15,"kind":"PLACE","entityId":"geo:2"},
                {"field":"BODY","start":32,"end":35,"kind":"ACTOR","entityId":"lee"},
                {"field":"TITLE","start":0,"end":5,"kind":"PLACE","entityId":"geo:1"}]}""");

        assertThat(scored).isEqualTo(new OwnSet(2, 3, 3));
    }

    @Test
    void aMentionThatDoesNotStandInItsSentenceIsAnError() {
        assertThatThrownBy(() -> score(
                        "{\"id\":\"7\",\"text\":\"Nothing.\",\"mentions\":[{\"text\":\"Kyiv\",\"kind\":\"PLACE\"}]}",
                        "{\"mentions\":[]}"))
                .hasMessageContaining("7: \"Kyiv\"");
    }

    private OwnSet score(String gold, String predicted) throws IOException {
        Path goldFile = Files.writeString(folder.resolve("gold.jsonl"), gold.replace("\n", "") + "\n");
        Path predictions = Files.writeString(folder.resolve("predicted.jsonl"), predicted.replace("\n", "") + "\n");
        return OwnSet.score(goldFile, predictions);
    }
}
