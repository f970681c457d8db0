package dev.firedrill.diagnostic;

import java.util.Comparator;
import java.util.List;

/// The order in which findings are shown: by file, place, severity and check.
public final class DiagnosticOrder {
  private static final Comparator<Diagnostic> ORDER =
      Comparator.<Diagnostic, String>comparing(d -> d.location().file().path())
          .thenComparingInt(d -> d.location().span().start())
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::check)
          .thenComparing(Diagnostic::message);

  private DiagnosticOrder() {}

  /// {@return the diagnostics sorted}
  public static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
    return diagnostics.stream().sorted(ORDER).toList();
  }
}
