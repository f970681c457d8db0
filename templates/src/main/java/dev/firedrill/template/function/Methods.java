package dev.firedrill.template.function;

import dev.firedrill.labels.GoDuration;
import dev.firedrill.template.value.GoText;
import dev.firedrill.template.value.GoTime;
import dev.firedrill.template.value.LabelPairs;
import dev.firedrill.template.value.Value;
import java.math.BigInteger;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The methods of Go's types that templates can call.
public final class Methods {
  private static final long SECOND = 1_000_000_000;
  private static final String DURATION = "time.Duration";
  private static final String TIME = "time.Time";

  private Methods() {}

  /// {@return the method of a value's type, bound to the value}
  public static Optional<TemplateFunction> of(Value receiver, String name) {
    return switch (receiver) {
      case Value.Time time -> Optional.ofNullable(time(time.value(), name));
      case Value.Duration duration -> Optional.ofNullable(duration(duration.nanos(), name));
      case Value.Mapping map when map.type().equals(LabelPairs.KV) ->
          Optional.ofNullable(NotificationMethods.ofLabels(map, name));
      case Value.Sequence sequence ->
          Optional.ofNullable(NotificationMethods.ofSequence(sequence, name));
      case Value.Struct _, Value.Int _ -> Optional.ofNullable(string(receiver, name));
      default -> Optional.empty();
    };
  }

  private static @Nullable TemplateFunction string(Value receiver, String name) {
    String text = name.equals("String") ? GoText.of(receiver) : null;
    return text == null ? null : constant(name, Value.of(text));
  }

  private static @Nullable TemplateFunction time(ZonedDateTime time, String name) {
    return switch (name) {
      case "String" -> constant(name, Value.of(GoTime.string(time)));
      case "Format" ->
          TemplateFunction.of(
              name, (e, a) -> Value.of(GoTime.format(time, text(a))), TemplateFunction.STRING);
      case "Add" ->
          TemplateFunction.of(name, (e, a) -> timeValue(time.plusNanos(nanos(a))), DURATION);
      case "AddDate" ->
          TemplateFunction.of(name, (e, a) -> timeValue(shifted(time, a)), "int", "int", "int");
      case "Sub" ->
          TemplateFunction.of(name, (e, a) -> durationValue(between(instant(a), time)), TIME);
      case "Before" -> TemplateFunction.of(name, (e, a) -> bool(time.isBefore(instant(a))), TIME);
      case "After" -> TemplateFunction.of(name, (e, a) -> bool(time.isAfter(instant(a))), TIME);
      case "Equal" -> TemplateFunction.of(name, (e, a) -> bool(time.isEqual(instant(a))), TIME);
      case "UTC" -> constant(name, timeValue(time.withZoneSameInstant(ZoneOffset.UTC)));
      case "Compare" ->
          TemplateFunction.of(name, (e, a) -> Value.of(compared(time, instant(a))), TIME);
      case "Truncate" ->
          TemplateFunction.of(
              name, (e, a) -> timeValue(time.minusNanos(overflow(time, nanos(a)))), DURATION);
      case "Month" -> constant(name, new Value.Int(time.getMonthValue(), "time.Month"));
      case "Weekday" ->
          constant(name, new Value.Int(time.getDayOfWeek().getValue() % 7, "time.Weekday"));
      case "IsZero" -> constant(name, bool(time.toEpochSecond() == -62135596800L));
      case "Unix" -> constant(name, new Value.Int(time.toEpochSecond(), "int64"));
      case "UnixMilli" -> constant(name, new Value.Int(time.toInstant().toEpochMilli(), "int64"));
      case "UnixMicro" -> constant(name, new Value.Int(nanos(time) / 1000, "int64"));
      case "UnixNano" -> constant(name, new Value.Int(nanos(time), "int64"));
      default -> timeField(time, name);
    };
  }

  private static @Nullable TemplateFunction timeField(ZonedDateTime time, String name) {
    return switch (name) {
      case "Year" -> constant(name, Value.of(time.getYear()));
      case "Day" -> constant(name, Value.of(time.getDayOfMonth()));
      case "Hour" -> constant(name, Value.of(time.getHour()));
      case "Minute" -> constant(name, Value.of(time.getMinute()));
      case "Second" -> constant(name, Value.of(time.getSecond()));
      case "Nanosecond" -> constant(name, Value.of(time.getNano()));
      case "YearDay" -> constant(name, Value.of(time.getDayOfYear()));
      default -> null;
    };
  }

