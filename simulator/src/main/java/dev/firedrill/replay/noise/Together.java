package dev.firedrill.replay.noise;

import dev.firedrill.replay.AlertReplay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Alerts that fire together.
///
/// @param source the alert of which it is best to be told
/// @param targets those of which one need not be told while it fires
/// @param equal names of the labels in which instances that fire together agree, those left out
///     that rules write themselves; sorted
/// @param covered milliseconds for which instances of the targets fire while one of the source does
///     that agrees with them in these labels
/// @param trial what advice would have come to; null where it was not tried
/// @param leftOut whether it was not tried since that would have taken long
public record Together(
    AlertReplay source,
    List<AlertReplay> targets,
    Relation relation,
    List<String> equal,
    long covered,
    @Nullable Trial trial,
    boolean leftOut) {
  /// Which of the alerts never fire without the other.
  public enum Relation {
    /// None does without the others.
    MUTUAL,
    /// The targets fire only while the source does.
    TARGETS_WITHIN,
    /// The source, graver than the targets, fires only while each of them does.
    SOURCE_WITHIN
  }

  public Together {
    targets = List.copyOf(targets);
    equal = List.copyOf(equal);
  }

  static Together of(
      AlertReplay source, List<AlertReplay> targets, Relation relation, List<String> equal) {
    long covered = targets.stream().mapToLong(each -> Cover.of(source, each, equal)).sum();
    return new Together(source, targets, relation, equal, covered, null, false);
  }

  /// {@return how long all instances of the targets fire, in milliseconds}
  public long targetMillis() {
    return targets.stream().mapToLong(AlertReplay::firingMillis).sum();
  }

  /// {@return whether it is advised that they are told of at once, where the inhibit rule is not
  ///     wanted}
  public boolean groupingAdvised() {
    return relation == Relation.MUTUAL && !equal.isEmpty();
  }

  /// {@return the same after a trial}
  public Together tried(@Nullable Trial result) {
    return new Together(source, targets, relation, equal, covered, result, false);
  }

  /// {@return the same, not tried since that would have taken long}
  public Together untried() {
    return new Together(source, targets, relation, equal, covered, null, true);
  }
}
