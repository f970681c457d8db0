package dev.firedrill.replay.why;

import dev.firedrill.engine.QueryResult.Sample;
import dev.firedrill.engine.operator.LabelSelection;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr.Binary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The labels by which series of both sides of an operator find each other.
///
/// @param on whether only the listed ones are compared, rather than all others
record MatchKeys(boolean on, Set<String> listed) {
  static MatchKeys of(Binary binary) {
    return new MatchKeys(binary.matching().on(), Set.copyOf(binary.matching().labels()));
  }

  /// {@return what is compared of a series}
  Labels of(Labels series) {
    return on ? LabelSelection.keep(series, listed) : LabelSelection.dropWithName(series, listed);
  }

  /// {@return the first series of each key}
  Map<Labels, Sample> firsts(List<Sample> samples) {
    Map<Labels, Sample> found = new HashMap<>();
    samples.forEach(each -> found.putIfAbsent(of(each.labels()), each));
    return found;
  }
}
