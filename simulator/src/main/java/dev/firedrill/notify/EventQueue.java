package dev.firedrill.notify;

import java.util.Comparator;
import java.util.PriorityQueue;

/// What is to happen on the virtual clock, in order of time. Of things at the same time, what comes
/// from outside happens before timers run out, and else what was planned first.
final class EventQueue {
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(
          Comparator.comparingLong(Event::time)
              .thenComparing(Event::timer)
              .thenComparingLong(Event::number));
  private long planned;

  private record Event(long time, boolean timer, long number, Runnable action) {}

  /// Plans something that comes from outside.
  ///
  /// @param time epoch milliseconds
  void arrival(long time, Runnable action) {
    events.add(new Event(time, false, planned++, action));
  }

  /// Plans something for when a timer runs out.
  ///
  /// @param time epoch milliseconds
  void timer(long time, Runnable action) {
    events.add(new Event(time, true, planned++, action));
  }

  /// Lets everything happen up to a time, that time included.
  void runUntil(long end) {
    for (Event next = events.peek(); next != null && next.time() <= end; next = events.peek()) {
      events.remove();
      next.action().run();
    }
  }
}
