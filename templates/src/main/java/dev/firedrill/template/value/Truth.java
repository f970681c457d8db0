package dev.firedrill.template.value;

/// What counts as true in `if`, `with`, `and`, `or` and `not`.
public final class Truth {
  private Truth() {}

  /// {@return false for nothing, nil, zero, and empty strings, slices and maps; a not-a-number is
  /// true}
  public static boolean of(Value value) {
    return switch (value) {
      case Value.Missing _, Value.Nil _ -> false;
      case Value.Bool bool -> bool.value();
      case Value.Int number -> number.value() != 0;
      case Value.Real number -> number.value() != 0;
      case Value.Complex number -> number.real() != 0 || number.imaginary() != 0;
      case Value.Text text -> !text.value().isEmpty();
      case Value.Sequence sequence -> !sequence.elements().isEmpty();
      case Value.Mapping mapping -> !mapping.entries().isEmpty();
      case Value.Duration duration -> duration.type().startsWith("*") || duration.nanos() != 0;
      case Value.Struct _, Value.Time _ -> true;
    };
  }
}
