package dev.firedrill.notify;

import dev.firedrill.alertmanager.Integration;
import dev.firedrill.alertmanager.Receiver;

/// Whoever is notified.
@FunctionalInterface
public interface Receivers {
  /// Takes everything.
  Receivers WORKING = (receiver, integration, time) -> Delivery.OK;

  /// {@return how a message is taken}
  ///
  /// @param time epoch milliseconds
  Delivery deliver(Receiver receiver, Integration integration, long time);
}
