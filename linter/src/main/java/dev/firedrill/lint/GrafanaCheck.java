package dev.firedrill.lint;

import dev.firedrill.grafana.GrafanaFile;
import java.util.List;

/// A check that looks at the files that provision Grafana.
public non-sealed interface GrafanaCheck extends Check {
  /// Looks at the files.
  ///
  /// @param files all of one Grafana, at least one
  /// @param findings where to report, and where the rule set is found
  void check(List<GrafanaFile> files, Findings findings);
}
