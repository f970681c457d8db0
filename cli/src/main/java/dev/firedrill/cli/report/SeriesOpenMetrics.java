package dev.firedrill.cli.report;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Series with their times as OpenMetrics text, family by family. It has neither staleness markers
/// nor native histograms, which are left out.
///
/// @param series sorted by labels
public record SeriesOpenMetrics(List<Series> series, MetricFamilies families) implements Report {
  public SeriesOpenMetrics {
    series = List.copyOf(series);
  }

  @Override
  public void write(Appendable out) throws IOException {
    Map<String, List<Series>> byFamily = new TreeMap<>();
    for (Series one : series) {
      String family = families.of(one.labels().metricName()).name();
      byFamily.computeIfAbsent(family, _ -> new ArrayList<>()).add(one);
    }
    for (Map.Entry<String, List<Series>> family : byFamily.entrySet()) {
      String metric = family.getValue().getFirst().labels().metricName();
      out.append("# TYPE ").append(OpenMetricsText.name(family.getKey())).append(' ');
      out.append(families.of(metric).type()).append('\n');
      for (Series one : family.getValue()) {
        write(one, out);
      }
    }
    out.append("# EOF\n");
  }

  private static void write(Series one, Appendable out) throws IOException {
    String name = OpenMetricsText.series(one.labels());
    Samples samples = one.samples();
    for (int i = 0; i < samples.size(); i++) {
      double value = samples.value(i);
      if (!samples.isHistogram(i) && !StaleNaN.isStale(value)) {
        out.append(name).append(' ').append(GoFloat.json(value)).append(' ');
        out.append(OpenMetricsText.seconds(samples.time(i))).append('\n');
      }
    }
  }
}
