package dev.firedrill.replay;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.replay.RecordingSummary.SelectorData;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.RuleGraph;
import dev.firedrill.rules.run.RuleHistory;
import dev.firedrill.series.SeriesSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the results of some alerts of a replay stand on: what they and the rules read whose records
/// they depend on. Other rules of the files do not matter to them.
public final class AlertGround {
  private AlertGround() {}

  /// {@return a report whose data are those that its alerts depend on}
  ///
  /// @param report of some of the alerts
  /// @param files all rules that were replayed
  /// @param recording what they read
  public static ReplayReport narrowed(
      ReplayReport report, List<RuleFile> files, SeriesSource recording) {
    List<RuleGroup> groups = new ArrayList<>();
    files.forEach(file -> groups.addAll(file.groups()));
    Set<String> names = new HashSet<>();
    report.alerts().forEach(each -> names.add(each.rule().name().value()));
    List<RuleGroup> needed = RuleGraph.of(groups).neededFor(names, List.of()).groups();
    Set<List<LabelMatcher>> read = selectors(needed);
    RecordingSummary data = report.data();
    List<SelectorData> selectors =
        data.selectors().stream()
            .filter(each -> read.contains(each.selector().matchers()))
            .toList();
    @Nullable List<Resolution> resolutions = data.resolutions();
    RecordingSummary narrowed =
        new RecordingSummary(
            data.series(),
            data.samples(),
            selectors,
            resolutions == null ? null : RecordingSummary.read(selectors, resolutions),
            data.unaskedGaps(),
            WarmUp.of(history(needed, report), recording, report.range()),
            data.instances(),
            data.warnings());
    return new ReplayReport(
        report.range(),
        narrowed,
        report.groups(),
        report.alerts(),
        report.failures(),
        report.source());
  }

  private static RuleHistory history(List<RuleGroup> needed, ReplayReport report) {
    Map<Location, Long> intervals = new HashMap<>();
    report.groups().forEach(each -> intervals.put(each.group().location(), each.interval()));
    // What was never evaluated has no past.
    return RuleHistory.of(
        RuleGraph.of(needed), group -> intervals.getOrDefault(group.location(), 1L));
  }

  private static Set<List<LabelMatcher>> selectors(List<RuleGroup> groups) {
    Set<List<LabelMatcher>> selectors = new HashSet<>();
    for (RuleGroup group : groups) {
      for (Rule rule : group.rules()) {
        if (rule.expr().result() instanceof Parsed parsed) {
          for (InstantSelector selector : ExprWalk.selectors(parsed.expr())) {
            selectors.add(selector.matchers());
          }
        }
      }
    }
    return selectors;
  }
}
