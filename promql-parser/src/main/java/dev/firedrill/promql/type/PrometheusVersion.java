package dev.firedrill.promql.type;

import java.util.Optional;

/// A version of Prometheus, without its patch level: syntax comes with minor versions.
public record PrometheusVersion(int major, int minor) implements Comparable<PrometheusVersion> {
  /// The newest version whose behaviour is matched.
  public static final PrometheusVersion NEWEST = new PrometheusVersion(3, 14);

  /// {@return a version as people write it: `2.45`, `v3.5.0`, `3.5.0-rc.1`; empty for other text}
  public static Optional<PrometheusVersion> parse(String text) {
    String[] parts = (text.startsWith("v") ? text.substring(1) : text).split("\\.", 3);
    int major = number(parts[0]);
    int minor = parts.length < 2 ? -1 : number(parts[1]);
    return major < 0 || minor < 0
        ? Optional.empty()
        : Optional.of(new PrometheusVersion(major, minor));
  }

  private static int number(String digits) {
    if (digits.isEmpty() || digits.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = 10 * value + c - '0';
    }
    return value;
  }

  @Override
  public int compareTo(PrometheusVersion other) {
    return major == other.major
        ? Integer.compare(minor, other.minor)
        : Integer.compare(major, other.major);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
