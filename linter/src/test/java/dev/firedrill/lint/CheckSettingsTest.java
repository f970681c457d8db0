package dev.firedrill.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Severity;
import dev.firedrill.settings.CheckSetting;
import dev.firedrill.settings.CheckSetting.Level;
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
    CheckSettings only = CheckSettings.DEFAULT.choose(Set.of("a/off"), Set.of());
    assertThat(only.runs(ON)).isFalse();
    assertThat(only.runs(OFF)).isTrue();
  }

  @Test
  void skippingWinsOverNaming() {
    CheckSettings both = CheckSettings.DEFAULT.choose(Set.of("a/on"), Set.of("a/on"));
    assertThat(both.runs(ON)).isFalse();
  }

  @Test
  void runsWhatSettingsAskFor() {
    CheckSettings set =
        CheckSettings.DEFAULT.with(
            Map.of(
                "a/off", new CheckSetting(null, Map.of("names", List.of("y"))),
                "a/on", new CheckSetting(Level.OFF, Map.of())));
    assertThat(set.runs(OFF)).isTrue();
    assertThat(set.runs(ON)).isFalse();
  }

  @Test
  void givesWhatIsSetElseTheDefault() {
    Parameter<List<String>> names = Parameter.strings("names", List.of("x"), "names");
    CheckSettings set =
        CheckSettings.DEFAULT.with(
            Map.of("a/on", new CheckSetting(null, Map.of("names", List.of("y")))));
    assertThat(set.get("a/on", names)).containsExactly("y");
    assertThat(set.get("a/off", names)).containsExactly("x");
  }

  @Test
  void laterSettingsWinOverEarlierOnes() {
    CheckSettings set =
        CheckSettings.DEFAULT
            .with(Map.of("a/on", new CheckSetting(Level.INFO, Map.of("one", 1))))
            .with(Map.of("a/on", new CheckSetting(null, Map.of("two", 2))))
            .with(Map.of("a/on", new CheckSetting(Level.ERROR, Map.of())));
    assertThat(set.checks().get("a/on"))
        .isEqualTo(new CheckSetting(Level.ERROR, Map.of("one", 1, "two", 2)));
  }

  @Test
  void changesTheSeverityOfFindings() {
    CheckSettings info =
        CheckSettings.DEFAULT.with(
            Map.of("severity/missing", new CheckSetting(Level.INFO, Map.of())));
    assertThat(adjusted(info, "severity/missing")).containsExactly(Severity.INFO);
  }

  @Test
  void strictMakesWarningsOfConventionsOnly() {
    CheckSettings strict = new CheckSettings(Set.of(), Set.of(), true, Map.of());
    assertThat(adjusted(strict, "annotation/required")).containsExactly(Severity.WARNING);
    assertThat(adjusted(strict, "severity/missing")).containsExactly(Severity.ERROR);
  }

  private static List<Severity> adjusted(CheckSettings settings, String id) {
    CheckInfo info = Checks.find(id).orElseThrow().info();
    return LintCase.of(id).diagnostics(LintCase.alert("expr: up == 0")).stream()
        .map(diagnostic -> settings.adjust(info, diagnostic).severity())
        .toList();
  }
}
