package dev.firedrill.promql.flow;

import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.VectorMatching;
import dev.firedrill.promql.flow.LabelFlow.Carried;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Which labels the result of an operator between vectors carries, and whether the series of its
/// sides can find each other.
public final class MatchedLabels {
  private MatchedLabels() {}

  /// {@return the labels of an arithmetic expression or comparison}
  static LabelFlow of(Binary binary, Facts left, Facts right) {
    if (left.isScalar()) {
      return right.labels();
    }
    if (right.isScalar()) {
      return left.labels();
    }
    VectorMatching matching = binary.matching();
    return switch (matching.cardinality()) {
      case MANY_TO_ONE -> grouped(left.labels(), right.labels(), matching);
      case ONE_TO_MANY -> grouped(right.labels(), left.labels(), matching);
      case ONE_TO_ONE, MANY_TO_MANY -> oneToOne(left.labels(), right.labels(), matching);
    };
  }

  private static LabelFlow oneToOne(LabelFlow left, LabelFlow right, VectorMatching matching) {
    LabelFlow both = left;
    if (matching.fillLeft() != null) {
      both = both.or(right.withoutName());
    } else {
      both = agreed(both, right, matching);
    }
    return matching.on() ? both.keep(matching.labels()) : both.without(matching.labels());
  }

  private static LabelFlow grouped(LabelFlow many, LabelFlow one, VectorMatching matching) {
    LabelFlow labels = agreed(many, one, matching);
    for (String label : matching.include()) {
      labels =
          switch (one.of(label)) {
            case SURELY -> labels.withOneOf(label, one.possibleValues(label));
            case MAYBE -> labels.withMaybe(label);
            case NEVER -> labels.without(Set.of(label));
          };
    }
    return labels;
  }

  /// {@return the labels that `and` passes on}
  static LabelFlow ofAnd(Binary and, LabelFlow left, LabelFlow right) {
    return agreed(left, right, and.matching());
  }

  // Labels that are compared are the same on both sides, so what is known of one holds for both.
  private static LabelFlow agreed(LabelFlow left, LabelFlow right, VectorMatching matching) {
    LabelFlow both = left;
    for (String label : right.sure()) {
      if (compares(matching, label) && left.of(label) == Carried.MAYBE) {
        both = both.withOneOf(label, right.possibleValues(label));
      }
    }
    return both;
  }

  /// {@return whether a label takes part in the matching}
  public static boolean compares(VectorMatching matching, String label) {
    return switch (matching.compared()) {
      case ON -> matching.labels().contains(label);
      case ALL -> !label.equals(Labels.METRIC_NAME);
      case IGNORING -> !label.equals(Labels.METRIC_NAME) && !matching.labels().contains(label);
    };
  }

  /// {@return a label by which no series of one side can match one of the other: one side surely
  ///     has it and the other surely lacks it, or their values differ}
  public static Optional<String> contradiction(Binary binary, LabelFlow left, LabelFlow right) {
    VectorMatching matching = binary.matching();
    boolean filled = matching.fillLeft() != null || matching.fillRight() != null;
    if (filled) {
      return Optional.empty();
    }
    Set<String> candidates = new HashSet<>(left.sure());
    candidates.addAll(right.sure());
    return candidates.stream()
        .filter(label -> compares(matching, label))
        .filter(label -> differ(label, left, right))
        .min(String::compareTo);
  }

  private static boolean differ(String label, LabelFlow left, LabelFlow right) {
    String one = left.values().get(label);
    String other = right.values().get(label);
    return left.of(label) == Carried.NEVER
        || right.of(label) == Carried.NEVER
        || (one != null && other != null && !one.equals(other));
  }
}
