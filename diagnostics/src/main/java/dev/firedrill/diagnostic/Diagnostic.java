package dev.firedrill.diagnostic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One finding, ready to be shown in any format: the one type that every command reports with.
///
/// @param check id of the check that speaks, such as `promql/syntax`
/// @param severity how bad it is
/// @param message one line, lower-case start, no full stop
/// @param location the place it is about
/// @param notes further places, each with its own message
/// @param help what to do about it; null where the message says it all
/// @param fixes changes that would mend it
public record Diagnostic(
    String check,
    Severity severity,
    String message,
    Location location,
    List<Note> notes,
    @Nullable String help,
    List<Fix> fixes) {
  public Diagnostic {
    notes = List.copyOf(notes);
    fixes = List.copyOf(fixes);
  }

  /// {@return an error at a place}
  public static Diagnostic error(String check, String message, Location location) {
    return of(check, Severity.ERROR, message, location);
  }

  /// {@return a finding at a place}
  public static Diagnostic of(String check, Severity severity, String message, Location location) {
    return new Diagnostic(check, severity, message, location, List.of(), null, List.of());
  }

  /// {@return this with what to do about it}
  public Diagnostic withHelp(@Nullable String text) {
    return new Diagnostic(check, severity, message, location, notes, text, fixes);
  }

  /// {@return this with a further place}
  public Diagnostic withNote(String text, Location place) {
    List<Note> more = new ArrayList<>(notes);
    more.add(new Note(text, place));
    return new Diagnostic(check, severity, message, location, more, help, fixes);
  }

  /// {@return this with a change that mends it}
  public Diagnostic withFix(Fix fix) {
    List<Fix> more = new ArrayList<>(fixes);
    more.add(fix);
    return new Diagnostic(check, severity, message, location, notes, help, more);
  }

  /// {@return this in other words}
  public Diagnostic withMessage(String text) {
    return new Diagnostic(check, severity, text, location, notes, help, fixes);
  }

  /// {@return this at another severity}
  public Diagnostic withSeverity(Severity other) {
    return new Diagnostic(check, other, message, location, notes, help, fixes);
  }
}
