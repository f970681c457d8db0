package dev.firedrill.cli.report;

import dev.firedrill.replay.noise.Together;
import dev.firedrill.replay.noise.Trial;
import org.jspecify.annotations.Nullable;

/// What is said of alerts that fire together, and what is advised: what was tried and would have
/// helped little is not.
public record TogetherWords(Together together) {
  /// {@return whether the inhibit rule is advised}
  public boolean inhibitionAdvised() {
    Trial trial = together.trial();
    return trial == null ? together.covered() > 0 : trial.inhibitionHelps();
  }

  /// {@return whether one group is advised}
  public boolean groupingAdvised() {
    Trial trial = together.trial();
    return together.groupingAdvised() && (trial == null || trial.groupingHelps());
  }

  /// {@return how they fire, and what an inhibit rule would do, or that it would not help}
  public String sentence() {
    return said() + (together.leftOut() ? "; not tried, to send so many alerts takes long" : "");
  }

  private String said() {
    String fire = NoiseWords.of(together);
    String source = NoiseYaml.name(together.source(), together.targets().getFirst());
    Trial trial = together.trial();
    if (inhibitionAdvised()) {
      return fire + "; an inhibit rule would tell of " + source + " alone" + inhibited(trial);
    }
    if (trial == null) {
      return fire;
    }
    String little = fire + "; an inhibit rule would have saved little" + inhibited(trial);
    Integer grouped = trial.grouped();
    return grouped == null || groupingAdvised()
        ? little
        : little + ", one group as little" + told(trial, grouped);
  }

  /// {@return what puts them into one group}
  public String grouping() {
    Trial trial = together.trial();
    String what =
        (inhibitionAdvised() ? "or, to" : "to")
            + " be told of all at once, in the route that they take: group_by: "
            + NoiseYaml.list(together.equal());
    Integer grouped = trial == null ? null : trial.grouped();
    return trial == null || grouped == null ? what : what + told(trial, grouped);
  }

  private String inhibited(@Nullable Trial trial) {
    return trial == null
        ? " ("
            + ClockText.duration(together.covered())
            + " of "
            + ClockText.duration(together.targetMillis())
            + " firing silenced)"
        : told(trial, trial.inhibited());
  }

  private static String told(Trial trial, int after) {
    return " (" + trial.notifications() + " -> " + after + " notifications)";
  }
}
