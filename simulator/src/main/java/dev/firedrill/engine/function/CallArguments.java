package dev.firedrill.engine.function;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.Annotations;
import dev.firedrill.engine.EngineFeature;
import dev.firedrill.engine.HistogramDetail;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.engine.operator.NameRemoval;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.engine.operator.RangeInput;
import dev.firedrill.engine.operator.ReadTime;
import dev.firedrill.engine.operator.SelectInstant;
import dev.firedrill.engine.operator.StepBatches;
import dev.firedrill.labels.LabelMatcher;
import java.util.List;
import java.util.Optional;

/// A call as functions see it: arguments are planned when they are asked for, in the way the
/// function wants them.
public interface CallArguments {
  /// {@return the name of the function}
  String name();

  /// {@return the whole call}
  Span span();

  /// {@return the number of arguments}
  int count();

  /// {@return where an argument stands}
  Span span(int index);

  /// {@return the operator for a vector or scalar argument}
  Operator operator(int index);

  /// {@return the operator for a vector argument of whose histograms only a part is wanted, or
  ///     again all}
  Operator operator(int index, HistogramDetail detail);

  /// {@return the input for a range vector argument}
  RangeInput range(int index);

  /// {@return the value of a string argument}
  String text(int index);

  /// {@return something other than the value of the samples of an argument that is a plain
  ///     selector; empty for any other argument}
  Optional<Operator> reading(int index, SelectInstant.Reading reading);

  /// {@return whether something is switched on}
  boolean has(EngineFeature feature);

  /// {@return the matchers of an argument that is a selector, plain or with a range; empty for any
  ///     other argument}
  List<LabelMatcher> matchers(int index);

  /// {@return when the first selector within an argument reads}
  ReadTime firstRead(int index);

  /// {@return the operator for a selector that does not stand in the expression}
  Operator select(List<LabelMatcher> matchers, ReadTime time, SelectInstant.Reading reading);

  /// {@return the steps}
  TimeGrid grid();

  /// {@return the steps and how many are evaluated at a time}
  StepBatches steps();

  /// {@return the steps of the whole query, also inside a subquery}
  TimeGrid query();

  /// {@return when metric names go}
  NameRemoval names();

  /// {@return where warnings go}
  Annotations annotations();
}
