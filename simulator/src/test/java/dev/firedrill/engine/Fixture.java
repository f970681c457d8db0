package dev.firedrill.engine;

import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesStore;
import java.util.ArrayList;
import java.util.List;

/// Series written by hand, a value every minute from 0 on, and expressions evaluated over them.
public final class Fixture {
  private final SeriesStore store = new SeriesStore();
  private EngineOptions options = EngineOptions.DEFAULT;

  /// Adds series, one a line: a selector, then values; `_` for none, `stale` for the marker.
  public static Fixture of(String lines) {
    Fixture fixture = new Fixture();
    lines.lines().filter(line -> !line.isBlank()).forEach(fixture::add);
    return fixture;
  }

  /// The same series with batches of so many steps.
  public Fixture withBatches(int steps) {
    options = options.withBatchSteps(steps);
    return this;
  }

  /// {@return the series}
  public SeriesStore store() {
    return store;
  }

  private void add(String line) {
    int end = line.contains("}") ? line.indexOf('}') + 1 : line.indexOf(' ');
    Labels.Builder labels = new Labels.Builder();
    for (LabelMatcher matcher : selector(line.substring(0, end)).matchers()) {
      labels.set(matcher.name(), matcher.value());
    }
    Samples samples = new Samples();
    String[] values = line.substring(end).strip().split("\\s+", -1);
    for (int i = 0; i < values.length; i++) {
      if (!values[i].equals("_")) {
        boolean stale = values[i].equals("stale");
        samples.append(60_000L * i, stale ? StaleNaN.STALE_NAN : number(values[i]));
      }
    }
    store.add(new Series(labels.build(), samples));
  }

  private static double number(String text) {
    return text.equals("Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
  }

  private static Expr.InstantSelector selector(String text) {
    if (Promql.parseSelector(text) instanceof ParseResult.Parsed parsed
        && parsed.expr() instanceof Expr.InstantSelector selector) {
      return selector;
    }
    throw new IllegalArgumentException(text);
  }

  /// {@return the tree of an expression}
  public static Expr parse(String text) {
    return switch (Promql.parse(text, ParseOptions.ALL)) {
      case ParseResult.Parsed parsed -> parsed.expr();
      case ParseResult.Rejected rejected ->
          throw new IllegalArgumentException(text + ": " + rejected.first());
    };
  }

  /// {@return what an expression evaluates to, a line for each series, in order}
  public List<String> at(double seconds, String expr) {
    long time = Math.round(seconds * 1000);
    return lines(new Engine(options).instant(parse(expr), store, time).result());
  }

  /// {@return what an expression evaluates to at steps of a minute}
  public List<String> range(int steps, String expr) {
    TimeGrid grid = new TimeGrid(0, 60_000, steps);
    return lines(new Engine(options).range(parse(expr), store, grid).result());
  }

  /// {@return the plan of an expression at steps of a minute}
  public String explain(int steps, String expr) {
    TimeGrid grid = new TimeGrid(0, 60_000, steps);
    return new Engine(options).explain(parse(expr), store, grid);
  }

  private static List<String> lines(QueryResult result) {
    List<String> lines = new ArrayList<>();
    switch (result) {
      case QueryResult.Scalar scalar -> lines.add(GoFloat.plain(scalar.value()));
      case QueryResult.Text text -> lines.add(text.value());
      case QueryResult.Vector vector ->
          vector.samples().forEach(s -> lines.add(name(s.labels()) + " " + plain(s.value())));
      case QueryResult.Matrix matrix ->
          matrix.series().forEach(s -> lines.add(name(s.labels()) + points(s.samples())));
    }
    return lines;
  }

  private static String points(Samples samples) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < samples.size(); i++) {
      out.append(' ').append(plain(samples.value(i)));
      out.append('@').append(samples.time(i) / 1000);
    }
    return out.toString();
  }

  private static String plain(double value) {
    return GoFloat.plain(value);
  }

  private static String name(Labels labels) {
    Labels rest = labels.without(Labels.METRIC_NAME);
    String braces = rest.size() == 0 ? "" : rest.toString().replace(", ", ",");
    String name = labels.metricName() + braces;
    return name.isEmpty() ? "{}" : name;
  }
}
