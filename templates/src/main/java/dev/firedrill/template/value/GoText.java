package dev.firedrill.template.value;

import dev.firedrill.labels.GoDuration;
import org.jspecify.annotations.Nullable;

/// What the `String` methods of Go's types give.
public final class GoText {
  private GoText() {}

  /// {@return the text that the type's `String` method gives, or null where it has none}
  public static @Nullable String of(Value value) {
    return switch (value) {
      case Value.Duration duration -> GoDuration.formatNanos(duration.nanos());
      case Value.Time time -> GoTime.string(time.value());
      case Value.Struct struct -> struct.text();
      case Value.Mapping map when map.type().equals(LabelPairs.KV) -> LabelPairs.text(map);
      case Value.Sequence pairs when pairs.type().equals(LabelPairs.PAIRS) ->
          LabelPairs.text(pairs);
      case Value.Int number when number.type().equals("time.Month") -> month(number.value());
      case Value.Int number when number.type().equals("time.Weekday") -> weekday(number.value());
      case Value.Missing _,
          Value.Nil _,
          Value.Bool _,
          Value.Int _,
          Value.Real _,
          Value.Complex _,
          Value.Text _,
          Value.Sequence _,
          Value.Mapping _ ->
          null;
    };
  }

  private static String month(long month) {
    boolean known = month >= 1 && month <= 12;
    return known ? GoTime.MONTHS.get((int) month - 1) : "%!Month(" + month + ")";
  }

  private static String weekday(long day) {
    boolean known = day >= 0 && day <= 6;
    return known ? GoTime.DAYS.get((int) day) : "%!Weekday(" + day + ")";
  }
}
