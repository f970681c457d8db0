package dev.firedrill.cli.finding;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.lint.Silenced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Findings that are known and left for later: how many there are of each fingerprint.
final class Baseline {
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /// Some findings of one fingerprint.
  ///
  /// @param message of one of them, for people
  record Entry(Fingerprint fingerprint, String message, int count) {}

  /// Adds findings.
  void add(Entry entry) {
    entries.merge(
        entry.fingerprint().hash(),
        entry,
        (one, more) -> new Entry(one.fingerprint(), one.message(), one.count() + more.count()));
  }

  /// {@return the findings as a baseline}
  ///
  /// @param paths makes of a path as printed one that does not depend on the working directory
  static Baseline of(Judgement judgement, UnaryOperator<String> paths) {
    Baseline baseline = new Baseline();
    Fingerprint.Maker fingerprints = new Fingerprint.Maker(paths);
    for (Diagnostic finding : judgement.findings()) {
      String message = judgement.message(finding);
      baseline.add(new Entry(fingerprints.of(finding), message, 1));
    }
    return baseline;
  }

  /// {@return the entries by path, check and message: in an order that changes as little as they}
  List<Entry> sorted() {
    List<Entry> sorted = new ArrayList<>(entries.values());
    sorted.sort(Baseline::compare);
    return sorted;
  }

  private static int compare(Entry one, Entry other) {
    int order = one.fingerprint().path().compareTo(other.fingerprint().path());
    order = order == 0 ? one.fingerprint().check().compareTo(other.fingerprint().check()) : order;
    order = order == 0 ? one.message().compareTo(other.message()) : order;
    return order == 0 ? one.fingerprint().hash().compareTo(other.fingerprint().hash()) : order;
  }

  /// What a baseline makes of findings.
  ///
  /// @param judgement the findings that are not in it
  /// @param missing for each entry that is not found, or not as often, how many are missing
  record Outcome(Judgement judgement, Map<Entry, Integer> missing) {}

  /// {@return the findings without those that are known}
  ///
  /// @param reason why they are not reported
  Outcome apply(Judgement judgement, UnaryOperator<String> paths, String reason) {
    Map<String, Integer> left = new HashMap<>();
    entries.forEach((hash, entry) -> left.put(hash, entry.count()));
    Fingerprint.Maker fingerprints = new Fingerprint.Maker(paths);
    List<Diagnostic> fresh = new ArrayList<>();
    List<Silenced> known = new ArrayList<>();
    for (Diagnostic finding : judgement.findings()) {
      String hash = fingerprints.of(finding).hash();
      int count = left.getOrDefault(hash, 0);
      if (count > 0) {
        left.put(hash, count - 1);
        known.add(new Silenced(finding, false, reason));
      } else {
        fresh.add(finding);
      }
    }
    Map<Entry, Integer> missing = new LinkedHashMap<>();
    entries.forEach(
        (hash, entry) -> {
          int count = left.getOrDefault(hash, 0);
          if (count > 0) {
            missing.put(entry, count);
          }
        });
    return new Outcome(judgement.withFindings(fresh).withSilenced(known), missing);
  }
}
