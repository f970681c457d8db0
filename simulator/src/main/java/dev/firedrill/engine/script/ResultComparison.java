package dev.firedrill.engine.script;

import dev.firedrill.engine.QueryResult;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.series.SeriesDescription;
import dev.firedrill.promql.series.SeriesValue;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Compares a result with what is expected: values to a millionth, NaN equal to NaN.
final class ResultComparison {
  private static final double TOLERANCE = 1e-6;

  private final Expectations expected;
  private final TimeGrid grid;
  private final Map<Labels, SeriesDescription> series = new LinkedHashMap<>();

  /// A comparison with what is expected at the steps of a query.
  ResultComparison(Expectations expected, TimeGrid grid) {
    this.expected = expected;
    TimeGrid times = expected.times();
    this.grid = times == null ? grid : times;
    expected.series().forEach(each -> series.put(each.labels(), each));
  }

  /// {@return what differs; empty where nothing does}
  String compare(QueryResult result) {
    return switch (result) {
      case QueryResult.Text text -> text(text.value());
      case QueryResult.Scalar scalar -> scalar(scalar.value());
      case QueryResult.Vector vector -> vector(vector.samples());
      case QueryResult.Matrix matrix -> matrix(matrix.series());
    };
  }

  private String text(String value) {
    String wanted = expected.text();
    return value.equals(wanted)
        ? ""
        : wanted == null
            ? "got the string " + GoQuote.quote(value)
            : "expected the string " + GoQuote.quote(wanted) + ", got " + GoQuote.quote(value);
  }

  private String scalar(double value) {
    Double wanted = expected.scalar();
    if (wanted == null) {
      return "got the scalar " + GoFloat.general(value);
    }
    return almostEqual(wanted, value)
        ? ""
        : "expected " + GoFloat.general(wanted) + ", got " + GoFloat.general(value);
  }

  private String vector(List<QueryResult.Sample> samples) {
    if (expected.scalar() != null || expected.text() != null) {
      return "got an instant vector";
    }
    for (int i = 0; i < samples.size(); i++) {
      QueryResult.Sample sample = samples.get(i);
      SeriesDescription wanted = series.get(sample.labels());
      if (wanted == null) {
        return "unexpected series " + text(sample.labels(), sample.value());
      }
      if (expected.ordered()
          && (i >= expected.series().size() || !expected.series().get(i).equals(wanted))) {
        return "series " + sample.labels() + " at position " + (i + 1);
      }
      boolean equal =
          wanted.values().size() == 1
              && wanted.values().getFirst() instanceof SeriesValue.Sample value
              && almostEqual(value.value(), sample.value());
      if (!equal) {
        return "expected "
            + values(wanted)
            + " for "
            + wanted.labels()
            + ", got "
            + GoFloat.general(sample.value());
      }
    }
    return missing(samples.stream().map(QueryResult.Sample::labels).toList());
  }

  private String missing(List<Labels> got) {
    for (SeriesDescription wanted : series.values()) {
      if (!got.contains(wanted.labels())) {
        return "missing series " + wanted.labels() + " " + values(wanted);
      }
    }
    return "";
  }

  private String matrix(List<Series> got) {
    if (expected.ordered()) {
      return "only instant queries have an order";
    }
    for (Series each : got) {
      SeriesDescription wanted = series.get(each.labels());
      if (wanted == null) {
        return "unexpected series " + each.labels() + " " + values(each.samples());
      }
      if (!sameSamples(wanted.values(), each.samples())) {
        return "expected "
            + values(wanted)
            + " for "
            + wanted.labels()
            + ", got "
            + values(each.samples());
      }
    }
    return missing(got.stream().map(Series::labels).toList());
  }

  private boolean sameSamples(List<SeriesValue> wanted, Samples got) {
    int next = 0;
    for (int step = 0; step < wanted.size(); step++) {
      if (wanted.get(step) instanceof SeriesValue.Missing) {
        continue;
      }
      boolean equal =
          next < got.size()
              && got.time(next) == grid.time(step)
              && wanted.get(step) instanceof SeriesValue.Sample sample
              && almostEqual(sample.value(), got.value(next));
      if (!equal) {
        return false;
      }
      next++;
    }
    return next == got.size();
  }

  private static boolean almostEqual(double a, double b) {
    if (a == b || (Double.isNaN(a) && Double.isNaN(b))) {
      return true;
    }
    double sum = Math.abs(a) + Math.abs(b);
    double difference = Math.abs(a - b);
    if (a == 0 || b == 0 || sum < Double.MIN_NORMAL) {
      return difference < TOLERANCE * Double.MIN_NORMAL;
    }
    return difference / Math.min(sum, Double.MAX_VALUE) < TOLERANCE;
  }

  private static String text(Labels labels, double value) {
    return labels + " " + GoFloat.general(value);
  }

  private static String values(SeriesDescription series) {
    List<String> texts = new ArrayList<>();
    for (SeriesValue value : series.values()) {
      texts.add(
          switch (value) {
            case SeriesValue.Missing _ -> "_";
            case SeriesValue.Sample sample -> GoFloat.general(sample.value());
            case SeriesValue.HistogramSample histogram -> histogram.histogram().toNotation();
          });
    }
    return String.join(" ", texts);
  }

  private String values(Samples samples) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      boolean onGrid = i < grid.count() && samples.time(i) == grid.time(i);
      String value = GoFloat.general(samples.value(i));
      texts.add(onGrid ? value : value + "@" + samples.time(i));
    }
    return String.join(" ", texts);
  }
}
