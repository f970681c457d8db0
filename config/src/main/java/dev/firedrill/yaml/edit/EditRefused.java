package dev.firedrill.yaml.edit;

import dev.firedrill.diagnostic.Location;

/// A change that cannot be made without risk to what else is in the file.
public final class EditRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Location location;

  /// @param message why, to follow `left alone: `
  public EditRefused(String message, Location location) {
    super(message);
    this.location = location;
  }

  /// {@return the place that is in the way}
  public Location location() {
    return location;
  }
}
