package dev.firedrill.lint.check.online;

import dev.firedrill.client.SeriesSink;
import dev.firedrill.labels.Labels;
import java.util.HashMap;
import java.util.Map;

/// Counts how often an alert would have fired, from the steps at which its expression returned
/// something.
final class FiringCount implements SeriesSink {
  private final long step;
  private final long hold;
  private final long keep;
  private final Map<Labels, Instance> instances;
  private Instance current = new Instance();

  /// One alert: how it was at the last step at which it was there.
  private static final class Instance {
    private long since = Long.MIN_VALUE;
    private long last = Long.MIN_VALUE;
    private boolean fired;
    private int firings;

    Instance copy() {
      Instance copy = new Instance();
      copy.since = since;
      copy.last = last;
      copy.fired = fired;
      copy.firings = firings;
      return copy;
    }
  }

  /// A count that has seen nothing.
  ///
  /// @param step milliseconds between two evaluations
  /// @param hold `for`, in milliseconds
  /// @param keep `keep_firing_for`, in milliseconds
  FiringCount(long step, long hold, long keep) {
    this(step, hold, keep, new HashMap<>());
  }

  private FiringCount(long step, long hold, long keep, Map<Labels, Instance> instances) {
    this.step = step;
    this.hold = hold;
    this.keep = keep;
    this.instances = instances;
  }

  /// {@return a count that goes on where this one is, and leaves it as it is}
  FiringCount next() {
    Map<Labels, Instance> copies = new HashMap<>();
    instances.forEach((labels, instance) -> copies.put(labels, instance.copy()));
    return new FiringCount(step, hold, keep, copies);
  }

  @Override
  public void series(Labels labels) {
    current = instances.computeIfAbsent(labels, _ -> new Instance());
  }

  @Override
  public void sample(long time, double value) {
    Instance alert = current;
    boolean gap = alert.last == Long.MIN_VALUE || time - alert.last > step;
    boolean kept = gap && alert.fired && time - alert.last - step <= keep && keep > 0;
    if (gap && !kept) {
      alert.since = time;
      alert.fired = false;
    }
    alert.last = time;
    if (!alert.fired && time - alert.since >= hold) {
      alert.fired = true;
      alert.firings++;
    }
  }

  @Override
  public void histogram(long time) {
    sample(time, Double.NaN);
  }

  /// {@return how often one of the alerts fired}
  int firings() {
    return instances.values().stream().mapToInt(instance -> instance.firings).sum();
  }

  /// {@return how many alerts fired at all}
  int instances() {
    return (int) instances.values().stream().filter(instance -> instance.firings > 0).count();
  }
}
