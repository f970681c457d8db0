package dev.firedrill.cli.rehearsal;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The findings that parts of a rehearsal have told: several parts read the same files, and each
/// finding is told once.
public final class ToldFindings {
  private final Set<String> told = new HashSet<>();

  /// Nothing is told yet.
  public ToldFindings() {}

  /// {@return the findings that no part has told yet; it is told of them now}
  public List<Diagnostic> news(List<Diagnostic> found) {
    return found.stream().filter(each -> told.add(key(each))).toList();
  }

  private static String key(Diagnostic finding) {
    Location place = finding.location();
    return finding.check() + ' ' + place.file().path() + ' ' + place.span();
  }
}
