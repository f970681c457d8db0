package dev.firedrill.replay.noise;

import dev.firedrill.alert.AlertInterval;
import dev.firedrill.alert.AlertTimeline;
import dev.firedrill.engine.Engine;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.replay.AlertReplay;
import dev.firedrill.replay.ReplayReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// What makes the alerts of a replay noisy.
///
/// @param flapping the one that flaps most first
/// @param never in the order of the files
/// @param always in the order of the files
public record Noise(
    List<Flapping> flapping,
    List<Together> together,
    List<NeverFired> never,
    List<AlwaysFiring> always) {
  public Noise {
    flapping = List.copyOf(flapping);
    together = List.copyOf(together);
    never = List.copyOf(never);
    always = List.copyOf(always);
  }

  /// {@return the noise in a replay}
  /// @param engine evaluates what alerts watch that never fired
  public static Noise of(ReplayReport report, Engine engine, NoiseLimits limits) {
    List<Flapping> flapping = new ArrayList<>();
    List<NeverFired> never = new ArrayList<>();
    List<AlwaysFiring> always = new ArrayList<>();
    Set<AlertReplay> constant = Collections.newSetFromMap(new IdentityHashMap<>());
    NeverFiredFinder finder = new NeverFiredFinder(report, engine, limits);
    for (AlertReplay alert : report.alerts()) {
      FlapFinder.find(alert, limits).ifPresent(flapping::add);
      finder.find(alert).ifPresent(never::add);
      Optional<AlwaysFiring> all = always(alert, limits);
      if (all.isPresent()) {
        constant.add(alert);
        always.add(all.get());
      }
    }
    flapping.sort((one, other) -> Integer.compare(other.flaps(), one.flaps()));
    List<Together> together = new TogetherFinder(report.alerts(), constant, limits).find();
    return new Noise(flapping, together, never, always);
  }

  /// {@return the same after advice was tried}
  ///
  /// @param trials tries what is advised against alerts that fire together
  public Noise tried(UnaryOperator<Together> trials) {
    return new Noise(flapping, together.stream().map(trials).toList(), never, always);
  }

  /// {@return whether there is none}
  public boolean isEmpty() {
    return flapping.isEmpty() && together.isEmpty() && never.isEmpty() && always.isEmpty();
  }

  private static Optional<AlwaysFiring> always(AlertReplay alert, NoiseLimits limits) {
    TimeGrid times = alert.times();
    if (times == null || times.count() < 2) {
      return Optional.empty();
    }
    int instances = 0;
    double most = 0;
    for (AlertTimeline instance : alert.instances()) {
      double share = (double) firing(instance, times) / times.count();
      instances += share >= limits.alwaysShare() ? 1 : 0;
      most = Math.max(most, share);
    }
    boolean unconditional =
        alert.rule().expr().result() instanceof ParseResult.Parsed parsed
            && ExprWalk.selectors(parsed.expr()).isEmpty();
    return instances == 0
        ? Optional.empty()
        : Optional.of(new AlwaysFiring(alert, instances, most, unconditional));
  }

  /// At how many evaluations an instance fires.
  private static long firing(AlertTimeline instance, TimeGrid times) {
    long steps = 0;
    for (AlertInterval firing : instance.firing()) {
      steps += firing.length() / times.step() + (firing.open() ? 1 : 0);
    }
    return steps;
  }
}
