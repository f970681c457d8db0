package dev.firedrill.notify.scenario;

import dev.firedrill.alertmanager.Integration;
import dev.firedrill.alertmanager.Receiver;
import dev.firedrill.alertmanager.scenario.ScenarioEvent;
import dev.firedrill.notify.Delivery;
import dev.firedrill.notify.Receivers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// Receivers that refuse messages when a scenario says so.
final class FailingReceivers implements Receivers {
  private static final int SERVER_ERROR = 500;

  private final long start;
  private final List<ScenarioEvent.Fail> coming;
  private final Map<String, Refusals> refusals = new HashMap<>();

  private record Refusals(int left, Delivery answer) {}

  /// Receivers of a story.
  ///
  /// @param start when it begins, in epoch milliseconds
  FailingReceivers(long start, List<ScenarioEvent> events) {
    this.start = start;
    this.coming = new ArrayList<>();
    for (ScenarioEvent event : events) {
      if (event instanceof ScenarioEvent.Fail fail) {
        coming.add(fail);
      }
    }
  }

  @Override
  public Delivery deliver(Receiver receiver, Integration integration, long time) {
    begin(time);
    for (Map.Entry<String, Refusals> entry : refusals.entrySet()) {
      Refusals next = entry.getValue();
      if (next.left() > 0
          && IntegrationNames.isCalled(entry.getKey(), receiver.name().value(), integration)) {
        entry.setValue(new Refusals(next.left() - 1, next.answer()));
        return next.answer();
      }
    }
    return Delivery.OK;
  }

  private void begin(long time) {
    for (Iterator<ScenarioEvent.Fail> each = coming.iterator(); each.hasNext(); ) {
      ScenarioEvent.Fail fail = each.next();
      if (start + fail.time() <= time) {
        Delivery answer = fail.status() < SERVER_ERROR ? Delivery.REFUSED : Delivery.RETRY;
        fail.times().forEach((name, count) -> refusals.put(name, new Refusals(count, answer)));
        each.remove();
      }
    }
  }
}
