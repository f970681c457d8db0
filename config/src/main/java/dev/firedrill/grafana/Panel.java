package dev.firedrill.grafana;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceText;
import java.util.List;

/// A panel of a dashboard.
///
/// @param title empty where there is none
/// @param expressions what it asks a Prometheus for, with Grafana's variables as written
/// @param thresholds the values at which it shows another colour
public record Panel(String title, List<SourceText> expressions, List<Located<Double>> thresholds) {
  public Panel {
    expressions = List.copyOf(expressions);
    thresholds = List.copyOf(thresholds);
  }
}
