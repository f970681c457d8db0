package dev.firedrill.replay;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.List;
import java.util.function.Predicate;

/// What came of a replay.
///
/// @param data what the results stand on
/// @param groups all groups of rules, in the order of the files
/// @param alerts one for each alerting rule, in the order of the files
/// @param failures evaluations that failed, in the order of time
/// @param source all that was recorded and that rules wrote for others to read
public record ReplayReport(
    TimeRange range,
    RecordingSummary data,
    List<EvaluatedGroup> groups,
    List<AlertReplay> alerts,
    List<RuleFailure> failures,
    SeriesSource source) {
  public ReplayReport {
    groups = List.copyOf(groups);
    alerts = List.copyOf(alerts);
    failures = List.copyOf(failures);
  }

  /// {@return whether any group was evaluated}
  public boolean isEvaluated() {
    return groups.stream().anyMatch(EvaluatedGroup::isEvaluated);
  }

  /// {@return whether an interval may have ended only because series that its instance comes from
  ///     have no samples then}
  public boolean endsInGap(AlertReplay alert, AlertTimeline instance, AlertInterval interval) {
    // Where it was pending and fires from then on, nothing has ended.
    boolean goesOn =
        instance.intervals().stream().anyMatch(next -> next.start() == interval.end())
            && interval.phase() == AlertInterval.Phase.PENDING;
    return !interval.open()
        && !goesOn
        && data.instances()
            .isInGap(alert.group(), alert.rule(), instance.labels(), alert.lostAt(interval));
  }

  /// {@return the same with other results}
  public ReplayReport with(
      TimeRange otherRange, List<AlertReplay> chosen, List<RuleFailure> otherFailures) {
    return new ReplayReport(otherRange, data, groups, chosen, otherFailures, source);
  }

  /// {@return the same of those alerts alone whose names are asked for}
  public ReplayReport ofAlerts(Predicate<String> names) {
    List<AlertReplay> chosen =
        alerts.stream().filter(each -> names.test(each.rule().name().value())).toList();
    return with(range, chosen, failures);
  }
}
