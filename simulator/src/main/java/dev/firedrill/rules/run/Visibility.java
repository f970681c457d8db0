package dev.firedrill.rules.run;

import dev.firedrill.engine.TimeGrid;
import dev.firedrill.rules.RuleGroup;
import java.util.function.Function;

/// Tells which rules see all they read as it will be in the end.
///
/// @param times when each group is evaluated
record Visibility(RuleSelection rules, Function<RuleGroup, TimeGrid> times) {
  /// {@return whether everything that a rule's expression reads at a step was written by then}
  boolean isComplete(RuleNode reader) {
    if (rules.graph().isCyclic(reader) || reader.reads().anything()) {
      return false;
    }
    for (SeriesReads.Read read : reader.reads().reads()) {
      if (!read.isOfThePast()) {
        return false;
      }
      for (RuleNode writer : rules.graph().writersOf(read)) {
        long age = reader.offset() + read.lag() - writer.offset();
        if (rules.contains(writer) && age < (isBehind(reader, writer) ? 1 : 0)) {
          return false;
        }
      }
    }
    return true;
  }

  /// {@return whether a reader sees what a writer wrote an evaluation before}
  private boolean isBehind(RuleNode reader, RuleNode writer) {
    return writer.position() >= reader.position()
        && meet(times.apply(reader.group()), times.apply(writer.group()));
  }

  private static boolean meet(TimeGrid one, TimeGrid other) {
    return (one.start() - other.start()) % greatestDivisor(one.step(), other.step()) == 0;
  }

  private static long greatestDivisor(long one, long other) {
    return other == 0 ? one : greatestDivisor(other, one % other);
  }
}
