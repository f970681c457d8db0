package dev.firedrill.replay.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.promql.ParseOptions;
import dev.firedrill.replay.sweep.SweepPlan.Variant;
import dev.firedrill.rules.Rule.AlertingRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepPlanTest {
  private static final String RATIO = "rate(a[5m]) / rate(b[5m]) > 0.9 and b > -5 and c < 0.90";

  @Test
  void triesAllCombinationsAndTheRuleAsItIs() {
    SweepPlan plan = plan(RATIO, "for=1m,600s", "-5=-6,-5");
    assertThat(plan.variants())
        .extracting(variant -> variant.position() + " " + variant.values())
        .containsExactly("3 [600s, -5]", "0 [1m, -6]", "1 [1m, -5]", "2 [600s, -6]");
    assertThat(plan.variants())
        .extracting(Variant::current)
        .containsExactly(true, false, false, false);
    assertThat(plan("a > 1", "1=2").variants())
        .extracting(Variant::position)
        .containsExactly(-1, 0);
  }

  @Test
  void changesNumbersRangesAndDurations() {
    assertThat(changed("a > 0.9", "0.9=1e3")).isEqualTo("a > 1e3");
    assertThat(changed("a > 0.90", "0.9=0.5")).isEqualTo("a > 0.5");
    assertThat(changed(RATIO, "range=1h"))
        .isEqualTo("rate(a[1h]) / rate(b[1h]) > 0.9 and b > -5 and c < 0.90");
    assertThat(changed("max_over_time(rate(a[5m])[1h:]) > 1", "range:1h=2h"))
        .isEqualTo("max_over_time(rate(a[5m])[2h:]) > 1");
    assertThat(changed("rate(a[300s]) > 1", "5m=10m")).isEqualTo("rate(a[10m]) > 1");
    assertThat(changed("a > 5 and b > 5", "5#2=6")).isEqualTo("a > 5 and b > 6");
    assertThat(changed("a > 5 and b > 5", "5#all=60")).isEqualTo("a > 60 and b > 60");
    AlertingRule rule = plan("a > 1", "keep_firing_for=1h30m").variants().getLast().rule();
    assertThat(rule.keepFiringFor()).satisfies(keep -> assertThat(keep.value()).hasMinutes(90));
  }

  @Test
  void saysWhereTheCandidatesStand() {
    assertThatThrownBy(() -> plan("a > 5 and b > 5", "5=6"))
        .hasMessage(
            "--set '5': stands in several places: choose one of 5#1 (rules.yml:5:15),"
                + " 5#2 (rules.yml:5:25), or 5#all");
    assertThatThrownBy(() -> plan("rate(a[5m]) > 5", "7=6"))
        .hasMessage(
            "--set '7': the rule has no such setting: in rules.yml there are for, keep_firing_for,"
                + " the ranges 5m (5:18), the numbers 5 (5:25)");
    assertThatThrownBy(() -> plan("a > 5", "range=1m"))
        .hasMessageStartingWith("--set range: the expression selects no ranges");
    assertThatThrownBy(() -> plan("a > 5", "5#3=1"))
        .hasMessageContaining("choose one of 5#1 (rules.yml:5:15)");
  }

  @Test
  void triesWhatMeansTheSameOnce() {
    assertThat(plan("a > 0.3", "for=1m,60s,1m0s,0", "0.3=0.30,3e-1,.3,4").axes())
        .extracting(SweepAxis::values)
        .containsExactly(List.of("1m", "0"), List.of("0.30", "4"));
  }

  @Test
  void doesNotSuggestWhatIsVaried() {
    AlertingRule rule = SweptRules.alert("a > 5 and b > 5");
    SuggestedThreshold threshold = SuggestedThreshold.of(rule);
    assertThatThrownBy(() -> SweepPlan.checkSuggested(rule, List.of("5#all=1"), threshold))
        .hasMessage(
            "--set 5#all and --suggest change the same number (rules.yml:5:15): leave one of them"
                + " out");
    assertThatCode(() -> SweepPlan.checkSuggested(rule, List.of("5#2=1", "for=1m"), threshold))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesWhatCannotBeTried() {
    assertThatThrownBy(() -> plan("a > 5", "for")).hasMessageContaining("expected KEY=VALUE");
    assertThatThrownBy(() -> plan("a > 5", "for=5")).hasMessageContaining("is not a duration");
    assertThatThrownBy(() -> plan("a > 5", "5=b")).hasMessageContaining("is not a number");
    assertThatThrownBy(() -> plan("rate(a[5m]) > 5", "range=0s"))
        .hasMessageContaining("above nothing");
    assertThatThrownBy(() -> plan("rate(a[5m]) > 5", "range=1m", "range:5m=2m"))
        .hasMessage("--set range and --set range:5m change the same");
    assertThatThrownBy(() -> plan("a > 5", "for=1m", "for=2m")).hasMessageContaining("the same");
    String many = "=" + "1,2,3,4,5,6,7,8,9,10,11".replaceAll("(\\d+)", "$1m");
    assertThatThrownBy(
            () -> plan("rate(a[5m]) > 5", "for" + many, "keep_firing_for" + many, "range" + many))
        .hasMessageStartingWith("1331 combinations are more than 1000");
  }

  private static String changed(String expr, String setting) {
    return plan(expr, setting).variants().getLast().rule().expr().source().text();
  }

  private static SweepPlan plan(String expr, String... settings) {
    return SweepPlan.of(SweptRules.alert(expr), List.of(settings), ParseOptions.DEFAULT);
  }
}
