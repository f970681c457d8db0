package dev.firedrill.cli.html.chart;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.condition.Condition;
import dev.firedrill.replay.condition.LabelLink;
import dev.firedrill.replay.condition.WatchedSeries;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Makes the charts of alerts.
public record AlertCharts(Engine engine, SeriesSource source) {
  private static final int MOST_COMPARISONS = 3;
  private static final int MOST_DIGITS = 24;
  // Steps on either side of a change of state whose values stay.
  private static final int MOST_AROUND = 120;

  /// {@return a chart for each comparison that decides on an alert, three at most; for an alert
  ///     that compares nothing one of the values that it asks for, of native histograms one of
  ///     their counts. Without those that cannot be evaluated}
  /// @param points how many the charts should have at most, all lines together
  public List<AlertChart> of(AlertReplay alert, int points) {
    Optional<TimeGrid> grid = alert.queried();
    if (grid.isEmpty() || !(alert.rule().expr().result() instanceof ParseResult.Parsed parsed)) {
      return List.of();
    }
    Condition condition = Condition.of(parsed.expr());
    List<Condition.Comparison> comparisons = condition.deciding();
    if (comparisons.isEmpty()) {
      return plain(condition).map(expr -> of(alert, expr, grid.get(), points)).orElse(List.of());
    }
    List<Watched> all = new ArrayList<>();
    for (Condition.Comparison each :
        comparisons.subList(0, Math.min(MOST_COMPARISONS, comparisons.size()))) {
      all.add(comparing(each));
    }
    List<AlertChart> charts = new ArrayList<>();
    for (Watched watched : all) {
      add(charts, new ChartCollector(alert, watched, grid.get(), points / all.size()));
    }
    return charts;
  }

  private List<AlertChart> of(AlertReplay alert, Expr expr, TimeGrid grid, int points) {
    List<AlertChart> charts = new ArrayList<>();
    add(charts, new ChartCollector(alert, watching(expr), grid, points));
    if (charts.isEmpty() && ValueTypes.of(expr) == ValueType.INSTANT_VECTOR) {
      // Only numbers make a line.
      String counts = "histogram_count(" + Printer.print(expr) + ")";
      if (Promql.parse(counts) instanceof ParseResult.Parsed parsed) {
        add(charts, new ChartCollector(alert, watching(parsed.expr()), grid, points));
      }
    }
    return charts;
  }

  // What shows whether something is there or absent.
  private static Optional<Expr> plain(Condition condition) {
    return switch (condition) {
      case Condition.Absence absence -> Optional.of(absence.watched());
      case Condition.Presence presence -> Optional.of(presence.expr());
      case Condition.All all -> plain(all.parts().getFirst());
      case Condition.Any any -> plain(any.parts().getFirst());
      case Condition.Except except -> plain(except.kept());
      case Condition.Comparison _ -> Optional.empty();
    };
  }

  private void add(List<AlertChart> charts, ChartCollector collector) {
    try {
      AlertChart chart = collector.collect(engine, source);
      if (!chart.lines().isEmpty()) {
        charts.add(chart);
      }
    } catch (EvaluationException e) {
      // Evaluations that fail are told of elsewhere.
      return;
    }
  }

  private static Watched comparing(Condition.Comparison comparison) {
    String asked = comparison.operator().symbol() + " " + brief(comparison.threshold());
    return new Watched(
        Printer.print(comparison.watched()),
        asked,
        comparison.link(),
        values -> values.of(comparison),
        comparison::distance);
  }

  // Hundreds of zeros tell less than an exponent.
  private static String brief(Expr threshold) {
    String printed = Printer.print(threshold);
    return threshold instanceof Expr.NumberLiteral(double value, _, _)
            && printed.length() > MOST_DIGITS
        ? GoFloat.general(value)
        : printed;
  }

  private static Watched watching(Expr expr) {
    return new Watched(
        Printer.print(expr), "", LabelLink.ALL, values -> plain(values.series(expr)), (a, b) -> 0);
  }

  private static List<WatchedSeries> plain(List<Series> all) {
    return all.stream()
        .map(each -> new WatchedSeries(each.labels(), each.samples(), new Samples()))
        .toList();
  }

  /// {@return the steps at which instances of the alert change their states, and as many around
  ///     them as there is room for, since that is where people look closer; none where the changes
  ///     are so many that nobody could tell them apart}
  /// @param places of the instances
  /// @param most steps
  static BitSet changes(AlertReplay alert, List<Integer> places, TimeGrid evaluated, int most) {
    BitSet steps = new BitSet();
    for (int place : places) {
      for (AlertInterval interval : alert.instances().get(place).intervals()) {
        set(steps, evaluated, interval.start());
        set(steps, evaluated, interval.end());
      }
    }
    int count = steps.cardinality();
    return count == 0 || count > most
        ? new BitSet()
        : widened(steps, Math.min(MOST_AROUND, (most / count - 1) / 2), evaluated.count());
  }

  private static BitSet widened(BitSet steps, int by, int end) {
    BitSet wide = new BitSet();
    steps.stream().forEach(step -> wide.set(Math.max(0, step - by), Math.min(end, step + by + 1)));
    return wide;
  }

  private static void set(BitSet steps, TimeGrid evaluated, long time) {
    long step = (time - evaluated.start()) / evaluated.step();
    if (step >= 0 && step < evaluated.count()) {
      steps.set((int) step);
    }
  }
}
