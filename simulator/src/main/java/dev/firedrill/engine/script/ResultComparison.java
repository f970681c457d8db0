package dev.firedrill.engine.script;

import dev.firedrill.engine.QueryResult;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.histogram.NativeHistogram;
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
import org.jspecify.annotations.Nullable;

/// Compares a result with what is expected, as [SampleComparison] does.
final class ResultComparison {
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
    return SampleComparison.almostEqual(wanted, value)
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
        return "unexpected series " + sample.labels() + " " + text(sample);
      }
      if (expected.ordered()
          && (i >= expected.series().size() || !expected.series().get(i).equals(wanted))) {
        return "series " + sample.labels() + " at position " + (i + 1);
      }
      boolean equal =
          wanted.values().size() == 1
              && SampleComparison.equal(
                  wanted.values().getFirst(), sample.value(), sample.histogram());
      if (!equal) {
        return "expected " + values(wanted) + " for " + wanted.labels() + ", got " + text(sample);
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
              && SampleComparison.equal(wanted.get(step), got.value(next), got.histogram(next));
      if (!equal) {
        return false;
      }
      next++;
    }
    return next == got.size();
  }

  private static String text(QueryResult.Sample sample) {
    return text(sample.value(), sample.histogram());
  }

  private static String text(double value, @Nullable NativeHistogram histogram) {
    return histogram == null ? GoFloat.general(value) : histogram.toNotation();
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
      String value = text(samples.value(i), samples.histogram(i));
      texts.add(onGrid ? value : value + "@" + samples.time(i));
    }
    return String.join(" ", texts);
  }
}
