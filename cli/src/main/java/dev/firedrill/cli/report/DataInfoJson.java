package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.FindingsJson;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Masking;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.survey.DataSurvey;
import dev.firedrill.series.survey.MetricSurvey;
import java.io.IOException;
import java.util.List;

/// What there is in recorded data as JSON: times in RFC 3339, durations in seconds.
///
/// @param diagnostics what is damaged in the data
public record DataInfoJson(DataSurvey survey, List<Diagnostic> diagnostics) implements Report {
  private static final double MILLIS = 1000;

  @Override
  public void write(Appendable out) throws IOException {
    StringBuilder text = new StringBuilder();
    Json json = Json.indented(text);
    json.object();
    members(json, survey.total());
    json.name("metrics").array();
    for (MetricSurvey metric : survey.metrics()) {
      json.object().name("name").value(metric.name());
      members(json, metric);
      json.end();
    }
    json.end();
    new FindingsJson(Masking.NONE).findings(json.name("diagnostics"), diagnostics);
    json.end();
    out.append(text).append('\n');
  }

  private static void members(Json json, MetricSurvey metric) {
    json.name("series").value(metric.series());
    json.name("samples").value(metric.samples());
    json.name("native_histograms").value(metric.histograms());
    json.name("staleness_markers").value(metric.stale());
    range(json, metric.extent());
    json.name("intervals").array();
    metric
        .intervals()
        .forEach(
            (millis, series) -> {
              json.object().name("seconds").value(millis / MILLIS);
              json.name("series").value(series).end();
            });
    json.end().name("gaps").array();
    for (TimeRange gap : metric.gaps()) {
      json.object();
      range(json, gap);
      json.end();
    }
    json.end();
  }

  private static void range(Json json, TimeRange range) {
    json.name("start").value(ClockText.rfc3339(range.first()));
    json.name("end").value(ClockText.rfc3339(range.last()));
  }
}
