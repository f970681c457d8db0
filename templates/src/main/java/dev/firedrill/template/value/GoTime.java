package dev.firedrill.template.value;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/// Points in time written by Go's layouts, in which `2006-01-02 15:04:05` stands for itself.
public final class GoTime {
  static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  static final List<String> DAYS =
      List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

  /// Go's zero time.
  public static final ZonedDateTime ZERO = ZonedDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private final ZonedDateTime time;
  private final String layout;
  private final StringBuilder out = new StringBuilder();
  private int position;

  private GoTime(ZonedDateTime time, String layout) {
    this.time = time;
    this.layout = layout;
  }

  /// {@return what `Time.String` gives: `2015-06-23 13:19:44.128 +0000 UTC`}
  public static String string(ZonedDateTime time) {
    return format(time, "2006-01-02 15:04:05.999999999 -0700 MST");
  }

  /// {@return what `Time.Format` gives}
  public static String format(ZonedDateTime time, String layout) {
    return new GoTime(time, layout).run();
  }

  private String run() {
    while (position < layout.length()) {
      if (!fraction() && !word()) {
        out.append(layout.charAt(position++));
      }
    }
    return out.toString();
  }

  private boolean word() {
    if (layout.startsWith("_2006", position)) {
      out.append('_');
      position++;
    }
    String word = GoLayout.word(layout, position);
    if (word == null) {
      return false;
    }
    position += word.length();
    write(word);
    return true;
  }

  private void write(String word) {
    switch (word) {
      case "January" -> out.append(MONTHS.get(time.getMonthValue() - 1));
      case "Jan" -> out.append(MONTHS.get(time.getMonthValue() - 1), 0, 3);
      case "Monday" -> out.append(DAYS.get(time.getDayOfWeek().getValue() % 7));
      case "Mon" -> out.append(DAYS.get(time.getDayOfWeek().getValue() % 7), 0, 3);
      case "MST" -> out.append(GoZones.name(time));
      case "002" -> padded(time.getDayOfYear(), 3, '0');
      case "01" -> padded(time.getMonthValue(), 2, '0');
      case "1" -> out.append(time.getMonthValue());
      case "02" -> padded(time.getDayOfMonth(), 2, '0');
      case "_2" -> padded(time.getDayOfMonth(), 2, ' ');
      case "__2" -> padded(time.getDayOfYear(), 3, ' ');
      case "2" -> out.append(time.getDayOfMonth());
      case "03" -> padded(hourOfHalfDay(), 2, '0');
      case "3" -> out.append(hourOfHalfDay());
      case "15" -> padded(time.getHour(), 2, '0');
      case "04" -> padded(time.getMinute(), 2, '0');
      case "4" -> out.append(time.getMinute());
      case "05" -> padded(time.getSecond(), 2, '0');
      case "5" -> out.append(time.getSecond());
      case "06" -> padded(Math.floorMod(time.getYear(), 100), 2, '0');
      case "2006" -> year();
      case "PM" -> out.append(time.getHour() >= 12 ? "PM" : "AM");
      case "pm" -> out.append(time.getHour() >= 12 ? "pm" : "am");
      default -> offset(word);
    }
  }

  private void year() {
    if (time.getYear() < 0) {
      out.append('-');
    }
    padded(Math.abs(time.getYear()), 4, '0');
  }

  private int hourOfHalfDay() {
    return time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
  }

  /// An offset, whose form is that of the word; after a `Z`, UTC is just that.
  private void offset(String word) {
    int seconds = time.getOffset().getTotalSeconds();
    if (word.charAt(0) == 'Z' && seconds == 0) {
      out.append('Z');
      return;
    }
    int magnitude = Math.abs(seconds);
    String colon = word.indexOf(':') >= 0 ? ":" : "";
    int digits = word.length() - 1 - (int) word.chars().filter(c -> c == ':').count();
    out.append(seconds < 0 ? '-' : '+');
    padded(magnitude / 3600, 2, '0');
    if (digits >= 4) {
      out.append(colon);
      padded(magnitude / 60 % 60, 2, '0');
    }
    if (digits >= 6) {
      out.append(colon);
      padded(magnitude % 60, 2, '0');
    }
  }

  /// A fraction of seconds: `.000` shows as many digits, `.999` drops zeros at the end.
  private boolean fraction() {
    int end = GoLayout.fractionEnd(layout, position);
    if (end < 0) {
      return false;
    }
    char point = layout.charAt(position);
    String nanos = Integer.toString(1_000_000_000 + time.getNano()).substring(1);
    String shown = nanos.substring(0, Math.min(9, end - position - 1));
    if (layout.charAt(position + 1) == '9') {
      shown = shown.replaceAll("0+$", "");
    }
    out.append(shown.isEmpty() ? "" : point + shown);
    position = end;
    return true;
  }

  private void padded(int value, int width, char with) {
    String text = Integer.toString(value);
    out.repeat(with, Math.max(0, width - text.length())).append(text);
  }
}
