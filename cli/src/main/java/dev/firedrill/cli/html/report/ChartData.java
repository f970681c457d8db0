package dev.firedrill.cli.html.report;

import dev.firedrill.cli.html.chart.AlertChart;
import dev.firedrill.cli.html.chart.ChartLine;
import dev.firedrill.cli.html.chart.LinePoints;
import dev.firedrill.diagnostic.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/// Charts as JSON: points are runs of values at one step after the other, each behind the number of
/// steps since the last point; null before that breaks the line.
final class ChartData {
  // More digits than these are not seen in a chart; the intervals have all of them.
  private static final int LEAST_DIGITS = 6;
  private static final int MOST_DIGITS = 17;

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
    MathContext digits = digits(points);
    Json json = data.json().array();
    int last = 0;
    int next = -1;
    for (int i = 0; i < points.size(); i++) {
      int step = points.step(i);
      boolean broken = points.isBroken(i);
      if (step != next || broken) {
        if (i > 0) {
          json.end();
        }
        json.array();
        if (broken) {
          json.nothing();
        }
        json.value(step - last);
      }
      last = step;
      next = step + 1;
      double value = points.value(i);
      data.sample(
          Double.isFinite(value) ? new BigDecimal(value).round(digits).doubleValue() : value);
    }
    if (points.size() > 0) {
      json.end();
    }
    json.end();
  }

  // As many as tell values apart that are a ten thousandth of the line's height apart, and some.
  private static MathContext digits(LinePoints points) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < points.size(); i++) {
      if (Double.isFinite(points.value(i))) {
        least = Math.min(least, points.value(i));
        greatest = Math.max(greatest, points.value(i));
      }
    }
    double size = Math.max(Math.abs(least), Math.abs(greatest));
    double ratio = size / (greatest - least);
    if (!Double.isFinite(ratio)) {
      return new MathContext(MOST_DIGITS);
    }
    int lost = (int) Math.ceil(Math.max(0, Math.log10(ratio)));
    return new MathContext(Math.min(MOST_DIGITS, LEAST_DIGITS + lost));
  }
}
