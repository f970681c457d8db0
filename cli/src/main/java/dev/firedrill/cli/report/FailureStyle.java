package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Masking;
import dev.firedrill.diagnostic.SecretMasking;

/// How failures of unit tests are shown as text.
///
/// @param colored whether ANSI colours are used
/// @param width how many columns may be filled
/// @param diff whether what differs is shown as a unified diff instead of a table
/// @param masking what hides secrets
public record FailureStyle(boolean colored, int width, boolean diff, Masking masking) {
  static final String EXPECTED = "32";
  static final String GOT = "31";
  static final String PENDING = "33";
  static final String FAINT = "2";

  /// A style that hides secrets.
  public static FailureStyle of(boolean colored, int width, boolean diff) {
    return new FailureStyle(colored, width, diff, new SecretMasking());
  }

  /// {@return a text in an ANSI colour, or as it is}
  String paint(String text, String code) {
    return colored && !text.isBlank() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /// {@return a text of one line or more without its secrets}
  String mask(String text) {
    StringBuilder masked = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      masked.append(masked.isEmpty() ? "" : "\n").append(masking.mask(line));
    }
    return masked.toString();
  }
}
