package dev.firedrill.diagnostic;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hides what Alertmanager's and Prometheus's configurations keep secret: values of keys like
/// `password` or `api_url`, and the parts of a URL that let somebody in.
public final class SecretMasking implements Masking {
  // Within braces a value ends at the next comma, elsewhere at a comment or the end of the line.
  private static final Pattern KEY =
      Pattern.compile(
          "((?:^|[\\s{,\"'-])(?:[a-z0-9_]*_)?(?:key|token|password|secret|url|credentials)[\"']?"
              + "\\s*:\\s+)(?![|>][-+0-9]*\\s*$)"
              + "(?:\"((?:[^\"\\\\]|\\\\.)*)|'((?:[^']|'')*)|((?!['\"])\\S(?:(?! #).)*))");
  private static final Pattern URL =
      Pattern.compile(
          "[a-z][a-z0-9+.-]*://(?:[^\\s/@\"']*:([^\\s/@\"']*)@)?[^\\s/?\"']+([^\\s\"']*)");
  private static final Pattern AUTHORIZATION =
      Pattern.compile("(?:Bearer|Basic)\\s+([A-Za-z0-9+/=._~-]{8,})");

  // Where webhooks are known to be; elsewhere, `hook` may be a word of a page's name.
  private static final List<String> WEBHOOKS =
      List.of(
          "hooks.slack.com/",
          "discord.com/api/webhooks/",
          "discordapp.com/api/webhooks/",
          "webhook.office.com/",
          "api.telegram.org/bot");

  private final boolean inConfiguration;

  /// Hides the secrets of configurations.
  public SecretMasking() {
    this(true);
  }

  private SecretMasking(boolean inConfiguration) {
    this.inConfiguration = inConfiguration;
  }

  /// {@return what hides the secrets of texts that are not made to hold any, such as rules:
  ///     passwords and tokens in URLs, addresses of well-known webhooks}
  public static SecretMasking ofText() {
    return new SecretMasking(false);
  }

  @Override
  public String mask(String line) {
    if (!inConfiguration && !line.contains("://") && !line.contains("Bearer ")) {
      return line;
    }
    StringBuilder out = new StringBuilder(line);
    if (inConfiguration) {
      hideValues(line, out);
    }
    hide(AUTHORIZATION.matcher(line), out);
    Matcher url = URL.matcher(line);
    while (url.find()) {
      hide(url.start(1), url.end(1), out);
      if (givesAccess(url.group(), url.group(2))) {
        hide(url.start(2), url.end(2), out);
      }
    }
    return out.toString();
  }

  private static void hideValues(String line, StringBuilder out) {
    Matcher key = KEY.matcher(line);
    int from = 0;
    while (key.find(from)) {
      int plain = key.start(4);
      int end = plain < 0 ? key.end() : plainEnd(line, plain, key.end());
      hide(key.end(1) + (plain < 0 ? 1 : 0), end, out);
      from = Math.max(end, key.end(1));
    }
  }

  private static int plainEnd(String line, int start, int end) {
    boolean inBraces = line.lastIndexOf('{', start) > line.lastIndexOf('}', start);
    int at = start;
    while (at < end && !(inBraces && (line.charAt(at) == ',' || line.charAt(at) == '}'))) {
      at++;
    }
    return at;
  }

  /// Webhook addresses are secrets; documentation and runbook addresses are not.
  private boolean givesAccess(String url, String path) {
    return (inConfiguration ? url.contains("hook") : isWebhook(url))
        || path.contains("token=")
        || path.contains("key=")
        || path.contains("secret=")
        || url.contains("api.telegram.org");
  }

  private static boolean isWebhook(String url) {
    for (String known : WEBHOOKS) {
      if (url.contains(known)) {
        return true;
      }
    }
    return false;
  }

  private static void hide(Matcher matcher, StringBuilder out) {
    while (matcher.find()) {
      hide(matcher.start(1), matcher.end(1), out);
    }
  }

  private static void hide(int from, int to, StringBuilder out) {
    int end = to;
    while (end > from && from >= 0 && out.charAt(end - 1) == ' ') {
      end--;
    }
    for (int i = Math.max(0, from); i < end; i++) {
      out.setCharAt(i, '*');
    }
  }
}
