package dev.firedrill.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okhttp3.Request;

/// What a server was told in confidence: proxies show what they were sent when they refuse it.
///
/// @param texts each in the ways in which it may be said again, longer ones first
record SentSecrets(List<String> texts) {
  private static final String HIDDEN = "<secret>";

  // Shorter ones may be words, or parts of them.
  private static final int LONG = 8;

  // They say for whom something is asked, which is what an answer is about.
  private static final Set<String> TENANTS = Set.of("x-scope-orgid", "thanos-tenant");

  SentSecrets {
    texts = List.copyOf(texts);
  }

  /// {@return what a request says}
  ///
  /// @param headers the names of those that the settings add
  static SentSecrets of(Request sent, Set<String> headers) {
    List<String> all = new ArrayList<>();
    for (String name : headers) {
      if (!TENANTS.contains(name.toLowerCase(Locale.ROOT))) {
        sent.headers(name).forEach(value -> add(value, all));
      }
    }
    for (String login : sent.headers("Authorization")) {
      String credentials = login.substring(login.indexOf(' ') + 1);
      add(credentials, all);
      if (login.regionMatches(true, 0, "Basic ", 0, 6)) {
        add(password(credentials), all);
      }
    }
    all.sort(Comparator.comparingInt(String::length).reversed());
    return new SentSecrets(all.stream().distinct().toList());
  }

  private static void add(String secret, List<String> all) {
    if (!secret.isBlank()) {
      all.add(secret);
      all.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }
  }

  private static String password(String credentials) {
    try {
      String both =
          new String(Base64.getDecoder().decode(credentials.strip()), StandardCharsets.UTF_8);
      return both.substring(both.indexOf(':') + 1);
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  /// {@return a text without them}
  String hide(String text) {
    String shown = text;
    for (String secret : texts) {
      shown = secret.length() >= LONG ? shown.replace(secret, HIDDEN) : hideWord(shown, secret);
    }
    return shown;
  }

  private static String hideWord(String text, String secret) {
    StringBuilder shown = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, from)) {
      int end = at + secret.length();
      boolean whole = !isPartOfWord(text, at - 1) && !isPartOfWord(text, end);
      shown.append(text, from, at).append(whole ? HIDDEN : secret);
      from = end;
    }
    return shown.append(text, from, text.length()).toString();
  }

  private static boolean isPartOfWord(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }
}
