package dev.firedrill.lint.check.rule;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Files that are copies of each other: the same rules for several servers, as for staging and
/// production. No Prometheus loads both, though they lie in one folder.
final class Variants {
  // A few rules may be copied by mistake; a whole file is not.
  private static final int LEAST_RULES = 8;

  private final IdentityHashMap<SourceFile, Set<String>> names = new IdentityHashMap<>();
  private final Map<List<SourceFile>, Boolean> known = new HashMap<>();

  private Variants() {}

  static Variants of(RuleSet rules) {
    Variants variants = new Variants();
    for (RuleFile file : rules.files()) {
      Set<String> own = new HashSet<>();
      for (Rule rule : file.rules()) {
        own.add(rule.name().value());
      }
      variants.names.put(file.source(), own);
    }
    return variants;
  }

  /// {@return whether two rules stand in files that are copies of each other}
  boolean areVariants(Rule one, Rule other) {
    SourceFile file = one.location().file();
    SourceFile otherFile = other.location().file();
    return file != otherFile
        && known.computeIfAbsent(List.of(file, otherFile), files -> areCopies(file, otherFile));
  }

  // Nearly all names of the shorter one.
  private boolean areCopies(SourceFile file, SourceFile other) {
    Set<String> own = names.getOrDefault(file, Set.of());
    Set<String> others = names.getOrDefault(other, Set.of());
    Set<String> shared = new HashSet<>(own);
    shared.retainAll(others);
    int least = Math.min(own.size(), others.size());
    return shared.size() >= LEAST_RULES && 10 * shared.size() >= 8 * least;
  }
}
