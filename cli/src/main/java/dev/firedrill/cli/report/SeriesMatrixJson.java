package dev.firedrill.cli.report;

import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesBatches;
import java.io.IOException;

/// Series as Prometheus's HTTP API answers: a matrix with all samples at their own times. Staleness
/// markers are left out, as the API never shows them.
///
/// @param tally counts what is written and what is left out
public record SeriesMatrixJson(SeriesBatches series, ExportTally tally) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    out.append("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
    for (String metric : series.metrics().keySet()) {
      series.read(metric, one -> write(one, out));
    }
    out.append("]}}\n");
  }

  private void write(Series one, Appendable out) throws IOException {
    Samples samples = one.samples().withoutStaleness();
    tally.stale(one.samples().size() - samples.size());
    if (samples.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder(tally.seriesWritten() == 0 ? "\n" : ",\n");
    SampleJson.metric(text, one.labels());
    SampleJson.samples(text, samples);
    out.append(text.append('}'));
    tally.series();
    tally.samples(samples.size());
  }
}
