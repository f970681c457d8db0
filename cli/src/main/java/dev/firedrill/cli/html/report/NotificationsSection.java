package dev.firedrill.cli.html.report;

import dev.firedrill.alertmanager.Integration;
import dev.firedrill.alertmanager.Receiver;
import dev.firedrill.alertmanager.message.MessageField;
import dev.firedrill.cli.report.Notified;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.notify.HeldBack;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotifiedAlert;
import java.util.List;
import java.util.Locale;

/// Who was told what and when, and what was held back.
///
/// The first ones come with their alerts and messages, until there are as many as a page should
/// have
/// at most; the page says where they are left out. All count.
record NotificationsSection(Notified notified) implements ReportSection {
  private static final int MOST_CHARACTERS = 4_000_000;
  private static final int MOST_WHOLE = 3000;

  @Override
  public String name() {
    return "notifications";
  }

  @Override
  public void write(ReportData data) {
    Json json = data.json().object().name("receivers").array();
    for (Receiver receiver : notified.config().receivers()) {
      json.object().name("name");
      data.text(receiver.name().value());
      json.name("kinds").array();
      kinds(receiver).forEach(data::text);
      json.end().end();
    }
    json.end().name("list").array();
    int characters = 0;
    int whole = 0;
    for (Notification notification : notified.log().notifications()) {
      boolean fits = whole < MOST_WHOLE && characters < MOST_CHARACTERS;
      whole += fits ? 1 : 0;
      characters += notification(data, notification, fits);
    }
    json.end().name("held").array();
    for (HeldBack held : notified.log().heldBack()) {
      heldBack(data, held);
    }
    json.end().end();
  }

  @Override
  public void tell(PlainTables tables) {
    tables.table(
        "Notifications",
        List.of("Time", "Status", "Receiver", "Group", "Reason"),
        notified.log().notifications().stream()
            .map(
                each ->
                    List.of(
                        tables.time(each.time()),
                        each.isFiring() ? "firing" : "resolved",
                        each.receiver(),
                        each.group().groupLabels().toString(),
                        each.reason().text())));
  }

  private static List<String> kinds(Receiver receiver) {
    return receiver.integrations().stream().map(Integration::kind).distinct().toList();
  }

  // Returns how many characters its message has.
  private int notification(ReportData data, Notification notification, boolean whole) {
    Json json = data.json().object().name("time");
    data.time(notification.time());
    json.name("receiver");
    data.text(notification.receiver());
    json.name("kind");
    data.text(notification.integration().kind());
    json.name("firing").value(notification.isFiring());
    json.name("delivery");
    data.text(notification.delivery().name().toLowerCase(Locale.ROOT));
    json.name("reason");
    data.text(notification.reason().text());
    json.name("group");
    data.labels(notification.group().groupLabels());
    json.name("route");
    data.text(notification.group().route().key());
    json.name("count").value(notification.alerts().size());
    if (whole) {
      json.name("alerts").array();
      notification.alerts().forEach(alert -> alert(data, alert));
      json.end();
    }
    int characters = whole ? message(data, notification) : 0;
    json.end();
    return characters;
  }

  private int message(ReportData data, Notification notification) {
    int characters = 0;
    Json json = data.json().name("message").array();
    for (MessageField field : notified.messages().fields(notification)) {
      data.text(field.title()).text(field.text());
      json.value(field.failed() ? 1 : 0);
      characters += field.text().length();
    }
    json.end();
    return characters;
  }

  private static void alert(ReportData data, NotifiedAlert alert) {
    Json json = data.json().array();
    data.labels(alert.labels()).time(alert.startsAt());
    Long end = alert.endsAt();
    if (end != null) {
      data.time(end);
    }
    json.end();
  }

  private static void heldBack(ReportData data, HeldBack held) {
    Json json = data.json().object().name("time");
    data.time(held.time());
    Long until = held.until();
    if (until != null) {
      json.name("until");
      data.time(until);
    }
    json.name("receiver");
    data.text(held.group().route().receiver());
    json.name("stage");
    data.text(held.stage().words());
    json.name("by");
    data.text(held.by());
    json.name("labels");
    data.labels(held.labels());
    json.end();
  }
}
