package io.vedette.e2e.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * All faults one after the other, or those that {@code -Dchaos=NAME,NAME} names; with {@code -Pchaos} only.  The options
 * of {@code e2e/chaos} are properties, such as {@code -Dchaos.rate}; {@code -Dchaos=upgrade} begins with the older build in
 * {@code -Dchaos.from}.
 */
class ChaosSuite {

    private static final List<String> OPTIONS = List.of("rate", "late", "patience", "heap", "folder", "from");

    @Test
    void everyPromiseHoldsWhateverGoesWrong() {
        List<String> arguments = new ArrayList<>();
        for (String option : OPTIONS) {
            String value = System.getProperty("chaos." + option);
            if (value != null) {
                arguments.addAll(List.of("--" + option, value));
            }
        }
        Collections.addAll(arguments, System.getProperty("chaos", "all").split(","));
        assertThat(new CommandLine(new Chaos()).execute(arguments.toArray(String[]::new)))
                .as("the table is on standard output, what was broken on standard error")
                .isZero();
    }
}
