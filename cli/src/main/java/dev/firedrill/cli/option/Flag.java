package dev.firedrill.cli.option;

import picocli.CommandLine.Model.ArgSpec;

/// An option that is given or not.
public final class Flag {
  private final ArgSpec spec;

  Flag(ArgSpec spec) {
    this.spec = spec;
  }

  /// {@return whether it was given}
  public boolean given() {
    return spec.getValue() instanceof Boolean value && value;
  }
}