  private static @Nullable TemplateFunction duration(long nanos, String name) {
    return switch (name) {
      case "String" -> constant(name, Value.of(GoDuration.formatNanos(nanos)));
      case "Hours" -> constant(name, Value.of(parts(nanos, 3600 * SECOND)));
      case "Minutes" -> constant(name, Value.of(parts(nanos, 60 * SECOND)));
      case "Seconds" -> constant(name, Value.of(Numbers.seconds(nanos)));
      case "Milliseconds" -> constant(name, new Value.Int(nanos / 1_000_000, "int64"));
      case "Microseconds" -> constant(name, new Value.Int(nanos / 1000, "int64"));
      case "Nanoseconds" -> constant(name, new Value.Int(nanos, "int64"));
      case "Abs" -> constant(name, durationValue(Math.absExact(Math.max(nanos, -Long.MAX_VALUE))));
      case "Truncate" ->
          TemplateFunction.of(name, (e, a) -> durationValue(truncated(nanos, nanos(a))), DURATION);
      case "Round" ->
          TemplateFunction.of(name, (e, a) -> durationValue(rounded(nanos, nanos(a))), DURATION);
      default -> null;
    };
  }

  private static double parts(long nanos, long unit) {
    long whole = nanos / unit;
    return (double) whole + (double) (nanos % unit) / unit;
  }

  private static long truncated(long nanos, long unit) {
    return unit <= 0 ? nanos : nanos - nanos % unit;
  }

  /// Half away from zero.
  private static long rounded(long nanos, long unit) {
    if (unit <= 0) {
      return nanos;
    }
    long rest = Math.abs(nanos % unit);
    long down = nanos - nanos % unit;
    return rest < unit - rest ? down : down + (nanos < 0 ? -unit : unit);
  }

  private static long overflow(ZonedDateTime time, long unit) {
    // Counted from the year 1, as Go does.
    BigInteger since =
        BigInteger.valueOf(time.toEpochSecond() + 62135596800L)
            .multiply(BigInteger.valueOf(SECOND))
            .add(BigInteger.valueOf(time.getNano()));
    return unit <= 0 ? 0 : since.mod(BigInteger.valueOf(unit)).longValue();
  }

  private static ZonedDateTime shifted(ZonedDateTime time, List<Value> arguments) {
    // Go carries what is too large for a month into the next: January 31 and a month is March 3.
    return time.withDayOfMonth(1)
        .plusYears(integer(arguments.get(0)))
        .plusMonths(integer(arguments.get(1)))
        .plusDays(integer(arguments.get(2)) + time.getDayOfMonth() - 1);
  }

  /// {@return the time between two points in ns, or the most or least that Go can count}
  static long between(ZonedDateTime from, ZonedDateTime to) {
    try {
      return java.time.Duration.between(from, to).toNanos();
    } catch (ArithmeticException _) {
      return from.isBefore(to) ? Long.MAX_VALUE : Long.MIN_VALUE;
    }
  }

  private static long nanos(ZonedDateTime time) {
    return time.toEpochSecond() * SECOND + time.getNano();
  }

  private static long nanos(List<Value> arguments) {
    return integer(arguments.getFirst());
  }

  private static long integer(Value value) {
    return switch (value) {
      case Value.Duration duration -> duration.nanos();
      case Value.Int number -> number.value();
      default -> 0;
    };
  }

  private static String text(List<Value> arguments) {
    return arguments.getFirst() instanceof Value.Text text ? text.value() : "";
  }

  private static ZonedDateTime instant(List<Value> arguments) {
    return ((Value.Time) arguments.getFirst()).value();
  }

  private static long compared(ZonedDateTime time, ZonedDateTime other) {
    return Integer.signum(time.toInstant().compareTo(other.toInstant()));
  }

  private static Value timeValue(ZonedDateTime time) {
    return new Value.Time(time, TIME);
  }

  private static Value durationValue(long nanos) {
    return new Value.Duration(nanos, DURATION);
  }

  private static Value bool(boolean value) {
    return Value.of(value);
  }

  private static TemplateFunction constant(String name, Value value) {
    return TemplateFunction.of(name, (e, a) -> value);
  }
}
