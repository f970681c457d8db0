package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.PrometheusDuration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a test says about the times at which an alert is in a state. Times count from the start of
/// the test; one between two evaluations stands for the evaluation before it.
///
/// @param when whether times are given, and what is said where none are
/// @param stretches the alert is in the state within these and at no other time
/// @param instants the alert is in the state then, whatever it is at other times
/// @param location where it is written
public record StateClaim(
    Phase phase, When when, List<Stretch> stretches, List<Duration> instants, Location location) {
  public StateClaim {
    stretches = List.copyOf(stretches);
    instants = List.copyOf(instants);
  }

  /// What may be said of an alert.
  public enum Phase {
    /// It is pending.
    PENDING("pending"),
    /// It fires.
    FIRES("fires"),
    /// It fired at the evaluation before and does no more.
    RESOLVES("resolves");

    private final String word;

    Phase(String word) {
      this.word = word;
    }

    /// {@return the key in a file of tests}
    public String word() {
      return word;
    }
  }

  /// How times are given.
  public enum When {
    /// At no evaluation.
    NEVER,
    /// At one evaluation at least.
    EVER,
    /// At the times given.
    TIMES;

    /// {@return the word in a file of tests}
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A stretch of time.
  ///
  /// @param from the first evaluation in it
  /// @param until the first evaluation after it; null where it lasts until the test ends
  public record Stretch(Duration from, @Nullable Duration until) {
    /// {@return as a file of tests writes it, `12m..18m`}
    @Override
    public String toString() {
      Duration end = until();
      return end == null ? "from " + time(from) : time(from) + ".." + time(end);
    }
  }

  /// {@return the last time that is named; zero where none is}
  public Duration lastTime() {
    Duration last = Duration.ZERO;
    for (Duration time : times()) {
      last = time.compareTo(last) > 0 ? time : last;
    }
    return last;
  }

  /// {@return all times that are named, in the order written}
  public List<Duration> times() {
    List<Duration> times = new ArrayList<>();
    for (Stretch stretch : stretches) {
      times.add(stretch.from());
      Duration until = stretch.until();
      if (until != null) {
        times.add(until);
      }
    }
    times.addAll(instants);
    return times;
  }

  /// {@return as a file of tests writes it, without the key: `never`, `12m..18m`, `at 5m`}
  public String text() {
    if (when != When.TIMES) {
      return when.word();
    }
    List<String> parts = new ArrayList<>();
    for (Stretch stretch : stretches) {
      parts.add(stretch.toString());
    }
    for (Duration instant : instants) {
      parts.add("at " + time(instant));
    }
    return String.join(", ", parts);
  }

  private static String time(Duration duration) {
    return PrometheusDuration.format(duration.toMillis());
  }
}
