package dev.firedrill.cli.report;

import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.GoFloat;
import org.jspecify.annotations.Nullable;

/// Values of alerts as text: numbers, and native histograms as Prometheus prints them.
///
/// @param histogram shown where there is no number
public record ValueText(double number, @Nullable NativeHistogram histogram) {
  private static final int DIGITS = 6;

  /// {@return all digits, as in Prometheus's API}
  public String exact() {
    NativeHistogram shown = shown();
    return shown == null ? GoFloat.json(number) : shown.toString();
  }

  /// {@return all digits, as in templates}
  String general() {
    NativeHistogram shown = shown();
    return shown == null ? GoFloat.general(number) : shown.toString();
  }

  /// {@return six digits}
  String brief() {
    NativeHistogram shown = shown();
    return shown == null ? GoFloat.general(number, DIGITS) : shown.toString();
  }

  private @Nullable NativeHistogram shown() {
    return Double.isNaN(number) ? histogram() : null;
  }
}
