package dev.firedrill.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.replay.sweep.SweepPlan;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.run.RuleTexts;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.SeriesStore;
import dev.firedrill.series.TimeRange;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VariantReplayTest {
  private static final String RULES =
      """
      groups:
      - name: g
        rules:
        - record: total
          expr: sum(queue)
        - alert: Long
          expr: total > 5
          for: 2m
      """;

  private final SeriesStore data = new SeriesStore();
  private int reads;

  @Test
  void otherDurationsReadNothingAnew() {
    int once = reads("for=2m");
    assertThat(reads("for=0s,1m,2m,3m,4m,5m", "keep_firing_for=0s,1m,5m,10m")).isEqualTo(once);
    // Each other expression reads the record on its own, but the record's inputs are read once.
    int more = reads("5=4,5,6,7") - once;
    assertThat(reads("5=4,5,6,7", "for=0s,1m,2m,3m") - once).isEqualTo(more);
  }

  @Test
  void rulesThatReadTheirOwnAlertsAreReplayedForEachVariant() {
    fill();
    String rules =
        RULES.replace("total > 5", "total > 5 unless on () ALERTS{alertstate=\"firing\"}");
    VariantReplay.Outcome outcome = run(rules, List.of("for=0s,1m"), data);
    assertThat(outcome.alerts()).extracting(AlertReplay::firings).containsExactly(5, 10, 7);
    assertThat(outcome.data().selectorsWithData()).isEqualTo(3);
  }

  @Test
  void otherRulesDoNotMatterForWhatIsThereBefore() {
    fill();
    String others =
        """
        groups:
        - name: other
          rules:
          - alert: Slow
            expr: avg_over_time(queue[1d]) > 5
            for: 1h
        """;
    String own = RULES.substring(RULES.indexOf('\n') + 1);
    assertThat(run(others + own, List.of("for=1m"), data).data().warmUp().wanted())
        .isEqualTo(run(RULES, List.of("for=1m"), data).data().warmUp().wanted());
    // A variant that waits longer depends on more.
    long longer = run(RULES, List.of("for=10m"), data).data().warmUp().wanted();
    assertThat(longer - run(RULES, List.of("for=1m"), data).data().warmUp().wanted())
        .isEqualTo(8 * 60_000);
  }

  private int reads(String... settings) {
    fill();
    reads = 0;
    run(RULES, List.of(settings), new Counted());
    return reads;
  }

  private void fill() {
    for (int minute = 0; minute < 20 && data.sampleCount() < 20; minute++) {
      data.append(Labels.of("__name__", "queue"), minute * 60_000L, 9);
    }
  }

  private static VariantReplay.Outcome run(
      String rules, List<String> settings, SeriesSource source) {
    RuleFile file =
        RuleFiles.read(SourceFile.of("rules.yml", rules), RuleFileOptions.DEFAULT)
            .loaded()
            .get()
            .orElseThrow();
    AlertingRule rule = (AlertingRule) file.rules().getLast();
    SweepPlan plan = SweepPlan.of(rule, settings, ParseOptions.DEFAULT);
    return VariantReplay.run(
        List.of(file),
        source,
        new Replay.Settings(
            source.extent().orElseThrow(),
            60_000,
            0,
            EngineOptions.DEFAULT,
            (engine, all) -> new RuleTexts(engine, all, Map.of(), "", false)),
        rule,
        plan.variants().stream().map(SweepPlan.Variant::rule).toList(),
        AlertListener.NONE,
        0);
  }

  private final class Counted implements SeriesSource {
    @Override
    public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
      reads++;
      return data.select(matchers, range);
    }

    @Override
    public Optional<TimeRange> extent() {
      return data.extent();
    }
  }
}
