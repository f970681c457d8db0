package dev.firedrill.cli.report;

import dev.firedrill.labels.Labels;
import dev.firedrill.notify.HeldBack;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotificationLog;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Whom a replay would have told, in a few lines: how often each receiver, and what it was told
/// first.
///
/// @param zone in which times are shown
public record NotificationSummary(NotificationLog log, ZoneId zone) {
  private static final int WIDEST = 60;

  /// {@return one line of counts}
  public String totals() {
    Set<Labels> held = new LinkedHashSet<>();
    for (HeldBack each : log.heldBack()) {
      held.add(each.labels());
    }
    StringBuilder text =
        new StringBuilder(Counted.of(log.notifications().size(), "notification"))
            .append(" to ")
            .append(Counted.of(byReceiver().size(), "receiver"));
    if (!held.isEmpty()) {
      text.append(", ").append(Counted.of(held.size(), "alert")).append(" held back");
    }
    return text.toString();
  }

  /// {@return a line for each receiver that was told anything}
  public List<String> rows() {
    Map<String, List<Notification>> told = byReceiver();
    int width = told.keySet().stream().mapToInt(String::length).max().orElse(0);
    ClockText clock = new ClockText(zone);
    List<String> rows = new ArrayList<>();
    told.forEach(
        (receiver, all) -> {
          StringBuilder row = new StringBuilder(receiver);
          row.append(" ".repeat(width - receiver.length() + 2)).append(all.size()).append("x");
          row.append(" ".repeat(Math.max(1, 5 - String.valueOf(all.size()).length())));
          row.append("first ").append(clock.full(all.getFirst().time())).append("  ");
          rows.add(row.append(group(all.getFirst())).toString());
        });
    return rows;
  }

  private Map<String, List<Notification>> byReceiver() {
    Map<String, List<Notification>> told = new TreeMap<>();
    for (Notification each : log.notifications()) {
      String name = each.receiver() + " (" + each.integration().kind() + ")";
      told.computeIfAbsent(name, key -> new ArrayList<>()).add(each);
    }
    return told;
  }

  private static String group(Notification told) {
    String group = told.group().groupLabels().toString();
    return group.length() <= WIDEST ? group : group.substring(0, WIDEST - 1) + "…";
  }
}
