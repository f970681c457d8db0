package dev.firedrill.lint;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.List;

/// One cause gives one finding: where a check knows more of what does not parse, it speaks alone.
public final class MoreSpecific {
  private static final String SYNTAX = "promql/syntax";
  private static final String DEPRECATED = "promql/deprecated";

  private MoreSpecific() {}

  private record Place(SourceFile file, int start) {
    static Place of(Diagnostic finding) {
      return new Place(finding.location().file(), finding.location().span().start());
    }
  }

  /// {@return the findings, without those that others say better}
  public static List<Diagnostic> of(List<Diagnostic> findings) {
    List<Place> better = new ArrayList<>();
    for (Diagnostic finding : findings) {
      if (finding.check().equals(DEPRECATED)) {
        better.add(Place.of(finding));
      }
    }
    if (better.isEmpty()) {
      return findings;
    }
    List<Diagnostic> rest = new ArrayList<>(findings);
    rest.removeIf(finding -> finding.check().equals(SYNTAX) && better.contains(Place.of(finding)));
    return rest;
  }
}
