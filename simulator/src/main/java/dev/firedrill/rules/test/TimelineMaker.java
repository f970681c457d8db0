package dev.firedrill.rules.test;

import dev.firedrill.alert.AlertInterval.Phase;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.run.RuleException;
import dev.firedrill.rules.run.StepQuery;
import dev.firedrill.rules.test.AlertLog.History;
import dev.firedrill.rules.test.AlertLog.RuleLog;
import dev.firedrill.rules.test.TimelineExcerpt.Cell;
import dev.firedrill.rules.test.TimelineExcerpt.Row;
import dev.firedrill.series.SeriesSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Shows what alerts were around the time of a failure.
///
/// @param source everything that was loaded and recorded
/// @param start of the test, in epoch milliseconds
/// @param interval milliseconds between evaluations
record TimelineMaker(AlertLog log, Engine engine, SeriesSource source, long start, long interval) {
  private static final int BEFORE = 5;
  private static final int AFTER = 2;
  private static final int MOST_ROWS = 4;

  /// {@return the failure with the timeline of its alert, where there is one to show}
  TestFailure completed(TestFailure failure) {
    Duration time = failure.evalTime();
    if (failure.kind() != TestFailure.Kind.ALERT || time == null || log.steps() == 0) {
      return failure;
    }
    int step = Math.min((int) (time.toMillis() / interval), log.steps() - 1);
    int first = Math.max(0, step - BEFORE);
    int last = Math.min(log.steps() - 1, step + AFTER);
    List<Row> rows = new ArrayList<>();
    for (RuleLog rule : log.rules(failure.subject())) {
      rows.addAll(rows(rule, first, last));
    }
    if (rows.isEmpty()) {
      return failure;
    }
    rows.sort(Comparator.comparing(row -> !concerned(row, failure)));
    long concerned = rows.stream().filter(row -> concerned(row, failure)).count();
    List<Duration> times = new ArrayList<>();
    for (int each = first; each <= last; each++) {
      times.add(Duration.ofMillis(each * interval));
    }
    int shown = (int) Math.min(concerned == 0 ? rows.size() : concerned, MOST_ROWS);
    return failure.withTimeline(
        new TimelineExcerpt(times, step - first, rows.subList(0, shown), rows.size() - shown));
  }

  private List<Row> rows(RuleLog rule, int first, int last) {
    Set<String> set = rule.setLabels();
    Collection<History> instances = rule.instances().values();
    Map<SortedMap<String, String>, Map<Integer, Double>> values = values(rule, first, last);
    for (History instance : instances) {
      values.computeIfAbsent(without(instance.labels(), set), labels -> new HashMap<>());
    }
    List<Row> rows = new ArrayList<>();
    values.forEach(
        (labels, known) -> {
          List<Cell> cells = new ArrayList<>();
          for (int step = first; step <= last; step++) {
            cells.add(cell(instances, labels, set, step, known.get(step)));
          }
          rows.add(new Row(labels, cells));
        });
    return rows;
  }

  private static Cell cell(
      Collection<History> instances,
      SortedMap<String, String> labels,
      Set<String> set,
      int step,
      @Nullable Double value) {
    for (History instance : instances) {
      ActiveAlert alert = instance.at(step);
      if (alert != null && without(instance.labels(), set).equals(labels)) {
        return new Cell(alert.isFiring() ? Phase.FIRING : Phase.PENDING, alert.value());
      }
    }
    return new Cell(null, value);
  }

  // Keyed by the labels that the rule leaves alone: series that differ in others only share a row.
  private Map<SortedMap<String, String>, Map<Integer, Double>> values(
      RuleLog rule, int first, int last) {
    Map<SortedMap<String, String>, Map<Integer, Double>> values = new LinkedHashMap<>();
    if (!(rule.rule().expr().result() instanceof ParseResult.Parsed parsed)) {
      return values;
    }
    Expr expr = UnfilteredExpr.of(parsed.expr());
    for (int step = first; step <= last; step++) {
      for (QueryResult.Sample sample : at(expr, start + step * interval - rule.offset())) {
        values
            .computeIfAbsent(without(sample.labels(), rule.setLabels()), labels -> new HashMap<>())
            .putIfAbsent(step, sample.value());
      }
    }
    return values;
  }

  private List<QueryResult.Sample> at(Expr expr, long time) {
    try {
      return new StepQuery(engine, source, expr).at(time);
    } catch (RuleException e) {
      return List.of();
    }
  }

  private static SortedMap<String, String> without(Labels labels, Set<String> set) {
    SortedMap<String, String> rest = new TreeMap<>(labels.toMap());
    rest.remove(Labels.METRIC_NAME);
    rest.keySet().removeAll(set);
    return rest;
  }

  /// Whether a row is of something that is expected or there, but not both.
  private static boolean concerned(Row row, TestFailure failure) {
    for (Observation one : failure.expected()) {
      if (!failure.got().contains(one) && isOf(row, one)) {
        return true;
      }
    }
    for (Observation one : failure.got()) {
      if (!failure.expected().contains(one) && isOf(row, one)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOf(Row row, Observation observation) {
    return observation.labels().entrySet().containsAll(row.labels().entrySet());
  }
}
