package io.vedette.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScorerOutputTest {

    private static final ScorerOutput OUTPUT = new ScorerOutput("""
            detection                  P 0.900  R 0.500  F1 0.643   (right 9, predicted 10, gold 18)
            detection and source       P 0.800  R 0.400  F1 0.533   (right 8, predicted 10, gold 20)
            end to end (161 km)        P 1.000  R 0.250  F1 0.400   (right 1, predicted 1, gold 4)
            resolution of what was found: acc@161 0.700  acc@20 0.600  median 4.9 km  AUC 0.310  (n 10)
            accuracy 0.450   weighted F1 0.480   macro F1 0.410   any claim right 0.530
            """);

    @Test
    void aFigureIsReadFromTheLineWithItsLabel() {
        assertThat(OUTPUT.figure(Target.atLeast("detection", "F1", 1))).isEqualTo(0.643);
        assertThat(OUTPUT.figure(Target.atLeast("detection and source", "F1", 1)))
                .isEqualTo(0.533);
        assertThat(OUTPUT.figure(Target.atLeast("end to end (161 km)", "P", 1))).isEqualTo(1);
        assertThat(OUTPUT.figure(Target.atLeast("resolution of what was found", "acc@20", 1)))
                .isEqualTo(0.6);
        assertThat(OUTPUT.figure(Target.atMost("resolution of what was found", "AUC", 1)))
                .isEqualTo(0.31);
    }

    @Test
    void withoutALabelAnyLineWillDo() {
        assertThat(OUTPUT.figure(Target.atLeast("", "weighted F1", 1))).isEqualTo(0.48);
        assertThat(OUTPUT.figure(Target.atLeast("", "accuracy", 1))).isEqualTo(0.45);
    }

    @Test
    void aMissingFigureShowsWhatWasPrintedInstead() {
        assertThatThrownBy(() -> OUTPUT.figure(Target.atLeast("B-cubed", "F1", 1)))
                .isInstanceOf(ScorerOutput.UnreadableException.class)
                .hasMessageContaining("\"B-cubed: F1\"")
                .hasMessageContaining("detection and source");
    }

    @Test
    void everyTaskNamesFiguresOfOneLineEach() {
        assertThat(Task.ALL).extracting(Task::name).doesNotHaveDuplicates();
        assertThat(Task.ALL).allSatisfy(task -> assertThat(task.targets()).isNotEmpty());
    }
}
