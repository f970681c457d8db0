package dev.firedrill.cli.rehearsal;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;

/// One thing that a part of a rehearsal looked at or found.
///
/// @param tone how it is meant
/// @param title what it is: a test's name, a check
/// @param place where it stands, `rules.yml:12`
/// @param text in one line; may be empty
/// @param more with the source, as the part's own command prints it; may be empty
public record SectionItem(Tone tone, String title, String place, String text, String more) {
  /// How an item is meant.
  public enum Tone {
    PASSED,
    FAILED,
    ERROR,
    WARNING,
    INFO
  }

  /// {@return a test that passed or failed}
  static SectionItem test(boolean passed, String name, Location location) {
    return new SectionItem(passed ? Tone.PASSED : Tone.FAILED, name, place(location), "", "");
  }

  static Tone tone(Severity severity) {
    return switch (severity) {
      case ERROR -> Tone.ERROR;
      case WARNING -> Tone.WARNING;
      case INFO -> Tone.INFO;
    };
  }

  static String place(Location location) {
    return location.file().path() + ":" + location.start().line();
  }
}
