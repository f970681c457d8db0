package dev.firedrill.alertmanager.route;

import dev.firedrill.alertmanager.Matcher;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What must hold of labels that are not known: at least one of some matchers.
///
/// @param anyOf at least one
public record Condition(List<Matcher> anyOf) {
  public Condition {
    anyOf = List.copyOf(anyOf);
  }

  /// {@return the condition that a route's matchers do not all match}
  static Condition noneOf(List<Matcher> matchers) {
    return new Condition(matchers.stream().map(Matcher::negated).toList());
  }

  /// {@return whether it holds}
  public Verdict verdict(KnownLabels labels) {
    boolean never = true;
    for (Matcher matcher : anyOf) {
      switch (labels.verdict(matcher)) {
        case ALWAYS -> {
          return Verdict.ALWAYS;
        }
        case SOMETIMES -> never = false;
        case NEVER -> {
          // Another one may hold.
        }
      }
    }
    return never ? Verdict.NEVER : Verdict.SOMETIMES;
  }

  /// {@return what of it is not decided}
  Condition open(KnownLabels labels) {
    List<Matcher> open = new ArrayList<>();
    for (Matcher matcher : anyOf) {
      if (labels.verdict(matcher) == Verdict.SOMETIMES) {
        open.add(matcher);
      }
    }
    return open.size() == anyOf.size() ? this : new Condition(open);
  }

  /// {@return the matchers with `or` between them}
  @Override
  public String toString() {
    return anyOf.stream().map(Matcher::toString).collect(Collectors.joining(" or "));
  }
}
