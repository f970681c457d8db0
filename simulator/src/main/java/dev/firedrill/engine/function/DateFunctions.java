package dev.firedrill.engine.function;

import dev.firedrill.engine.operator.MapElements;
import dev.firedrill.engine.operator.Operator;
import dev.firedrill.engine.operator.StepTime;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/// Functions that read a value as seconds since the epoch, in UTC. Without an argument they read
/// the time of the step.
final class DateFunctions {
  private DateFunctions() {}

  static void addTo(Map<String, FunctionPlan> plans) {
    plans.put("minute", plan(date -> date.secondOfDay() / 60 % 60));
    plans.put("hour", plan(date -> date.secondOfDay() / 3600));
    plans.put("day_of_week", plan(GoDate::dayOfWeek));
    plans.put("day_of_month", plan(GoDate::day));
    plans.put("day_of_year", plan(GoDate::dayOfYear));
    plans.put("days_in_month", plan(GoDate::daysInMonth));
    plans.put("month", plan(GoDate::month));
    plans.put("year", plan(GoDate::year));
  }

  private static FunctionPlan plan(ToLongFunction<GoDate> field) {
    return call -> {
      Operator seconds = call.count() == 0 ? new StepTime(call.grid()) : call.operator(0);
      return new MapElements(
          call.name(),
          (value, first, second) -> field.applyAsLong(GoDate.of(value)),
          seconds,
          List.of(),
          call.names(),
          call.span());
    };
  }
}
