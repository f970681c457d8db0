package dev.firedrill.rules.test;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotifiedAlert;
import dev.firedrill.rules.test.NotificationTest.ExpectedNotification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares expected notifications, one after the other, with those there were. Each of these meets
/// one expectation at most; which one it meets is settled so that as many as possible are met.
final class NotificationComparison {
  /// Stands for the receiver where nobody may be notified.
  static final String NOBODY = "nobody";

  private static final int SHOWN = 20;
  private static final int ALERTS = 3;

  private final List<Notification> sent;
  private final NotificationTexts texts;
  private final long start;
  private final long interval;
  private final Map<Integer, ExpectedNotification> met = new HashMap<>();

  /// A comparison.
  ///
  /// @param sent in order of time
  /// @param start of the test, in epoch milliseconds
  /// @param interval between evaluations, in milliseconds
  NotificationComparison(
      List<Notification> sent, NotificationTexts texts, long start, long interval) {
    this.sent = sent;
    this.texts = texts;
    this.start = start;
    this.interval = interval;
  }

  static String status(boolean firing) {
    return firing ? "firing" : "resolved";
  }

  /// {@return what is wrong where nobody may be notified}
  Optional<TestFailure> nobody(Location location) {
    return sent.isEmpty()
        ? Optional.empty()
        : Optional.of(failure(NOBODY, null, "expected no notification", location));
  }

  /// {@return what is wrong where somebody is to be notified}
  Optional<TestFailure> compare(ExpectedNotification expected) {
    if (assign(expected, new HashSet<>())) {
      return Optional.empty();
    }
    Duration at = expected.at();
    StringBuilder text = new StringBuilder("expected a notification to ");
    text.append(expected.receiver().value()).append(", ").append(expected.status());
    if (at != null) {
      text.append(", at ").append(PrometheusDuration.format(at.toMillis())).append(" or before ");
      text.append(PrometheusDuration.format(at.toMillis() + interval));
    }
    expected.contains().forEach(each -> text.append(", with ").append(GoQuote.quote(each)));
    return Optional.of(
        failure(expected.receiver().value(), at, text.toString(), expected.location()));
  }

  // An augmenting path of a bipartite matching.
  private boolean assign(ExpectedNotification expected, Set<Integer> tried) {
    for (int i = 0; i < sent.size(); i++) {
      if (meets(sent.get(i), expected) && tried.add(i)) {
        ExpectedNotification before = met.get(i);
        if (before == null || assign(before, tried)) {
          met.put(i, expected);
          return true;
        }
      }
    }
    return false;
  }

  private boolean meets(Notification notification, ExpectedNotification expected) {
    Duration at = expected.at();
    long late = at == null ? 0 : notification.time() - start - at.toMillis();
    return notification.receiver().equals(expected.receiver().value())
        && notification.isFiring() == expected.firing()
        && late >= 0
        && late < interval
        && texts.failure(notification).isEmpty()
        && expected.contains().stream().allMatch(text -> says(notification, text));
  }

  private boolean says(Notification notification, String text) {
    return texts.of(notification).stream().anyMatch(each -> each.contains(text));
  }

  private TestFailure failure(
      String subject, @Nullable Duration at, String message, Location location) {
    return new TestFailure(
        TestFailure.Kind.NOTIFICATION,
        subject,
        at,
        message + ", got" + table(),
        List.of(),
        List.of(),
        location);
  }

  private String table() {
    if (sent.isEmpty()) {
      return " none at all";
    }
    List<List<String>> rows = new ArrayList<>();
    int[] widths = new int[3];
    for (Notification each : sent.subList(0, Math.min(SHOWN, sent.size()))) {
      List<String> row =
          List.of(
              PrometheusDuration.format(each.time() - start),
              each.receiver() + " (" + each.integration().kind() + ")",
              status(each.isFiring()));
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
      rows.add(row);
    }
    StringBuilder table = new StringBuilder(":");
    for (int i = 0; i < rows.size(); i++) {
      table.append("\n  ");
      for (int column = 0; column < widths.length; column++) {
        String cell = rows.get(i).get(column);
        table.append(cell).repeat(" ", widths[column] - cell.length() + 2);
      }
      table.append(alerts(sent.get(i)));
      texts
          .failure(sent.get(i))
          .ifPresent(why -> table.append("\n    is not sent, ").append(why.replace('\n', ' ')));
    }
    int more = sent.size() - rows.size();
    return table.append(more > 0 ? "\n  and " + more + " more" : "").toString();
  }

  private static String alerts(Notification notification) {
    List<String> shown = new ArrayList<>();
    for (NotifiedAlert alert : notification.alerts()) {
      if (shown.size() < ALERTS) {
        shown.add(Observation.braces(alert.labels().toMap()));
      }
    }
    int more = notification.alerts().size() - shown.size();
    return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
  }
}
