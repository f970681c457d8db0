package dev.firedrill.engine.function;

import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.operator.MapElements;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.engine.operator.StepTime;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// Functions that read a value as seconds since the epoch, in UTC. Without an argument they read
/// the time of the step.
final class DateFunctions {
  // What java.time can hold; Go wraps around beyond, in ways that depend on the processor.
  private static final double FARTHEST = 3.1e16;

  private DateFunctions() {}

  static void addTo(Map<String, FunctionPlan> plans) {
    plans.put("minute", plan(LocalDateTime::getMinute));
    plans.put("hour", plan(LocalDateTime::getHour));
    plans.put("day_of_week", plan(date -> date.getDayOfWeek().getValue() % 7));
    plans.put("day_of_month", plan(LocalDateTime::getDayOfMonth));
    plans.put("day_of_year", plan(LocalDateTime::getDayOfYear));
    plans.put("days_in_month", plan(date -> date.toLocalDate().lengthOfMonth()));
    plans.put("month", plan(LocalDateTime::getMonthValue));
    plans.put("year", plan(LocalDateTime::getYear));
  }

  private static FunctionPlan plan(ToIntFunction<LocalDateTime> field) {
    return call -> {
      Operator seconds = call.count() == 0 ? new StepTime(call.grid()) : call.operator(0);
      return new MapElements(
          call.name(),
          (value, first, second) -> field.applyAsInt(date(value, call)),
          seconds,
          List.of(),
          call.span());
    };
  }

  private static LocalDateTime date(double seconds, CallArguments call) {
    if (!(Math.abs(seconds) < FARTHEST)) {
      throw EvaluationException.unsupported(call.name() + "() of " + seconds, call.span());
    }
    return LocalDateTime.ofEpochSecond((long) seconds, 0, ZoneOffset.UTC);
  }
}
