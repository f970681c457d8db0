package dev.firedrill.cli.report;

import dev.firedrill.labels.Labels;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.promql.series.SeriesNotation;
import dev.firedrill.promql.series.SeriesResult;
import dev.firedrill.series.Series;
import dev.firedrill.series.fixture.SampleGrid;
import dev.firedrill.series.fixture.ValuesText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Series as a file of unit tests with one test, which has them as `input_series` and expects
/// nothing yet.
public final class SeriesFixture implements Report {
  private final List<String> series = new ArrayList<>();
  private final SampleGrid grid;

  /// A fixture.
  ///
  /// @param recorded with a sample each at least
  /// @param step milliseconds between the values
  /// @param tally counts what is written, and what is moved to a step
  public SeriesFixture(List<Series> recorded, long step, ExportTally tally) {
    grid = SampleGrid.of(recorded, step);
    for (Series one : recorded) {
      String values = ValuesText.of(one.samples(), grid, tally);
      String name = quoted(notation(one.labels()));
      series.add("  - series: " + name + "\n    values: '" + values + "'\n");
      tally.series();
      tally.samples(one.samples().size());
    }
  }

  @Override
  public void write(Appendable out) throws IOException {
    String interval = PrometheusDuration.format(grid.step());
    out.append("rule_files: []\n");
    out.append("evaluation_interval: ").append(interval).append("\n\n");
    out.append("tests:\n");
    out.append("- name: recorded series\n");
    out.append("  interval: ").append(interval).append('\n');
    if (grid.start() != 0) {
      out.append("  start_timestamp: ").append(ClockText.rfc3339(grid.start())).append('\n');
    }
    out.append("  input_series:\n");
    for (String one : series) {
      out.append(one);
    }
  }

  // Words of PromQL can name no series but as a label.
  private static String notation(Labels labels) {
    String text = OpenMetricsText.series(labels);
    boolean same =
        SeriesNotation.parseMetric(text) instanceof SeriesResult.Parsed parsed
            && parsed.series().labels().equals(labels);
    return same ? text : labels.toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
