package dev.firedrill.yaml;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;

/// Counts the nodes of a document with every alias followed, and says when they are too many. Go's
/// YAML libraries refuse documents that consist mostly of aliases; the ratio they allow shrinks
/// with the size.
final class AliasBudget {
  private static final long SMALL = 400_000;
  private static final long LARGE = 4_000_000;

  private final YamlLimits limits;
  private long used;
  private long byAlias;

  AliasBudget(YamlLimits limits) {
    this.limits = limits;
  }

  void reset() {
    used = 0;
    byAlias = 0;
  }

  void node() {
    used++;
  }

  void alias(long size) {
    // Saturates far beyond any limit, long before it could overflow.
    used = Math.min(used + size, Long.MAX_VALUE / 4);
    byAlias = Math.min(byAlias + size, Long.MAX_VALUE / 4);
  }

  long used() {
    return used;
  }

  void check(Location document) {
    boolean mostlyAliases = byAlias > 100 && used > 1000 && byAlias > used * allowedRatio();
    if (mostlyAliases || used > limits.nodes()) {
      String message = "document contains excessive aliasing";
      throw new YamlSyntaxError(
          Diagnostic.error("yaml/limit", message, document)
              .withHelp("write the repeated parts out, or split the file"),
          message);
    }
  }

  private double allowedRatio() {
    if (used <= SMALL) {
      return 0.99;
    }
    return used >= LARGE ? 0.10 : 0.99 - 0.89 * (used - SMALL) / (LARGE - SMALL);
  }
}
