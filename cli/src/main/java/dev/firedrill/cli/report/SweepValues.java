package dev.firedrill.cli.report;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.replay.sweep.ValueDistribution;
import dev.firedrill.replay.sweep.ValueDistribution.Closest;
import dev.firedrill.replay.sweep.ValueDistribution.Quantile;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/// What an alert watches, for people: the quantiles that were tried as thresholds, and for the
/// most telling series the value that is nearest to an alert, or furthest in it.
///
/// @param zone in which times are shown
public record SweepValues(ValueDistribution values, ZoneId zone) implements Report {
  /// Series that are listed before the rest is counted.
  private static final int LISTED = 10;

  @Override
  public void write(Appendable out) throws IOException {
    out.append(summary()).append('\n');
    for (Closest each : closest()) {
      out.append("  ").append(value(each)).append(" at ").append(time(each)).append("  ");
      out.append(series(each)).append('\n');
    }
    if (more() > 0) {
      out.append("  and ").append(String.valueOf(more())).append(" more series\n");
    }
  }

  /// {@return what is watched, how many values it has, and their quantiles}
  public String summary() {
    List<String> quantiles = new ArrayList<>();
    for (Quantile quantile : values.quantiles()) {
      quantiles.add(quantile.name() + " " + quantile.text());
    }
    return Printer.print(values.threshold().comparison().watched())
        + " has "
        + Counted.of(values.count(), "value")
        + " of "
        + values.closest().size()
        + " series: "
        + String.join(", ", quantiles);
  }

  /// {@return the series that are listed}
  public List<Closest> closest() {
    return values.closest().subList(0, Math.min(LISTED, values.closest().size()));
  }

  /// {@return how many more series there are}
  public int more() {
    return values.closest().size() - closest().size();
  }

  /// {@return the value of a series, as it would be written in an expression}
  public static String value(Closest closest) {
    return GoFloat.json(closest.value());
  }

  /// {@return when it was}
  public String time(Closest closest) {
    return new ClockText(zone).full(closest.time());
  }

  /// {@return the labels of a series, without its name}
  public static String series(Closest closest) {
    return closest.labels().without(Labels.METRIC_NAME).toString();
  }
}
