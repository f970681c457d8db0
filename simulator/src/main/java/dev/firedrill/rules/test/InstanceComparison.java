package dev.firedrill.rules.test;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.test.AlertLog.History;
import dev.firedrill.rules.test.StateClaim.Phase;
import dev.firedrill.rules.test.StateClaim.Stretch;
import dev.firedrill.rules.test.StateClaim.When;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Compares what one instance of an alert did with what is claimed of it.
final class InstanceComparison {
  private final AlertBehaviour behaviour;
  private final History instance;
  private final int steps;
  private final long interval;
  private final List<String> problems = new ArrayList<>();
  private final List<Observation> expected = new ArrayList<>();
  private final List<Observation> got = new ArrayList<>();
  private @Nullable Integer firstStep;

  InstanceComparison(AlertBehaviour behaviour, History instance, AlertLog log, long interval) {
    this.behaviour = behaviour;
    this.instance = instance;
    this.steps = log.steps();
    this.interval = interval;
  }

  BehaviourComparison.Verdict verdict() {
    for (StateClaim claim : behaviour.claims()) {
      BitSet is = steps(claim.phase());
      int differing = differing(claim, is);
      if (differing >= 0) {
        problems.add(
            name()
                + ": expected "
                + claim.phase().word()
                + ' '
                + claim.text()
                + ", got "
                + text(claim.phase(), is));
        note(differing);
      }
    }
    if (problems.isEmpty()) {
      compareAnnotations();
    } else {
      ActiveAlert last = instance.at(instance.states().size() - 1);
      got.add(
          new Observation.FiringAlert(
              new TreeMap<>(instance.labels().toMap()),
              last == null ? new TreeMap<>() : last.annotations()));
    }
    return new BehaviourComparison.Verdict(problems, expected, got, firstStep);
  }

  private String name() {
    return Observation.braces(BehaviourComparison.withoutName(instance.labels()));
  }

  private void note(int step) {
    firstStep = firstStep == null ? step : Math.min(firstStep, step);
  }

  private BitSet steps(Phase phase) {
    BitSet is = new BitSet(steps);
    for (int step = 0; step < steps; step++) {
      boolean in =
          switch (phase) {
            case PENDING -> instance.pending(step);
            case FIRES -> instance.firing(step);
            case RESOLVES -> instance.firing(step - 1) && !instance.firing(step);
          };
      is.set(step, in);
    }
    return is;
  }

  /// {@return the first step that is not as claimed; -1 where all is}
  private int differing(StateClaim claim, BitSet is) {
    if (claim.when() == When.NEVER) {
      return is.nextSetBit(0);
    }
    if (claim.when() == When.EVER) {
      return is.isEmpty() ? steps - 1 : -1;
    }
    for (Duration instant : claim.instants()) {
      if (!is.get(step(instant))) {
        return step(instant);
      }
    }
    if (claim.stretches().isEmpty()) {
      return -1;
    }
    BitSet different = wanted(claim);
    for (Duration instant : claim.instants()) {
      different.set(step(instant));
    }
    different.xor(is);
    return different.nextSetBit(0);
  }

  private BitSet wanted(StateClaim claim) {
    BitSet wanted = new BitSet(steps);
    for (Stretch stretch : claim.stretches()) {
      Duration until = stretch.until();
      int from = Math.min(steps, step(stretch.from()));
      wanted.set(from, until == null ? steps : Math.clamp(step(until), from, steps));
    }
    return wanted;
  }

  private int step(Duration time) {
    return (int) (time.toMillis() / interval);
  }

  // As a file of tests would say it, so that it can be copied there.
  private String text(Phase phase, BitSet is) {
    if (is.isEmpty()) {
      return "never";
    }
    List<String> parts = new ArrayList<>();
    for (int from = is.nextSetBit(0); from >= 0; ) {
      int until = is.nextClearBit(from);
      if (phase == Phase.RESOLVES) {
        parts.add("at " + time(from));
      } else {
        parts.add(until >= steps ? "from " + time(from) : time(from) + ".." + time(until));
      }
      from = is.nextSetBit(until);
    }
    return String.join(", ", parts);
  }

  private String time(int step) {
    return PrometheusDuration.format(step * interval);
  }

  private void compareAnnotations() {
    if (behaviour.annotations().isEmpty()) {
      return;
    }
    for (int step = 0; step < steps; step++) {
      ActiveAlert alert = instance.at(step);
      if (alert != null && claimed(alert, step) && !matches(alert)) {
        report(alert, step);
        return;
      }
    }
  }

  // Of a state claimed to be at some instants only, only those count.
  private boolean claimed(ActiveAlert alert, int step) {
    Phase phase = alert.isFiring() ? Phase.FIRES : Phase.PENDING;
    for (StateClaim claim : behaviour.claims()) {
      boolean anyTime = claim.when() == When.EVER || !claim.stretches().isEmpty();
      boolean then = claim.instants().stream().anyMatch(instant -> step(instant) == step);
      if (claim.phase() == phase && (anyTime || then)) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(ActiveAlert alert) {
    return behaviour.annotations().stream()
        .allMatch(matcher -> matcher.matches(value(alert, matcher)));
  }

  private static String value(ActiveAlert alert, LabelMatcher matcher) {
    return alert.annotations().getOrDefault(matcher.name(), "");
  }

  private void report(ActiveAlert alert, int step) {
    problems.add(name() + ": annotations differ at " + time(step));
    SortedMap<String, String> labels = new TreeMap<>(instance.labels().toMap());
    SortedMap<String, String> wanted = new TreeMap<>();
    SortedMap<String, String> found = new TreeMap<>();
    for (LabelMatcher matcher : behaviour.annotations()) {
      String value = value(alert, matcher);
      boolean exact = matcher.operator() == Operator.EQUAL;
      String shown = matcher.matches(value) || exact ? value : "=~ " + matcher.value();
      wanted.put(matcher.name(), exact ? matcher.value() : shown);
      found.put(matcher.name(), value);
    }
    expected.add(new Observation.FiringAlert(labels, wanted));
    got.add(new Observation.FiringAlert(labels, found));
    note(step);
  }
}
