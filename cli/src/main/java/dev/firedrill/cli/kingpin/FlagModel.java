package dev.firedrill.cli.kingpin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A flag that a command has.
///
/// @param name without dashes
/// @param letter the short form; 0 for none
/// @param label what the value is, as the help shows it; null for a flag without a value
/// @param fallback the value where none is given; null for none
/// @param many whether it may be given several times
/// @param required whether it must be given
/// @param allowed what the value must be one of; empty for anything
/// @param file whether the value must be a file that exists
public record FlagModel(
    String name,
    char letter,
    @Nullable String label,
    @Nullable String fallback,
    boolean many,
    boolean required,
    List<String> allowed,
    boolean file,
    String help) {
  public FlagModel {
    allowed = List.copyOf(allowed);
  }

  /// {@return a flag without a value}
  public static FlagModel yes(String name, String help) {
    return new FlagModel(name, (char) 0, null, null, false, false, List.of(), false, help);
  }

  /// {@return a flag with one value}
  public static FlagModel value(String name, String label, String help) {
    return new FlagModel(name, (char) 0, label, null, false, false, List.of(), false, help);
  }

  /// {@return this with a short form}
  public FlagModel or(char short1) {
    return new FlagModel(name, short1, label(), fallback(), many, required, allowed, file, help);
  }

  /// {@return this with a value where none is given}
  public FlagModel otherwise(String value) {
    return new FlagModel(name, letter, label(), value, many, required, allowed, file, help);
  }

  /// {@return this, given any number of times}
  public FlagModel anyTimes() {
    return new FlagModel(name, letter, label(), fallback(), true, required, allowed, file, help);
  }

  /// {@return this, to be given}
  public FlagModel needed() {
    return new FlagModel(name, letter, label(), fallback(), many, true, allowed, file, help);
  }

  /// {@return this with a choice of values}
  public FlagModel oneOf(String... values) {
    return new FlagModel(
        name, letter, label(), fallback(), many, required, List.of(values), file, help);
  }

  /// {@return this with the path of a file for its value}
  public FlagModel existingFile() {
    return new FlagModel(name, letter, label(), fallback(), many, required, allowed, true, help);
  }

  /// {@return whether it has no value}
  public boolean isSwitch() {
    return label() == null;
  }
}
