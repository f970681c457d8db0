package dev.firedrill.replay;

import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.series.TimeRange;
import java.util.List;

/// What came of a replay.
///
/// @param data what the results stand on
/// @param alerts one for each alerting rule, in the order of the files
/// @param failures evaluations that failed, in the order of time
public record ReplayReport(
    TimeRange range, RecordingSummary data, List<AlertReplay> alerts, List<RuleFailure> failures) {
  public ReplayReport {
    alerts = List.copyOf(alerts);
    failures = List.copyOf(failures);
  }
}
