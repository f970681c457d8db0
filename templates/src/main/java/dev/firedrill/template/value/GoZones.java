package dev.firedrill.template.value;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;

/// Time zones by the names of the IANA database, and the short names that it gives their offsets.
public final class GoZones {
  // The letters that the database has for an offset in seconds; all else is shown as a number.
  private static final Set<String> NAMES =
      Set.of(
          "ACDT 37800",
          "ACST 34200",
          "ADT -10800",
          "AEDT 39600",
          "AEST 36000",
          "AKDT -28800",
          "AKST -32400",
          "AST -14400",
          "AWST 28800",
          "BST 3600",
          "CAT 7200",
          "CDT -18000",
          "CDT -14400",
          "CEST 7200",
          "CET 3600",
          "CST -18000",
          "CST 28800",
          "CST -21600",
          "ChST 36000",
          "EAT 10800",
          "EDT -14400",
          "EEST 10800",
          "EET 7200",
          "EST -18000",
          "GMT 0",
          "HDT -32400",
          "HKT 28800",
          "HST -36000",
          "IDT 10800",
          "IST 7200",
          "IST 19800",
          "IST 3600",
          "JST 32400",
          "KST 32400",
          "MDT -21600",
          "MSK 10800",
          "MST -25200",
          "NDT -9000",
          "NST -12600",
          "NZDT 46800",
          "NZST 43200",
          "PDT -25200",
          "PKT 18000",
          "PST 28800",
          "PST -28800",
          "SAST 7200",
          "SST -39600",
          "UTC 0",
          "WAT 3600",
          "WEST 3600",
          "WET 0",
          "WIB 25200",
          "WIT 32400",
          "WITA 28800");

  // Where Java has a name of a neighbour.
  private static final Set<String> NUMERIC =
      Set.of(
          "Antarctica/Casey",
          "Antarctica/Troll",
          "Asia/Colombo",
          "Atlantic/Azores",
          "Europe/Minsk");

  private GoZones() {}

  /// {@return the zone of a name, as Go's `time.LoadLocation` finds it}
  /// @throws ValueFailure where there is no such zone
  public static ZoneId load(String name) {
    if (name.isEmpty() || name.equals("UTC")) {
      return ZoneOffset.UTC;
    }
    if (name.equals("Local")) {
      return ZoneId.systemDefault();
    }
    // Java takes offsets such as +02:00 for names, and has some of its own.
    if (!ZoneId.getAvailableZoneIds().contains(name) || name.startsWith("SystemV/")) {
      throw new ValueFailure("unknown time zone " + name);
    }
    return ZoneId.of(name);
  }

  /// {@return the short name of a time's offset, such as `CET`, or the offset as a number}
  static String name(ZonedDateTime time) {
    ZoneId zone = time.getZone();
    int seconds = time.getOffset().getTotalSeconds();
    if (zone instanceof ZoneOffset) {
      return seconds == 0 ? "UTC" : number(seconds, true);
    }
    boolean daylight = zone.getRules().isDaylightSavings(time.toInstant());
    String name =
        switch (TimeZone.getTimeZone(zone)
            .getDisplayName(daylight, TimeZone.SHORT, Locale.ENGLISH)) {
          case "HAST" -> "HST";
          case "HADT" -> "HDT";
          case String other -> other;
        };
    boolean known = NAMES.contains(name + " " + seconds) && !NUMERIC.contains(zone.getId());
    return known ? name : number(seconds, false);
  }

  private static String number(int seconds, boolean full) {
    int minutes = Math.abs(seconds) / 60;
    String hours = (seconds < 0 ? "-" : "+") + (minutes < 600 ? "0" : "") + minutes / 60;
    int rest = minutes % 60;
    return rest == 0 && !full ? hours : hours + (rest < 10 ? "0" : "") + rest;
  }
}
