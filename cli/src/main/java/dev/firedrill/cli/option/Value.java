package dev.firedrill.cli.option;

import dev.firedrill.cli.console.UsageException;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.labels.Rfc3339;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;

/// An option or argument with one value.
public final class Value {
  private static final long YEAR_10000 = 253_402_300_800L;

  private final String names;
  private final ArgSpec spec;

  Value(String names, ArgSpec spec) {
    this.names = names;
    this.spec = spec;
  }

  /// {@return the longest of its names}
  String name() {
    return names.substring(names.lastIndexOf(' ') + 1);
  }

  /// {@return the value, if one was given}
  public Optional<String> get() {
    return spec.getValue() instanceof String value ? Optional.of(value) : Optional.empty();
  }

  /// {@return the value given, else another}
  public String orElse(String other) {
    return spec.getValue() instanceof String value ? value : other;
  }

  /// {@return the value of an argument that must be given}
  public String required() {
    return get().orElseThrow(() -> new UsageException("missing " + names));
  }

  /// {@return the value as a time, if one was given}
  ///
  /// As RFC 3339 writes it, or in seconds since the epoch.
  public Optional<Instant> time() {
    return get().map(text -> Rfc3339.parse(text).orElseGet(() -> sinceEpoch(text)));
  }

  // BigDecimal takes some milliseconds to set up, so nothing else here may name it.
  private Instant sinceEpoch(String text) {
    try {
      BigDecimal seconds = new BigDecimal(text);
      if (seconds.abs().compareTo(BigDecimal.valueOf(YEAR_10000)) < 0) {
        return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new UsageException(
        names + " '" + text + "': expected a time such as 2026-11-21T03:00:00Z");
  }

  /// {@return the value as a duration of more than nothing, in milliseconds}
  public long millis() {
    long millis = millisOrNone();
    if (millis == 0) {
      throw new UsageException(names + " '" + required() + "': must be more than nothing");
    }
    return millis;
  }

  /// {@return the value as a duration, in milliseconds, 0 for none at all}
  public long millisOrNone() {
    String text = required();
    try {
      return PrometheusDuration.parseMillis(text);
    } catch (GoFormatException e) {
      throw new UsageException(names + " '" + text + "': expected 30s, 1m");
    }
  }

  /// {@return the value as a whole number}
  /// @param other where none was given
  public int integer(int other, int least) {
    if (!(spec.getValue() instanceof String text)) {
      return other;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new UsageException(
        names + " '" + text + "': expected a whole number of at least " + least);
  }
}
