package dev.firedrill.series.fault;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;
import org.jspecify.annotations.Nullable;

/// A series that has a fault: what must be known of it as a whole, so that any stretch of it can be
/// changed alike.
final class FaultySeries {
  private final Fault fault;
  private long touched;
  private long firstTime = Long.MAX_VALUE;
  // The last sample before the fault, else the first within it.
  private double kept = Double.NaN;
  private @Nullable NativeHistogram keptHistogram;
  private boolean known;
  private double previous = Double.NaN;
  private long ownReset = Long.MAX_VALUE;

  FaultySeries(Fault fault) {
    this.fault = fault;
  }

  /// Takes the samples that follow, from some time before the fault on.
  void learn(Samples samples) {
    for (int i = 0; i < samples.size(); i++) {
      if (fault.holdsAt(samples.time(i))) {
        firstTime = Math.min(firstTime, samples.time(i));
        touched += touches(samples, i) ? 1 : 0;
        if (!known) {
          keep(samples, i);
        }
      } else if (samples.time(i) < fault.first()) {
        keep(samples, i);
      }
      findReset(samples, i);
    }
  }

  private void keep(Samples samples, int i) {
    known = !StaleNaN.isStale(samples.value(i));
    kept = samples.value(i);
    keptHistogram = samples.histogram(i);
  }

  private void findReset(Samples samples, int i) {
    double value = samples.value(i);
    if (samples.isHistogram(i) || StaleNaN.isStale(value)) {
      return;
    }
    if (samples.time(i) >= fault.first() && value < previous) {
      ownReset = Math.min(ownReset, samples.time(i));
    }
    previous = value;
  }

  private boolean touches(Samples samples, int i) {
    return switch (fault.kind()) {
      case DROP -> true;
      case SET, SCALE, FREEZE -> !StaleNaN.isStale(samples.value(i));
      case ADD, RESET -> !samples.isHistogram(i) && !StaleNaN.isStale(samples.value(i));
    };
  }

  /// {@return how many samples are changed}
  long touched() {
    return touched;
  }

  /// {@return any stretch of the series with the fault}
  Samples changed(Samples samples) {
    Samples changed = new Samples();
    for (int i = 0; i < samples.size(); i++) {
      if (!fault.holdsAt(samples.time(i)) || !touches(samples, i)) {
        changed.append(samples, i);
      } else {
        change(samples, i, changed);
      }
    }
    return changed;
  }

  private void change(Samples samples, int i, Samples changed) {
    long time = samples.time(i);
    double value = samples.value(i);
    @Nullable NativeHistogram histogram = samples.histogram(i);
    switch (fault.kind()) {
      case DROP -> {
        if (fault.marker() && time == firstTime) {
          changed.append(time, StaleNaN.STALE_NAN);
        }
      }
      case SET -> changed.append(time, fault.number());
      case SCALE -> {
        if (histogram == null) {
          changed.append(time, value * fault.number());
        } else {
          changed.append(time, histogram.times(fault.number()));
        }
      }
      case ADD -> changed.append(time, value + fault.number());
      case FREEZE -> {
        @Nullable NativeHistogram frozen = keptHistogram;
        if (frozen == null) {
          changed.append(time, kept);
        } else {
          changed.append(time, frozen);
        }
      }
      case RESET -> changed.append(time, time < ownReset ? value - kept : value);
    }
  }
}
