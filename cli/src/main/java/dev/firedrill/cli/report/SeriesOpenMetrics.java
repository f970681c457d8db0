package dev.firedrill.cli.report;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesBatches;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Series with their times as OpenMetrics text, family by family. It has neither staleness markers
/// nor native histograms nor series without a name, which are left out.
///
/// @param tally counts what is written and what is left out
public record SeriesOpenMetrics(SeriesBatches series, MetricFamilies families, ExportTally tally)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    Map<String, List<String>> byFamily = new TreeMap<>();
    for (Map.Entry<String, Integer> metric : series.metrics().entrySet()) {
      if (metric.getKey().isEmpty()) {
        series.read("", _ -> tally.nameless());
      } else {
        String family = families.of(metric.getKey()).name();
        byFamily.computeIfAbsent(family, _ -> new ArrayList<>()).add(metric.getKey());
      }
    }
    for (Map.Entry<String, List<String>> family : byFamily.entrySet()) {
      String type = families.of(family.getValue().getFirst()).type();
      Head head = new Head("# TYPE " + OpenMetricsText.name(family.getKey()) + " " + type, out);
      for (String metric : family.getValue()) {
        series.read(metric, one -> write(one, head, out));
      }
    }
    out.append("# EOF\n");
  }

  // Families of which nothing can be written are not named.
  private static final class Head {
    private final String line;
    private final Appendable out;
    private boolean written;

    Head(String line, Appendable out) {
      this.line = line;
      this.out = out;
    }

    void write() throws IOException {
      if (!written) {
        out.append(line).append('\n');
        written = true;
      }
    }
  }

  private void write(Series one, Head head, Appendable out) throws IOException {
    String name = OpenMetricsText.series(one.labels());
    Samples samples = one.samples();
    boolean any = false;
    for (int i = 0; i < samples.size(); i++) {
      double value = samples.value(i);
      if (samples.isHistogram(i)) {
        tally.histogram();
      } else if (StaleNaN.isStale(value)) {
        tally.stale(1);
      } else {
        head.write();
        out.append(name).append(' ').append(GoFloat.json(value)).append(' ');
        out.append(OpenMetricsText.seconds(samples.time(i))).append('\n');
        tally.samples(1);
        any = true;
      }
    }
    if (any) {
      tally.series();
    }
  }
}
