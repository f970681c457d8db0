package dev.firedrill.lint;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One cause gives one finding: where a check knows more of what does not parse, it speaks alone.
public final class MoreSpecific {
  // Ids whose findings say at the same place what the first one says, and why.
  private static final Map<String, Set<String>> BETTER =
      Map.of(
          "promql/syntax",
          Set.of("promql/deprecated"),
          "route/never-used",
          Set.of("route/unreachable", "route/contradiction"));

  private MoreSpecific() {}

  private record Place(SourceFile file, int start) {
    static Place of(Diagnostic finding) {
      return new Place(finding.location().file(), finding.location().span().start());
    }
  }

  /// {@return the findings, without those that others say better}
  public static List<Diagnostic> of(List<Diagnostic> findings) {
    Map<Place, Set<String>> ids = new HashMap<>();
    for (Diagnostic finding : findings) {
      ids.computeIfAbsent(Place.of(finding), place -> new HashSet<>()).add(finding.check());
    }
    Set<Place> tooNew = new HashSet<>();
    for (Diagnostic finding : findings) {
      if (isExperimental(finding) && finding.severity() == Severity.ERROR) {
        tooNew.add(Place.of(finding));
      }
    }
    List<Diagnostic> rest = new ArrayList<>(findings);
    rest.removeIf(
        finding -> {
          // What a server does not know at all needs no flag.
          if (isExperimental(finding) && finding.severity() != Severity.ERROR) {
            return tooNew.contains(Place.of(finding));
          }
          Set<String> better = BETTER.getOrDefault(finding.check(), Set.of());
          Set<String> here = ids.getOrDefault(Place.of(finding), Set.of());
          return better.stream().anyMatch(here::contains);
        });
    return rest;
  }

  private static boolean isExperimental(Diagnostic finding) {
    return finding.check().equals("promql/experimental");
  }
}
