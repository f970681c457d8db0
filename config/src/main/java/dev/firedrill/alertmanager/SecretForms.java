package dev.firedrill.alertmanager;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The forms in which a secret may show up, as far as they could be nothing else: as it is, as a
/// part
/// of a URL, in JSON and in HTML, and the parts of a URL that let somebody in.
final class SecretForms {
  private static final int SHORT = 6;
  private static final int LONG_WORD = 12;
  private static final int LONG_PART = 8;
  private static final Pattern URL =
      Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*://(?:[^/@]*:([^/@]*)@)?[^/?#]*([/?].*)?");

  private SecretForms() {}

  /// {@return the forms; none where it may be an ordinary word}
  static List<String> of(String secret) {
    List<String> forms = new ArrayList<>();
    Matcher url = URL.matcher(secret);
    if (url.matches()) {
      forms.add(secret);
      add(url.group(1), forms);
      parts(url.group(2), forms);
    } else if (isTelling(secret)) {
      add(secret, forms);
    }
    return forms;
  }

  // What a word of a language is not: short ones and those of letters alone may be one.
  private static boolean isTelling(String secret) {
    boolean word = secret.chars().allMatch(Character::isLetter);
    return secret.length() >= (word ? LONG_WORD : SHORT);
  }

  private static void add(@Nullable String secret, List<String> forms) {
    if (secret == null || !isTelling(secret)) {
      return;
    }
    String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    forms.add(secret);
    forms.add(encoded);
    forms.add(encoded.replace("+", "%20"));
    forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
    forms.add(
        secret
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&#34;")
            .replace("'", "&#39;"));
  }

  // The path is what lets somebody in where it holds more than words.
  private static void parts(@Nullable String path, List<String> forms) {
    if (path == null) {
      return;
    }
    for (String part : path.split("[/?&=]", -1)) {
      if (part.length() >= LONG_PART && part.chars().anyMatch(Character::isDigit)) {
        forms.add(part);
      }
    }
  }
}
