package dev.firedrill.rules.run;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EngineOptions;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.series.MergedSource;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What rules do when they are evaluated by plans for many steps, and instant by instant, a line
/// for each failure, each alert at an evaluation, each remark, and each series.
///
/// @param text of a rule file
/// @param times when its groups are evaluated
/// @param batch steps of a plan that are evaluated at a time
record BothWays(
    String text, SeriesSource recording, Function<RuleGroup, TimeGrid> times, int batch) {
  /// {@return what they do by plans; empty where several write one series}
  Optional<List<String>> planned(RulesOverTime.Plans plans) {
    RulesOverTime whole = RulesOverTime.whole(rules(), times, setting(plans));
    return whole.prepare() ? Optional.of(outcome(whole)) : Optional.empty();
  }

  /// {@return what they do instant by instant}
  List<String> single() {
    RulesOverTime.Plans none = RulesOverTime.Plans.ofMemory(written -> written);
    RulesOverTime single = RulesOverTime.stepByStep(rules(), times, setting(none));
    single.prepare();
    return outcome(single);
  }

  private RuleSelection rules() {
    RuleFileOptions options = RuleFileOptions.DEFAULT.withPromql(ParseOptions.ALL);
    return RuleFiles.read(SourceFile.of("rules.yml", text), options)
        .loaded()
        .get()
        .map(file -> RuleGraph.of(file.groups()).all())
        .orElseThrow();
  }

  private RulesOverTime.Setting setting(RulesOverTime.Plans plans) {
    return new RulesOverTime.Setting(
        new Engine(EngineOptions.DEFAULT.withBatchSteps(batch)),
        written -> MergedSource.of(List.of(recording, written)),
        (engine, series) -> new RuleTexts(engine, series, Map.of(), "", false),
        plans,
        true,
        null);
  }

  private List<String> outcome(RulesOverTime rules) {
    List<String> lines = new ArrayList<>();
    List<GroupRunner> groups = rules.groups();
    int[] next = new int[groups.size()];
    for (int group = first(groups, next); group >= 0; group = first(groups, next)) {
      GroupRunner runner = groups.get(group);
      long time = times.apply(runner.group()).time(next[group]++);
      for (RuleFailure failure : runner.evaluate(time)) {
        lines.add(time + " " + failure.rule().name().value() + " " + failure.message());
      }
      for (RuleEvaluator evaluator : runner.evaluators()) {
        if (evaluator instanceof AlertingEvaluator alerting) {
          alerting.alerts().forEach(alert -> lines.add(time + " " + alert + alert.value()));
        }
      }
    }
    for (GroupRunner runner : groups) {
      rules.remarks(runner.group()).forEach(remark -> lines.add(remark.text()));
    }
    rules.source().select(List.of(), TimeRange.ALL).forEach(series -> lines.add(line(series)));
    return lines;
  }

  /// The group whose turn it is: of several at one time the first; -1 at the end.
  private int first(List<GroupRunner> groups, int[] next) {
    int first = -1;
    long earliest = Long.MAX_VALUE;
    for (int group = 0; group < groups.size(); group++) {
      TimeGrid grid = times.apply(groups.get(group).group());
      if (next[group] < grid.count() && grid.time(next[group]) < earliest) {
        first = group;
        earliest = grid.time(next[group]);
      }
    }
    return first;
  }

  private static String line(Series series) {
    StringBuilder line = new StringBuilder(series.labels().toString());
    Samples samples = series.samples();
    for (int i = 0; i < samples.size(); i++) {
      NativeHistogram histogram = samples.histogram(i);
      line.append(' ').append(samples.time(i)).append('=');
      line.append(histogram == null ? number(samples.value(i)) : histogram.toString());
    }
    return line.toString();
  }

  // Which bits a NaN has is up to the processor, but for the marker.
  private static String number(double value) {
    boolean any = Double.isNaN(value) && !StaleNaN.isStale(value);
    return any ? "NaN" : Long.toHexString(Double.doubleToRawLongBits(value));
  }
}
