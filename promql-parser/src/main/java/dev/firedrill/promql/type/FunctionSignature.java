package dev.firedrill.promql.type;

import java.util.List;

/// Name, arguments and result of a function.
///
/// @param arguments types of the listed arguments
/// @param variadic 0: exactly the listed arguments; n above 0: the last listed one may be left out
///     or repeated, so that `arguments.size() - 1` to `arguments.size() - 1 + n` are accepted; -1:
///     the last may be given any number of times, none included
/// @param experimental whether it needs the flag `promql-experimental-functions`
public record FunctionSignature(
    String name, List<ValueType> arguments, int variadic, ValueType returns, boolean experimental) {
  public FunctionSignature {
    arguments = List.copyOf(arguments);
  }

  /// {@return the type wanted for the argument at `index`; arguments beyond the listed ones are
  ///     like the last}
  public ValueType argument(int index) {
    return arguments.get(Math.min(index, arguments.size() - 1));
  }
}
