package dev.firedrill.cli.option;

import dev.firedrill.cli.console.UsageException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/// An option or argument with any number of values.
public final class Values {
  private final String names;
  private final ArgSpec spec;

  Values(String names, ArgSpec spec) {
    this.names = names;
    this.spec = spec;
  }

  /// {@return the values of an argument of which at least one must be given}
  public List<String> required() {
    List<String> values = get();
    if (values.isEmpty()) {
      throw new UsageException("missing " + names);
    }
    return values;
  }

  /// {@return the values in the order given}
  public List<String> get() {
    List<String> values = new ArrayList<>();
    if (spec.getValue() instanceof List<?> given) {
      for (Object value : given) {
        values.add(String.valueOf(value));
      }
    }
    return values;
  }

  /// {@return the values, each split at commas; none where the option is not given}
  ///
  /// @param what each value names: `check`
  /// @throws UsageException when the option is given without any, as by a variable that is not set
  public List<String> chosen(String what) {
    List<String> values = split();
    if (values.isEmpty() && !get().isEmpty()) {
      throw new UsageException(names + " '" + get().getFirst() + "': names no " + what);
    }
    return values;
  }

  /// {@return the values, each split at commas}
  public List<String> split() {
    List<String> values = new ArrayList<>();
    for (String value : get()) {
      for (String part : value.split(",", -1)) {
        if (!part.isBlank()) {
          values.add(part.strip());
        }
      }
    }
    return values;
  }
}
