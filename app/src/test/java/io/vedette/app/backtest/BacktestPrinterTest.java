package io.vedette.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vedette.app.terminal.Terminal;
import io.vedette.runtime.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BacktestPrinterTest {

    private static final String NEW = """
            {"since": "2026-11-01T12:00:30Z", "articles": 12345,
             "startedAt": "2026-11-03T10:00:00Z", "endedAt": "2026-11-03T10:00:02.500Z",
             "watches": [{"watchId": "convoys", "notes": ["the watch is valid until 2026-11-04T00:00:00Z"],
               "tried": {"matches": 7, "alerts": 2, "updates": 1, "held": {"DIGEST": 2, "QUIET_HOURS": 1},
                 "perDay": {"2026-11-01": 1, "2026-11-02": 0, "2026-11-03": 1},
                 "samples": [
                   {"raisedAt": "2026-11-01T12:34:56Z", "kind": "FIRST", "headline": "A convoy", "reasons": [],
                    "clauses": [
                      {"clause": "convoy", "field": "BODY", "start": 107, "end": 113, "snippetStart": 100,
                       "snippet": "A long\\nconvoy left the harbour."},
                      {"clause": "harbour", "field": "BODY", "start": 123, "end": 130, "snippetStart": 100,
                       "snippet": "A long\\nconvoy left the harbour."}]},
                   {"raisedAt": "2026-11-03T01:02:03Z", "kind": "UPDATE", "headline": "It is back",
                    "reasons": ["place: Izium"], "clauses": []}]},
               "current": null, "added": 0, "lost": 0, "addedSamples": [], "lostSamples": []}]}""";

    @Test
    void showsDaysAndSamplesWithTheWordsThatMatchedAndWhy() throws Exception {
        assertThat(printed(NEW)).isEqualTo("""
                        12,345 articles since 2026-11-01 12:00Z in 2.5 s

                        convoys  2 alerts and 1 update from 7 matching articles
                            3 of them would have been held: 2 for a digest, 1 in quiet hours
                            note: the watch is valid until 2026-11-04T00:00:00Z
                            2026-11-01       1 ##############################
                            2026-11-02       0
                            2026-11-03       1 ##############################
                            for example:
                              2026-11-01 12:34Z  A convoy
                                | A long «convoy» left the «harbour».
                                why: convoy; harbour
                              2026-11-03 01:02Z  It is back (update: place: Izium)
                        """);
    }

    @Test
    void showsWhatAChangeAddsAndLoses() throws Exception {
        String changed = NEW.replace(
                        "\"current\": null",
                        "\"current\": {\"matches\": 1, \"alerts\": 1, \"updates\": 0, \"held\": {}, \"perDay\": {}, \"samples\": []}")
                .replace("\"added\": 0, \"lost\": 0, \"addedSamples\": []", """
                        "added": 1, "lost": 1000, "addedSamples":
                        [{"raisedAt": "2026-11-02T00:00:00Z", "kind": "COUNT", "headline": "5 articles within 1 h", "clauses": []}]""");

        assertThat(printed(changed))
                .contains("as it is now: 1 alert from 1 matching article")
                .contains("the change adds 1 and loses 1,000")
                .contains("added:")
                .contains("2026-11-02 00:00Z  5 articles within 1 h")
                .doesNotContain("for example");
    }

    private static String printed(String job) throws JsonProcessingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = Terminal.of(InputStream.nullInputStream(), out, OutputStream.nullOutputStream());
        new BacktestPrinter(terminal).print(Json.MAPPER.readTree(job));
        terminal.out().flush();
        return out.toString(StandardCharsets.UTF_8);
    }
}
