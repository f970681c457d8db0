package dev.firedrill.replay;

import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.List;
import java.util.function.Predicate;

/// What came of a replay.
///
/// @param data what the results stand on
/// @param alerts one for each alerting rule, in the order of the files
/// @param failures evaluations that failed, in the order of time
/// @param source all that was recorded and that rules wrote for others to read
public record ReplayReport(
    TimeRange range,
    RecordingSummary data,
    List<AlertReplay> alerts,
    List<RuleFailure> failures,
    SeriesSource source) {
  public ReplayReport {
    alerts = List.copyOf(alerts);
    failures = List.copyOf(failures);
  }

  /// {@return the same of those alerts alone whose names are asked for}
  public ReplayReport ofAlerts(Predicate<String> names) {
    List<AlertReplay> chosen =
        alerts.stream().filter(each -> names.test(each.rule().name().value())).toList();
    return new ReplayReport(range, data, chosen, failures, source);
  }
}
