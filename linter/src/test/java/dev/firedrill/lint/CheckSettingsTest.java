package dev.firedrill.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CheckSettingsTest {
  private static final CheckInfo ON = CheckInfo.of("a/on", Severity.ERROR, "is on");
  private static final CheckInfo OFF = CheckInfo.off("a/off", "is off");

  @Test
  void runsWhatIsOnUnlessToldOtherwise() {
    assertThat(CheckSettings.DEFAULT.runs(ON)).isTrue();
    assertThat(CheckSettings.DEFAULT.runs(OFF)).isFalse();
  }

  @Test
  void runsOnlyWhatIsNamed() {
    CheckSettings only = new CheckSettings(Set.of("a/off"), Set.of(), Map.of(), Map.of());
    assertThat(only.runs(ON)).isFalse();
    assertThat(only.runs(OFF)).isTrue();
  }

  @Test
  void skippingWinsOverNaming() {
    CheckSettings both = new CheckSettings(Set.of("a/on"), Set.of("a/on"), Map.of(), Map.of());
    assertThat(both.runs(ON)).isFalse();
  }

  @Test
  void givesWhatIsSetElseTheDefault() {
    Parameter<List<String>> names = Parameter.strings("names", List.of("x"), "names");
    CheckSettings set =
        new CheckSettings(
            Set.of(), Set.of(), Map.of(), Map.of("a/on", Map.of("names", List.of("y"))));
    assertThat(set.get("a/on", names)).containsExactly("y");
    assertThat(set.get("a/off", names)).containsExactly("x");
  }

  @Test
  void changesTheSeverityOfFindings() {
    CheckSettings info =
        new CheckSettings(Set.of(), Set.of(), Map.of("severity/missing", Severity.INFO), Map.of());
    LintCase missing = LintCase.of("severity/missing");
    assertThat(
            missing.diagnostics(LintCase.alert("expr: up == 0")).stream()
                .map(info::adjust)
                .map(diagnostic -> diagnostic.severity()))
        .containsExactly(Severity.INFO);
  }
}
