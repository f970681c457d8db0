package dev.firedrill.diagnostic;

import java.util.List;

/// The order in which findings are shown: by file, place, severity and check.
public final class DiagnosticOrder {
  private DiagnosticOrder() {}

  /// {@return the diagnostics sorted}
  public static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
    return diagnostics.stream().sorted(DiagnosticOrder::compare).toList();
  }

  /// {@return which of two diagnostics of one file starts first, as a comparator does}
  ///
  /// Written out, as is all of the order: the comparators of the JDK's `Comparator.comparing` are
  /// serializable lambdas, whose classes are made anew at every start.
  public static int byPlace(Diagnostic one, Diagnostic other) {
    return Integer.compare(one.location().span().start(), other.location().span().start());
  }

  private static int compare(Diagnostic one, Diagnostic other) {
    int order = one.location().file().path().compareTo(other.location().file().path());
    if (order == 0) {
      order = byPlace(one, other);
    }
    if (order == 0) {
      order = one.severity().compareTo(other.severity());
    }
    if (order == 0) {
      order = one.check().compareTo(other.check());
    }
    return order == 0 ? one.message().compareTo(other.message()) : order;
  }
}
