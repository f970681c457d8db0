package dev.firedrill.template.value;

import java.util.List;

/// Go's `fmt.Sprint` and `fmt.Sprintln`, and what a template writes for the value of an action.
public final class GoPrint {
  private GoPrint() {}

  /// {@return a value as an action writes it}
  public static String action(Value value) {
    return value instanceof Value.Missing ? "<no value>" : print(dereferenced(value));
  }

  /// {@return a value as `%v` shows it}
  public static String print(Value value) {
    if (value instanceof Value.Text text) {
      return text.value();
    }
    StringBuilder out = new StringBuilder();
    new ValueFormat(out, new Directive()).argument(value, 'v');
    return out.toString();
  }

  /// {@return values one after the other, with a space between two that are no strings}
  public static String print(List<Value> values) {
    StringBuilder out = new StringBuilder();
    boolean afterString = true;
    for (Value value : values) {
      TextLimit.check(out.length());
      boolean string = value instanceof Value.Text;
      if (!out.isEmpty() && !string && !afterString) {
        out.append(' ');
      }
      out.append(print(value));
      afterString = string;
    }
    return out.toString();
  }

  /// {@return values with spaces between them and a line break at the end}
  public static String printLine(List<Value> values) {
    StringBuilder out = new StringBuilder();
    for (Value value : values) {
      TextLimit.check(out.length());
      out.append(out.isEmpty() ? "" : " ").append(print(value));
    }
    return out.append('\n').toString();
  }

  /// {@return what a pointer points to, where Go looks through it before it prints}
  public static Value dereferenced(Value value) {
    return value instanceof Value.Struct(var type, var fields, var boxed, var _)
            && type.startsWith("*")
            && GoText.of(value) == null
        ? new Value.Struct(type.substring(1), fields, boxed, null)
        : value;
  }
}
