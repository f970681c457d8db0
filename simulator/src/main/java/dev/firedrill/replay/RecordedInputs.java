package dev.firedrill.replay;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.rules.run.RuleGraph;
import dev.firedrill.series.AlteredSource;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A recording as replayed rules should see it: what rules wrote that are replayed now ends when
/// these begin, so that a changed rule is not mixed up with what it was when the recording was
/// made.
final class RecordedInputs extends AlteredSource {
  private final RuleGraph rules;
  private final long begin;

  /// @param begin epoch milliseconds from which on the rules are evaluated
  RecordedInputs(SeriesSource recording, RuleGraph rules, long begin) {
    super(recording);
    this.rules = rules;
    this.begin = begin;
  }

  @Override
  public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
    List<Series> found = source.select(matchers, range);
    if (range.last() < begin - 1) {
      return found;
    }
    List<Series> inputs = new ArrayList<>(found.size());
    for (Series series : found) {
      inputs.add(
          rules.mayWrite(series.labels())
              ? new Series(series.labels(), before(series.samples()))
              : series);
    }
    return inputs;
  }

  // With the marker that Prometheus writes when a rule no longer yields a series.
  private Samples before(Samples samples) {
    Samples kept = samples.between(Long.MIN_VALUE, begin - 2);
    if (kept.isEmpty()) {
      return kept;
    }
    Samples ended = new Samples();
    for (int i = 0; i < kept.size(); i++) {
      ended.append(kept, i);
    }
    ended.append(begin - 1, StaleNaN.STALE_NAN);
    return ended;
  }

  // Of what the rules write, they say whether it is there.
  @Override
  public Set<Labels> names(List<LabelMatcher> matchers, TimeRange range) {
    Set<Labels> names = new LinkedHashSet<>(source.names(matchers, range));
    names.removeIf(rules::mayWrite);
    return names;
  }
}
