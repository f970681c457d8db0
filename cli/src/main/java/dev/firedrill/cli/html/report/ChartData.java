package dev.firedrill.cli.html.report;

import dev.firedrill.cli.html.chart.AlertChart;
import dev.firedrill.cli.html.chart.ChartLine;
import dev.firedrill.cli.html.chart.LinePoints;
import dev.firedrill.diagnostic.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// Charts as JSON: points are steps since the last point and values; null breaks a line.
final class ChartData {
  // More digits than these are not seen in a chart; the intervals have all of them.
  private static final MathContext DIGITS = new MathContext(9);

  private ChartData() {}

  static void write(ReportData data, List<AlertChart> charts, long offset) {
    data.json().array();
    for (AlertChart chart : charts) {
      chart(data, chart, offset);
    }
    data.json().end();
  }

  private static void chart(ReportData data, AlertChart chart, long offset) {
    Json json = data.json().object().name("watched");
    data.text(chart.watched());
    json.name("comparison");
    data.text(chart.comparison());
    Double limit = chart.limit();
    if (limit != null) {
      json.name("limit");
      data.sample(limit);
    }
    json.name("start");
    data.time(chart.grid().start() + offset);
    json.name("step").value(chart.grid().step());
    json.name("thinned").value(chart.thinned());
    json.name("omitted").value(chart.omitted());
    json.name("lines").array();
    for (ChartLine line : chart.lines()) {
      line(data, line);
    }
    json.end().end();
  }

  private static void line(ReportData data, ChartLine line) {
    Json json = data.json().object().name("labels");
    data.labels(line.labels());
    json.name("of").array();
    line.instances().forEach(place -> json.value(place));
    json.end().name("points");
    points(data, line.values());
    LinePoints limits = line.limits();
    if (limits != null) {
      json.name("limits");
      points(data, limits);
    }
    json.end();
  }

  private static void points(ReportData data, LinePoints points) {
    Json json = data.json().array();
    int last = 0;
    for (int i = 0; i < points.size(); i++) {
      if (points.isBroken(i)) {
        json.value(0).nothing();
      }
      json.value(points.step(i) - last);
      last = points.step(i);
      data.sample(rounded(points.value(i)));
    }
    json.end();
  }

  private static double rounded(double value) {
    return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
  }
}
