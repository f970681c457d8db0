package dev.firedrill.lint.check.online;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelNames;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import java.util.ArrayList;
import java.util.List;

/// The series that some matchers select, put as PromQL for people and for servers.
///
/// @param matchers those of the name first
record SeriesQuestion(List<LabelMatcher> matchers) {
  SeriesQuestion {
    matchers = List.copyOf(matchers);
  }

  static SeriesQuestion of(InstantSelector selector) {
    List<LabelMatcher> matchers = new ArrayList<>();
    for (LabelMatcher matcher : selector.matchers()) {
      if (isOfName(matcher)) {
        matchers.add(matcher);
      }
    }
    for (LabelMatcher matcher : selector.matchers()) {
      if (!isOfName(matcher)) {
        matchers.add(matcher);
      }
    }
    return new SeriesQuestion(matchers);
  }

  private static boolean isOfName(LabelMatcher matcher) {
    return matcher.name().equals(Labels.METRIC_NAME);
  }

  /// {@return the series of the metric, whatever their labels}
  SeriesQuestion ofMetric() {
    return new SeriesQuestion(matchers.stream().filter(SeriesQuestion::isOfName).toList());
  }

  /// {@return the matchers of labels other than the name}
  List<LabelMatcher> labels() {
    return matchers.stream().filter(matcher -> !isOfName(matcher)).toList();
  }

  /// {@return this with one more matcher}
  SeriesQuestion and(LabelMatcher matcher) {
    List<LabelMatcher> more = new ArrayList<>(matchers);
    more.add(matcher);
    return new SeriesQuestion(more);
  }

  /// {@return the selector as people write it}
  @Override
  public String toString() {
    LabelMatcher name = matchers.isEmpty() ? null : matchers.getFirst();
    boolean plain =
        name != null
            && isOfName(name)
            && name.operator() == LabelMatcher.Operator.EQUAL
            && LabelNames.isLegacyMetric(name.value());
    List<LabelMatcher> rest = plain ? matchers.subList(1, matchers.size()) : matchers;
    String braces = rest.isEmpty() && plain ? "" : LabelMatcher.braces(rest);
    return plain && name != null ? name.value() + braces : braces;
  }
}
