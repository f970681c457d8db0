package dev.firedrill.cli.input;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.RuleGraph;
import dev.firedrill.rules.run.RuleHistory;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The series that rules read, as they were in some stretch of time and as long before as the rules
/// look back.
///
/// @param series sorted by labels
/// @param missing selectors for which there was nothing, as PromQL
public record SeriesRecording(List<Series> series, List<String> missing) {
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
    Set<List<LabelMatcher>> selectors = selectors(groups);
    Map<Labels, Series> found = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    int done = 0;
    long samples = 0;
    for (List<LabelMatcher> matchers : selectors) {
      List<Series> some = source.select(matchers, read);
      for (Series one : some) {
        found.put(one.labels(), one);
        samples += one.samples().size();
      }
      if (some.isEmpty()) {
        missing.add(text(matchers));
      }
      progress.done(++done, selectors.size(), samples);
    }
    return new SeriesRecording(List.copyOf(found.values()), missing);
  }

  private static Set<List<LabelMatcher>> selectors(List<RuleGroup> groups) {
    Set<List<LabelMatcher>> selectors = new LinkedHashSet<>();
    for (RuleGroup group : groups) {
      for (Rule rule : group.rules()) {
        if (rule.expr().result() instanceof Parsed parsed) {
          for (InstantSelector selector : ExprWalk.selectors(parsed.expr())) {
            selectors.add(selector.matchers());
          }
        }
      }
    }
    return selectors;
  }

  private static String text(List<LabelMatcher> matchers) {
    List<String> texts = matchers.stream().map(LabelMatcher::toString).toList();
    return "{" + String.join(",", texts) + "}";
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
