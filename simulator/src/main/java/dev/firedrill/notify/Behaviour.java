package dev.firedrill.notify;

/// Which Alertmanager is played: where the versions differ in when they notify.
public enum Behaviour {
  /// Alertmanager 0.25 to 0.29.
  V0_25,
  /// Alertmanager 0.34.
  V0_34;

  /// {@return whether an alert that is older than `group_wait` makes a group that still waits flush
  /// at once, though it did not create the group}
  boolean oldAlertEndsWait() {
    return this == V0_25;
  }

  /// {@return whether a group that lost its last alert goes on ticking until the next maintenance}
  boolean keepsEmptyGroups() {
    return this == V0_25;
  }

  /// {@return whether an inhibition rule looks at all sources, instead of the one that ends last}
  boolean scansAllSources() {
    return this == V0_25;
  }
}
