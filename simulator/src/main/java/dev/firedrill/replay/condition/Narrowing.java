package dev.firedrill.replay.condition;

import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.AggregationOperator;
import dev.firedrill.promql.ast.BinaryOperator;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Grouping;
import dev.firedrill.promql.ast.VectorMatching;
import dev.firedrill.promql.ast.VectorMatching.Cardinality;
import dev.firedrill.promql.ast.VectorMatching.Compared;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The labels of the instances that are of interest: series with another value are not.
///
/// @param labels name and value; series without the label are of interest too
/// @param whole whether series with other labels, or without one of these, are not of interest
public record Narrowing(Labels labels, boolean whole) {
  // What comes out of others has the labels of what goes in.
  private static final Set<String> RELABELLING =
      Set.of(
          "absent",
          "absent_over_time",
          "histogram_fraction",
          "histogram_quantile",
          "histogram_quantiles",
          "info",
          "vector");

  /// All series are of interest.
  public static final Narrowing NONE = new Narrowing(Labels.EMPTY);

  /// Series with these labels, whatever others they have.
  public Narrowing(Labels labels) {
    this(labels, false);
  }

  /// {@return the series of one sample}
  /// @param sample its labels
  public static Narrowing ofSample(Labels sample) {
    return new Narrowing(sample.without(Labels.METRIC_NAME), true);
  }

  /// {@return whether a series is of interest}
  public boolean accepts(Labels series) {
    if (whole) {
      return series.without(Labels.METRIC_NAME).equals(labels);
    }
    for (int i = 0; i < labels.size(); i++) {
      String theirs = series.get(labels.name(i));
      if (!theirs.isEmpty() && !theirs.equals(labels.value(i))) {
        return false;
      }
    }
    return true;
  }

  /// {@return those of these that have other labels, too, or lack them}
  public Narrowing and(Labels others) {
    if (whole) {
      return this;
    }
    Labels.Builder all = labels.toBuilder();
    others.without(Labels.METRIC_NAME).forEach(all::set);
    return new Narrowing(all.build());
  }

  /// {@return this without labels that a rule adds to what its expression yields}
  public Narrowing without(List<String> names) {
    Labels left = labels.without(names.toArray(String[]::new));
    return new Narrowing(left, whole && names.isEmpty());
  }

  /// {@return what is of interest of a rule's expression, where this is of what the rule makes of
  ///     it}
  public Narrowing beneath(RuleGroup group, Rule rule) {
    List<String> own = new ArrayList<>();
    if (rule instanceof Rule.AlertingRule) {
      own.addAll(List.of(Labels.ALERT_NAME, "alertstate"));
    }
    group.labels().forEach(label -> own.add(label.name().value()));
    rule.labels().forEach(label -> own.add(label.name().value()));
    return without(own);
  }

  /// {@return what is of interest of a part, where this is of the whole}
  ///
  /// @param part one of the expressions that the whole is made of
  public Narrowing of(Expr whole, Expr part) {
    return switch (whole) {
      case Expr.Binary binary -> ofSide(binary, part.equals(binary.left()));
      case Expr.Aggregation aggregation -> ofOperand(aggregation);
      case Expr.Call call -> ofArgument(call);
      case Expr.NumberLiteral _,
          Expr.StringLiteral _,
          Expr.Paren _,
          Expr.Unary _,
          Expr.Selector _ ->
          this;
    };
  }

  private Narrowing ofSide(Expr.Binary binary, boolean left) {
    boolean vectors =
        ValueTypes.of(binary.left()) == ValueType.INSTANT_VECTOR
            && ValueTypes.of(binary.right()) == ValueType.INSTANT_VECTOR;
    if (!vectors || binary.operator() == BinaryOperator.OR) {
      return this;
    }
    VectorMatching matching = binary.matching();
    boolean rightIsMany = matching.cardinality() == Cardinality.ONE_TO_MANY;
    if (left != rightIsMany) {
      // Its labels are those of the result, but for those taken over from the other side.
      Narrowing many = without(matching.include());
      boolean oneToOne = matching.cardinality() == Cardinality.ONE_TO_ONE;
      return oneToOne && matching.compared() != Compared.ALL ? many.open() : many;
    }
    Set<String> listed = Set.copyOf(matching.labels());
    Set<String> taken = Set.copyOf(matching.include());
    return switch (matching.compared()) {
      case ALL -> matching.cardinality() == Cardinality.ONE_TO_ONE ? this : open();
      case ON -> keeping(name -> listed.contains(name) || taken.contains(name));
      case IGNORING -> keeping(name -> !listed.contains(name) || taken.contains(name));
    };
  }

  private Narrowing ofOperand(Expr.Aggregation aggregation) {
    Grouping grouping = aggregation.grouping();
    Set<String> listed = Set.copyOf(grouping.labels());
    if (aggregation.operator().keepsSeries()) {
      return this;
    }
    Narrowing read =
        aggregation.operator() == AggregationOperator.COUNT_VALUES
                && aggregation.parameter() instanceof Expr.StringLiteral label
            ? without(List.of(label.value()))
            : this;
    return switch (grouping.kind()) {
      case ALL -> NONE;
      case BY -> read.keeping(listed::contains);
      case WITHOUT -> read.keeping(name -> !listed.contains(name));
    };
  }

  private Narrowing ofArgument(Expr.Call call) {
    String name = call.function().name();
    boolean writes = name.equals("label_replace") || name.equals("label_join");
    if (writes && call.arguments().get(1) instanceof Expr.StringLiteral label) {
      return without(List.of(label.value()));
    }
    // A number has none of the labels that its series had.
    if (name.equals("scalar")) {
      return NONE;
    }
    return RELABELLING.contains(name) ? open() : this;
  }

  private Narrowing open() {
    return new Narrowing(labels);
  }

  private Narrowing keeping(Predicate<String> wanted) {
    Labels.Builder kept = new Labels.Builder();
    labels.forEach(
        (name, value) -> {
          if (wanted.test(name)) {
            kept.set(name, value);
          }
        });
    return new Narrowing(kept.build());
  }
}
