package dev.firedrill.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SelectorPartsTest {
  private static final List<LabelMatcher> UP =
      List.of(LabelMatcher.of(Labels.METRIC_NAME, Operator.EQUAL, "up"));

  private static Labels up(String job, String instance) {
    return Labels.of(Labels.METRIC_NAME, "up", "job", job, "instance", instance);
  }

  @Test
  void areOneWhereAllSeriesAreOfOneClass() {
    Labels one = up("a", "1");
    assertThat(SelectorParts.of(UP, Set.of(one), Map.of(one, 3))).isEqualTo(Map.of(3, UP));
  }

  @Test
  void areToldApartByTheLabelThatDiffers() {
    Labels one = up("a", "1");
    Labels two = up("b", "1");
    Labels three = up("c.d", "1");
    Map<Integer, List<LabelMatcher>> parts =
        SelectorParts.of(UP, Set.of(one, two, three), Map.of(one, 0, two, 3, three, 0));
    assertThat(LabelMatcher.braces(parts.getOrDefault(0, List.of())))
        .isEqualTo("{__name__=\"up\",job=~\"a|c\\\\.d\"}");
    assertThat(LabelMatcher.braces(parts.getOrDefault(3, List.of())))
        .isEqualTo("{__name__=\"up\",job=\"b\"}");
  }

  @Test
  void leaveAllToTheMostSeriesWhereNoLabelTells() {
    Labels one = up("a", "1");
    Labels two = up("a", "2");
    Labels three = up("b", "1");
    Labels four = up("b", "2");
    assertThat(
            SelectorParts.of(
                UP, Set.of(one, two, three, four), Map.of(one, 0, two, 1, three, 0, four, 0)))
        .isEqualTo(Map.of(0, UP));
  }

  @Test
  void leaveOutWhatIsOfNoClass() {
    Labels one = up("a", "1");
    assertThat(SelectorParts.of(UP, Set.of(one), Map.of())).isEmpty();
  }
}
