package dev.firedrill.alertmanager.route;

import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What is known of the value of one label. The empty value stands for a missing label.
public sealed interface LabelKnowledge {
  /// The value is one of these.
  ///
  /// @param values sorted, each once; none where nothing can be
  record OneOf(List<String> values) implements LabelKnowledge {
    private static final OneOf MISSING = new OneOf(List.of(""));

    public OneOf {
      values = List.copyOf(new TreeSet<>(values));
    }
  }

  /// The value may be anything that satisfies some matchers.
  ///
  /// @param holds matchers of this label; none where any value is possible, or none at all
  record Unknown(List<Matcher> holds) implements LabelKnowledge {
    private static final Unknown ANYTHING = new Unknown(List.of());

    public Unknown {
      holds = List.copyOf(holds);
    }
  }

  /// {@return no knowledge at all}
  static LabelKnowledge anything() {
    return Unknown.ANYTHING;
  }

  /// {@return knowledge of a label that is missing}
  static LabelKnowledge missing() {
    return OneOf.MISSING;
  }

  /// {@return knowledge of a label that has this value; an empty one stands for a missing label}
  static LabelKnowledge of(String value) {
    return new OneOf(List.of(value));
  }

  /// {@return knowledge of a label that has one of these values}
  static LabelKnowledge oneOf(Collection<String> values) {
    return new OneOf(List.copyOf(values));
  }

  /// {@return knowledge of a label that is there, with any value}
  static LabelKnowledge present(String name) {
    return new Unknown(List.of(Matcher.of(name, Operator.NOT_EQUAL, "")));
  }

  /// {@return the only value, where there is but one; empty text for a missing label}
  default Optional<String> value() {
    return this instanceof OneOf(List<String> values) && values.size() == 1
        ? Optional.of(values.getFirst())
        : Optional.empty();
  }

  /// {@return whether a matcher of this label holds}
  ///
  /// `SOMETIMES` where it cannot be told: two regular expressions are compared by their text only,
  /// and `.` counts as matching a newline.
  default Verdict verdict(Matcher matcher) {
    return switch (this) {
      case OneOf(List<String> values) -> ofValues(values, matcher);
      case Unknown(List<Matcher> holds) -> ofMatchers(holds, matcher);
    };
  }

  /// {@return what is known once a matcher of this label holds, too}
  default LabelKnowledge assuming(Matcher matcher) {
    return switch (this) {
      case OneOf(List<String> values) ->
          new OneOf(values.stream().filter(matcher::matches).toList());
      case Unknown(List<Matcher> holds) -> {
        Optional<Set<String>> accepted = matcher.acceptedValues();
        if (accepted.isPresent()) {
          yield new OneOf(
              accepted.get().stream().filter(value -> all(holds, value)).sorted().toList());
        }
        if (holds.contains(matcher)) {
          yield this;
        }
        List<Matcher> more = new ArrayList<>(holds);
        more.add(matcher);
        yield new Unknown(more);
      }
    };
  }

  /// {@return whether no value is left}
  default boolean impossible() {
    return this instanceof OneOf(List<String> values) && values.isEmpty();
  }

  /// {@return whether the label may be missing}
  default boolean mayBeMissing() {
    return switch (this) {
      case OneOf(List<String> values) -> values.contains("");
      case Unknown(List<Matcher> holds) -> all(holds, "");
    };
  }

  /// {@return what is known where either this or something else holds}
  default LabelKnowledge or(LabelKnowledge other) {
    if (this instanceof OneOf(List<String> mine) && other instanceof OneOf(List<String> its)) {
      List<String> both = new ArrayList<>(mine);
      both.addAll(its);
      return new OneOf(both);
    }
    List<Matcher> shared = new ArrayList<>();
    for (LabelKnowledge one : List.of(this, other)) {
      if (one instanceof Unknown(List<Matcher> holds)) {
        for (Matcher matcher : holds) {
          boolean both =
              verdict(matcher) == Verdict.ALWAYS && other.verdict(matcher) == Verdict.ALWAYS;
          if (both && !shared.contains(matcher)) {
            shared.add(matcher);
          }
        }
      }
    }
    return new Unknown(shared);
  }

  private static Verdict ofValues(List<String> values, Matcher matcher) {
    int matching = 0;
    for (String value : values) {
      matching += matcher.matches(value) ? 1 : 0;
    }
    if (matching == 0) {
      return Verdict.NEVER;
    }
    return matching == values.size() ? Verdict.ALWAYS : Verdict.SOMETIMES;
  }

  private static Verdict ofMatchers(List<Matcher> holds, Matcher matcher) {
    Operator operator = matcher.operator();
    if (operator.isNegative()) {
      return ofMatchers(holds, matcher.negated()).not();
    }
    Optional<Set<String>> accepted = matcher.acceptedValues();
    if (accepted.isPresent()) {
      return accepted.get().stream().anyMatch(value -> all(holds, value))
          ? Verdict.SOMETIMES
          : Verdict.NEVER;
    }
    return ofRegex(holds, matcher);
  }

  private static Verdict ofRegex(List<Matcher> holds, Matcher matcher) {
    Matcher opposite = matcher.negated();
    if (holds.contains(matcher) || matcher.value().equals(".*")) {
      return Verdict.ALWAYS;
    }
    if (holds.contains(opposite)) {
      return Verdict.NEVER;
    }
    boolean some = matcher.value().equals(".+");
    return some && !all(holds, "") ? Verdict.ALWAYS : Verdict.SOMETIMES;
  }

  private static boolean all(List<Matcher> holds, String value) {
    for (Matcher matcher : holds) {
      if (!matcher.matches(value)) {
        return false;
      }
    }
    return true;
  }
}
