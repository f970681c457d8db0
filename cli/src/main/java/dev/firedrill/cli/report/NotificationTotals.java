package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.notify.Notification;
import dev.firedrill.notify.NotificationLog;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;

/// Whom a replay would have told how often, and when: by receiver, by hour of day, at night and at
/// weekends. Only notifications of firing alerts count; those that all is well disturb nobody.
///
/// @param zone whose nights and weekends count
public record NotificationTotals(NotificationLog log, ZoneId zone) implements Report {
  private static final String BARS = " ▁▂▃▄▅▆▇█";
  private static final int NIGHT_ENDS = 7;
  private static final int NIGHT_STARTS = 22;

  @Override
  public void write(Appendable out) throws IOException {
    Map<String, Counts> byReceiver = byReceiver();
    if (byReceiver.isEmpty()) {
      out.append("nobody would have been told\n");
      return;
    }
    int width = 0;
    for (String name : byReceiver.keySet()) {
      width = Math.max(width, name.length());
    }
    out.append("told of firing alerts").append(" ".repeat(Math.max(1, width - 12)));
    out.append("by hour of day, 0 to 23\n");
    for (Map.Entry<String, Counts> entry : byReceiver.entrySet()) {
      Counts counts = entry.getValue();
      String total = counts.total + "x";
      out.append("  ").append(entry.getKey());
      out.append(" ".repeat(width - entry.getKey().length() + 2)).append(total);
      out.append(" ".repeat(Math.max(1, 6 - total.length()))).append(counts.bars());
      out.append("  ").append(String.valueOf(counts.night)).append(" at night, ");
      out.append(String.valueOf(counts.weekend)).append(" at weekends\n");
    }
  }

  private Map<String, Counts> byReceiver() {
    Map<String, Counts> byReceiver = new TreeMap<>();
    for (Notification notification : log.notifications()) {
      if (notification.isFiring()) {
        String receiver = notification.receiver();
        String integration = notification.integration().kind();
        byReceiver
            .computeIfAbsent(
                receiver + " (" + integration + ")", key -> new Counts(receiver, integration))
            .add(Instant.ofEpochMilli(notification.time()).atZone(zone));
      }
    }
    return byReceiver;
  }

  /// Writes the counts as a member of an object.
  void member(Json json) {
    json.name("told").array();
    for (Counts counts : byReceiver().values()) {
      json.object().name("receiver").value(counts.receiver);
      json.name("integration").value(counts.integration);
      json.name("notifications").value(counts.total);
      json.name("by_hour").array();
      for (int count : counts.byHour) {
        json.value(count);
      }
      json.end();
      json.name("night").value(counts.night);
      json.name("weekend").value(counts.weekend).end();
    }
    json.end();
  }

  private static final class Counts {
    private final String receiver;
    private final String integration;
    private final int[] byHour = new int[24];
    private int total;
    private int night;
    private int weekend;

    private Counts(String receiver, String integration) {
      this.receiver = receiver;
      this.integration = integration;
    }

    private void add(ZonedDateTime time) {
      int hour = time.getHour();
      byHour[hour]++;
      total++;
      night += hour < NIGHT_ENDS || hour >= NIGHT_STARTS ? 1 : 0;
      DayOfWeek day = time.getDayOfWeek();
      weekend += day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? 1 : 0;
    }

    private String bars() {
      int most = 1;
      for (int count : byHour) {
        most = Math.max(most, count);
      }
      StringBuilder bars = new StringBuilder("│");
      for (int count : byHour) {
        // Whatever is not nothing is seen.
        bars.append(BARS.charAt((count * (BARS.length() - 1) + most - 1) / most));
      }
      return bars.append('│').toString();
    }
  }
}
