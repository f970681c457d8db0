package dev.firedrill.prometheus;

import java.util.Locale;
import java.util.Optional;

/// What a relabelling rule does.
public enum RelabelAction {
  /// Sets the target label where the regular expression matches the source labels.
  REPLACE,
  /// Drops what the regular expression does not match.
  KEEP,
  /// Drops what the regular expression matches.
  DROP,
  /// Drops what has another value in the target label than in the source labels.
  KEEPEQUAL,
  /// Drops what has the same value in the target label as in the source labels.
  DROPEQUAL,
  /// Sets the target label to a hash of the source labels.
  HASHMOD,
  /// Copies labels whose names match, under other names.
  LABELMAP,
  /// Takes away labels whose names match.
  LABELDROP,
  /// Takes away labels whose names do not match.
  LABELKEEP,
  /// Sets the target label to the source labels in lower case.
  LOWERCASE,
  /// Sets the target label to the source labels in upper case.
  UPPERCASE;

  /// {@return the action of a name, whatever its case, as Prometheus takes it}
  static Optional<RelabelAction> of(String word) {
    for (RelabelAction action : values()) {
      if (action.word().equals(word.toLowerCase(Locale.ROOT))) {
        return Optional.of(action);
      }
    }
    return Optional.empty();
  }

  /// {@return the action as files write it}
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// {@return whether it compares two labels for equality}
  boolean comparesLabels() {
    return this == KEEPEQUAL || this == DROPEQUAL;
  }

  /// {@return whether it writes another form of the source labels}
  boolean changesCase() {
    return this == LOWERCASE || this == UPPERCASE;
  }
}
