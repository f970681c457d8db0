package dev.firedrill.template.run;

import dev.firedrill.template.function.Environment;
import dev.firedrill.template.function.Functions;

/// How a template is run, and those that run within it: all together may do so much work and no
/// more.
///
/// @param functions what they may call; at least what their dialect allows
/// @param environment what functions ask of the world
public record RunOptions(Functions functions, Environment environment, MissingKey missingKey) {
  public RunOptions {
    environment = Metered.of(environment);
  }

  /// {@return the options of Prometheus}
  public static RunOptions prometheus(Environment environment) {
    return new RunOptions(Functions.prometheus(), environment, MissingKey.ZERO);
  }

  /// {@return the options of Alertmanager}
  public static RunOptions alertmanager(Environment environment) {
    return new RunOptions(Functions.alertmanager(), environment, MissingKey.ZERO);
  }
}
