package dev.firedrill.template.function;

import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;
import java.util.List;

/// A function or method: its parameters, and what it does.
///
/// @param parameters Go types of the parameters; of a variadic function the last may be repeated
///     or left out
public record TemplateFunction(String name, List<String> parameters, boolean variadic, Body body) {
  /// The type of a parameter that takes anything.
  public static final String ANY = "interface {}";

  /// The type of a parameter that takes a string.
  public static final String STRING = "string";

  public TemplateFunction {
    parameters = List.copyOf(parameters);
  }

  /// What a function does with its arguments, which have its parameters' types.
  @FunctionalInterface
  public interface Body {
    /// {@return the result}
    /// @throws ValueFailure with Go's words
    Value call(Environment environment, List<Value> arguments);
  }

  /// {@return a function of fixed parameters}
  public static TemplateFunction of(String name, Body body, String... parameters) {
    return new TemplateFunction(name, List.of(parameters), false, body);
  }

  /// {@return a function whose last parameter may be repeated or left out}
  public static TemplateFunction variadic(String name, Body body, String... parameters) {
    return new TemplateFunction(name, List.of(parameters), true, body);
  }

  /// {@return how many arguments there must be at least}
  public int required() {
    return variadic ? parameters.size() - 1 : parameters.size();
  }

  /// {@return the type that the argument at an index must have}
  public String parameter(int index) {
    return parameters.get(Math.min(index, parameters.size() - 1));
  }
}
