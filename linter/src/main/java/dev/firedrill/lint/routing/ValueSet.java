package dev.firedrill.lint.routing;

import dev.firedrill.alertmanager.Matcher;
import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A set of values that a label may have; the empty value stands for a missing label. Immutable.
public final class ValueSet {
  // More states than real matchers have; beyond, an expression could take exponential time.
  private static final int MOST_STATES = 400;

  /// All values.
  public static final ValueSet ALL =
      new ValueSet(deterministic(BasicOperations.repeat(CharSet.ANY.automaton())));

  private final Automaton values;

  private ValueSet(Automaton values) {
    this.values = values;
  }

  /// {@return the values that a matcher accepts; empty where that is not decided}
  public static Optional<ValueSet> of(Matcher matcher) {
    Optional<Automaton> plain =
        matcher.operator().isRegex()
            ? RegexReader.read(matcher.value()).filter(ValueSet::isTractable)
            : Optional.of(BasicAutomata.makeString(matcher.value()));
    return plain
        .map(ValueSet::deterministic)
        .map(ValueSet::new)
        .map(set -> matcher.operator().isNegative() ? ALL.without(set) : set);
  }

  private static Automaton deterministic(Automaton automaton) {
    automaton.determinize();
    automaton.minimize();
    return automaton;
  }

  // Whether making it deterministic takes no more states than it may: tried out, with a limit.
  private static boolean isTractable(Automaton automaton) {
    Set<Set<State>> seen = new HashSet<>();
    Deque<Set<State>> pending = new ArrayDeque<>();
    pending.add(Set.of(automaton.getInitialState()));
    while (!pending.isEmpty()) {
      Set<State> states = pending.poll();
      if (seen.add(states)) {
        if (seen.size() > MOST_STATES) {
          return false;
        }
        TreeSet<Character> starts = new TreeSet<>();
        for (State state : states) {
          for (Transition transition : state.getTransitions()) {
            starts.add(transition.getMin());
            if (transition.getMax() < Character.MAX_VALUE) {
              starts.add((char) (transition.getMax() + 1));
            }
          }
        }
        for (char start : starts) {
          pending.add(next(states, start));
        }
      }
    }
    return true;
  }

  private static Set<State> next(Set<State> states, char unit) {
    Set<State> next = new HashSet<>();
    for (State state : states) {
      for (Transition transition : state.getTransitions()) {
        if (transition.getMin() <= unit && unit <= transition.getMax()) {
          next.add(transition.getDest());
        }
      }
    }
    return next;
  }

  /// {@return the values that are in both}
  public ValueSet and(ValueSet other) {
    return new ValueSet(deterministic(values.intersection(other.values)));
  }

  /// {@return the values that are in this and not in the other}
  public ValueSet without(ValueSet other) {
    return new ValueSet(deterministic(values.minus(other.values)));
  }

  /// {@return whether there is no value}
  public boolean isEmpty() {
    return values.isEmpty();
  }

  /// {@return whether all values of another set are in this one}
  public boolean includes(ValueSet other) {
    return other.values.subsetOf(values);
  }

  /// {@return whether a value is in the set}
  public boolean has(String value) {
    return values.run(value);
  }

  /// {@return whether the values are few, and these}
  public Optional<Set<String>> few() {
    return Optional.ofNullable(values.getFiniteStrings(64));
  }
}
