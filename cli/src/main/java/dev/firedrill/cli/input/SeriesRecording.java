package dev.firedrill.cli.input;

import static dev.firedrill.labels.Labels.ALERT_NAME;
import static dev.firedrill.labels.Labels.METRIC_NAME;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.RuleGraph;
import dev.firedrill.rules.run.RuleHistory;
import dev.firedrill.rules.run.RuleOutput;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The series that rules read, as they were in some stretch of time and as long before as the rules
/// look back; and of what the rules wrote on the server as much as shows when they were evaluated.
///
/// @param series sorted by labels
/// @param times how many of them are there only to show when rules were evaluated
/// @param missing selectors for which there was nothing, as PromQL, but for what the rules write
///     themselves
public record SeriesRecording(List<Series> series, int times, List<String> missing) {
  public SeriesRecording {
    series = List.copyOf(series);
    missing = List.copyOf(missing);
  }

  /// Is told how far the reading is.
  @FunctionalInterface
  public interface Progress {
    /// @param selectors how many are read
    /// @param of how many there are
    /// @param samples how many were read, those of two selectors twice
    void done(int selectors, int of, long samples);
  }

  /// {@return what the rules of some files read}
  public static SeriesRecording of(
      List<RuleFile> files, SeriesSource source, TimeRange range, Progress progress) {
    List<RuleGroup> groups = new ArrayList<>();
    files.forEach(file -> groups.addAll(file.groups()));
    long before = RuleHistory.of(RuleGraph.of(groups)).read();
    TimeRange read = new TimeRange(range.first() - before, range.last());
    Map<List<LabelMatcher>, InstantSelector> selectors = selectors(groups);
    Map<Labels, Series> found = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    int done = 0;
    long samples = 0;
    for (Map.Entry<List<LabelMatcher>, InstantSelector> selector : selectors.entrySet()) {
      List<Series> some = source.select(selector.getKey(), read);
      for (Series one : some) {
        found.put(one.labels(), one);
        samples += one.samples().size();
      }
      if (some.isEmpty() && !isWritten(selector.getKey(), groups)) {
        missing.add(Printer.print(selector.getValue()));
      }
      progress.done(++done, selectors.size(), samples);
    }
    int readByRules = found.size();
    for (RuleGroup group : groups) {
      addTimes(group, source, read, found);
    }
    int times = found.size() - readByRules;
    return new SeriesRecording(List.copyOf(found.values()), times, missing);
  }

  private static Map<List<LabelMatcher>, InstantSelector> selectors(List<RuleGroup> groups) {
    Map<List<LabelMatcher>, InstantSelector> selectors = new LinkedHashMap<>();
    for (RuleGroup group : groups) {
      for (Rule rule : group.rules()) {
        if (rule.expr().result() instanceof Parsed parsed) {
          for (InstantSelector selector : ExprWalk.selectors(parsed.expr())) {
            selectors.putIfAbsent(selector.matchers(), selector);
          }
        }
      }
    }
    return selectors;
  }

  // What the rules write themselves need not be there.
  private static boolean isWritten(List<LabelMatcher> matchers, List<RuleGroup> groups) {
    for (RuleGroup group : groups) {
      for (Rule rule : group.rules()) {
        if (RuleOutput.of(rule, group).mayMatch(matchers)) {
          return true;
        }
      }
    }
    return false;
  }

  // When the server evaluated a group is seen by what it wrote: by its alerts, and where it had
  // none by one of its records.
  private static void addTimes(
      RuleGroup group, SeriesSource source, TimeRange range, Map<Labels, Series> found) {
    boolean known = false;
    for (Rule rule : group.rules()) {
      String name = rule.name().value();
      if (rule instanceof Rule.AlertingRule) {
        List<LabelMatcher> alerts = List.of(equal(METRIC_NAME, "ALERTS"), equal(ALERT_NAME, name));
        for (Series one : source.select(alerts, range)) {
          found.putIfAbsent(one.labels(), one);
          known = true;
        }
      } else {
        known |= found.keySet().stream().anyMatch(each -> each.metricName().equals(name));
      }
    }
    for (Rule rule : group.rules()) {
      if (!known && rule instanceof Rule.RecordingRule record) {
        List<LabelMatcher> written = List.of(equal(METRIC_NAME, record.name().value()));
        for (Series one : source.select(written, range).stream().limit(1).toList()) {
          found.putIfAbsent(one.labels(), one);
          known = true;
        }
      }
    }
  }

  private static LabelMatcher equal(String name, String value) {
    return LabelMatcher.of(name, LabelMatcher.Operator.EQUAL, value);
  }

  /// {@return how many samples there are}
  public long samples() {
    long samples = 0;
    for (Series one : series) {
      samples += one.samples().size();
    }
    return samples;
  }
}
