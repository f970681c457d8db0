package dev.firedrill.cli.report;

import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesBatches;
import dev.firedrill.series.text.QueryAnswer;
import java.io.IOException;

/// Series as Prometheus's HTTP API answers: a matrix with all samples at their own times. As the
/// API
/// shows no staleness markers, their times stand beside the values, and the answer says that its
/// samples are those of a recording: see [QueryAnswer#RECORDED].
///
/// @param tally counts what is written
public record SeriesMatrixJson(SeriesBatches series, ExportTally tally) implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    out.append("{\"status\":\"success\",\"").append(QueryAnswer.RECORDED).append("\":\"");
    out.append(QueryAnswer.SAMPLES).append("\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
    for (String metric : series.metrics().keySet()) {
      series.read(metric, one -> write(one, out));
    }
    out.append("]}}\n");
  }

  private void write(Series one, Appendable out) throws IOException {
    Samples all = one.samples();
    if (all.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder(tally.seriesWritten() == 0 ? "\n" : ",\n");
    SampleJson.metric(text, one.labels());
    SampleJson.samples(text, all.withoutStaleness(), true);
    stale(text, all);
    out.append(text.append('}'));
    tally.series();
    tally.samples(all.size());
  }

  private static void stale(StringBuilder text, Samples all) {
    String separator = ",\"" + QueryAnswer.STALE + "\":[";
    for (int i = 0; i < all.size(); i++) {
      if (!all.isHistogram(i) && StaleNaN.isStale(all.value(i))) {
        text.append(separator).append(SampleJson.seconds(all.time(i)));
        separator = ",";
      }
    }
    text.append(separator.equals(",") ? "]" : "");
  }
}
