package dev.firedrill.template.function;

import dev.firedrill.labels.GoFloat;

/// Numbers for people.
final class Humanize {
  private static final int DIGITS = 4;
  private static final String[] LARGE = {"k", "M", "G", "T", "P", "E", "Z", "Y"};
  private static final String[] BINARY = {"ki", "Mi", "Gi", "Ti", "Pi", "Ei", "Zi", "Yi"};
  private static final String[] SMALL = {"m", "u", "n", "p", "f", "a", "z", "y"};
  private static final long DAY = 86_400;

  private Humanize() {}

  static String decimal(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return shown(value);
    }
    return Math.abs(value) >= 1 ? scaled(value, 1000, LARGE) : small(value);
  }

  static String binary(double value) {
    boolean plain = Math.abs(value) <= 1 || !Double.isFinite(value);
    return plain ? shown(value) : scaled(value, 1024, BINARY);
  }

  static String percentage(double value) {
    return shown(value * 100) + "%";
  }

  static String duration(double value) {
    if (!Double.isFinite(value)) {
      return shown(value);
    }
    if (value == 0) {
      return shown(value) + "s";
    }
    if (Math.abs(value) < 1) {
      return small(value) + "s";
    }
    String sign = value < 0 ? "-" : "";
    double magnitude = Math.abs(value);
    long whole = Numbers.integer(magnitude);
    long seconds = whole % 60;
    long minutes = whole / 60 % 60;
    long hours = whole / 3600 % 24;
    long days = whole / DAY;
    if (days != 0) {
      return sign + days + "d " + hours + "h " + minutes + "m " + seconds + "s";
    }
    if (hours != 0) {
      return sign + hours + "h " + minutes + "m " + seconds + "s";
    }
    return minutes != 0 ? sign + minutes + "m " + seconds + "s" : sign + shown(magnitude) + "s";
  }

  private static String scaled(double value, int step, String[] prefixes) {
    double rest = value;
    String prefix = "";
    for (String next : prefixes) {
      if (Math.abs(rest) < step) {
        break;
      }
      prefix = next;
      rest /= step;
    }
    return shown(rest) + prefix;
  }

  private static String small(double value) {
    double rest = value;
    String prefix = "";
    for (String next : SMALL) {
      if (Math.abs(rest) >= 1) {
        break;
      }
      prefix = next;
      rest *= 1000;
    }
    return shown(rest) + prefix;
  }

  private static String shown(double value) {
    return GoFloat.general(value, DIGITS);
  }
}
