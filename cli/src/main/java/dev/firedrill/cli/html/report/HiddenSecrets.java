package dev.firedrill.cli.html.report;

import dev.firedrill.diagnostic.Masking;
import dev.firedrill.diagnostic.SecretMasking;

/// Hides the secrets of texts, line by line.
final class HiddenSecrets {
  private final Masking masking = SecretMasking.ofText();

  /// {@return the text without its secrets}
  String in(String text) {
    if (text.indexOf('\n') < 0) {
      return masking.mask(text);
    }
    StringBuilder masked = new StringBuilder(text.length());
    for (String line : text.split("\n", -1)) {
      masked.append(masking.mask(line)).append('\n');
    }
    return masked.substring(0, masked.length() - 1);
  }
}
