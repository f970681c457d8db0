package dev.firedrill.engine.operator;

import dev.firedrill.engine.Annotation;
import dev.firedrill.engine.Annotations;
import org.jspecify.annotations.Nullable;

/// What there is to be said on the pairs of a step: only the last note counts, as in Prometheus.
final class LastNote {
  private @Nullable Annotation last;
  private boolean several;

  /// Takes what is said on a pair.
  ///
  /// @param note null where there is nothing to be said
  void take(@Nullable Annotation note) {
    Annotation before = last;
    if (note != null) {
      several |= before != null && !before.equals(note);
      last = note;
    }
  }

  /// Adds the last note of a step, where there is one.
  void endStep(Annotations annotations) {
    Annotation note = last;
    if (note != null) {
      annotations.addLast(note, several);
      last = null;
      several = false;
    }
  }
}
