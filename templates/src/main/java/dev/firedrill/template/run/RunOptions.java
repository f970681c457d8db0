package dev.firedrill.template.run;

import dev.firedrill.template.function.Environment;
import dev.firedrill.template.function.Functions;

/// How templates are run.
///
/// @param functions what they may call; at least what their dialect allows
/// @param environment what functions ask of the world
public record RunOptions(Functions functions, Environment environment, MissingKey missingKey) {
  /// {@return the options of Prometheus}
  public static RunOptions prometheus(Environment environment) {
    return new RunOptions(Functions.prometheus(), environment, MissingKey.ZERO);
  }

  /// {@return the options of Alertmanager}
  public static RunOptions alertmanager(Environment environment) {
    return new RunOptions(Functions.alertmanager(), environment, MissingKey.ZERO);
  }
}
