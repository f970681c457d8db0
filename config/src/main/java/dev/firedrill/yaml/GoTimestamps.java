package dev.firedrill.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;

/// Tells which plain scalars Go's YAML libraries take for a time: `2006-01-02`, or that with a time
/// of day after `T`, `t` or a space.
final class GoTimestamps {
  private GoTimestamps() {}

  static boolean isTimestamp(String text) {
    int year = digits(text, 0);
    if (year != 4 || text.length() < 8 || text.charAt(4) != '-') {
      return false;
    }
    int month = digits(text, 5);
    int dayAt = 5 + month + 1;
    if (month < 1 || month > 2 || dayAt > text.length() || text.charAt(dayAt - 1) != '-') {
      return false;
    }
    int day = digits(text, dayAt);
    if (day < 1 || day > 2 || !isDate(text, month, dayAt, day)) {
      return false;
    }
    String rest = text.substring(dayAt + day);
    // Only the whole date, or a date and a time, has two-digit months and days optional.
    return rest.isEmpty() ? month == 2 && day == 2 : isTimeOfDay(rest);
  }

  private static boolean isDate(String text, int month, int dayAt, int day) {
    try {
      LocalDate.of(
          Integer.parseInt(text, 0, 4, 10),
          Integer.parseInt(text, 5, 5 + month, 10),
          Integer.parseInt(text, dayAt, dayAt + day, 10));
      return true;
    } catch (DateTimeException impossible) {
      return false;
    }
  }

  private static boolean isTimeOfDay(String rest) {
    char separator = rest.charAt(0);
    if (separator != 'T' && separator != 't' && separator != ' ') {
      return false;
    }
    int at = 1;
    int hour = digits(rest, at);
    at += hour;
    for (int part = 0; part < 2; part++) {
      if (at >= rest.length() || rest.charAt(at) != ':' || digits(rest, at + 1) < 1) {
        return false;
      }
      at += 1 + digits(rest, at + 1);
    }
    if (at < rest.length() && rest.charAt(at) == '.') {
      at += 1 + digits(rest, at + 1);
    }
    return hour >= 1 && hour <= 2 && isZone(rest.substring(at), separator == ' ');
  }

  private static boolean isZone(String zone, boolean optional) {
    if (zone.isEmpty()) {
      return optional;
    }
    if (zone.equals("Z")) {
      return !optional;
    }
    boolean signed = zone.charAt(0) == '+' || zone.charAt(0) == '-';
    return !optional && signed && zone.length() == 6 && zone.charAt(3) == ':';
  }

  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at - from;
  }
}
