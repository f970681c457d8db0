package dev.firedrill.alertmanager.receiver;

import dev.firedrill.labels.GoQuote;
import java.util.Locale;

/// URLs and addresses as Go reads them and Alertmanager wants them.
final class UrlForm {
  /// What Alertmanager shows in place of a secret, and takes where it is given its own output.
  static final String MASKED = "<secret>";

  private UrlForm() {}

  /// {@return what is wrong with a URL; empty where nothing is}
  static String problem(String url) {
    for (int i = 0; i < url.length(); i++) {
      if (url.charAt(i) < ' ' || url.charAt(i) == 0x7f) {
        return parsing(url, "net/url: invalid control character in URL");
      }
    }
    int colon = schemeEnd(url);
    if (colon == 0) {
      return parsing(url, "missing protocol scheme");
    }
    String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = url.substring(colon < 0 ? 0 : colon + 1);
    if (colon < 0) {
      int slash = rest.indexOf('/');
      int firstColon = rest.indexOf(':');
      if (firstColon >= 0 && (slash < 0 || firstColon < slash) && !rest.startsWith("/")) {
        return parsing(url, "first path segment in URL cannot contain colon");
      }
    }
    String host = "";
    if (rest.startsWith("//")) {
      int end = endOfHost(rest);
      host = rest.substring(2, end);
      String wrong = authorityProblem(host);
      if (!wrong.isEmpty()) {
        return parsing(url, wrong);
      }
    }
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return "unsupported scheme " + GoQuote.quote(scheme) + " for URL";
    }
    return host.substring(host.lastIndexOf('@') + 1).isEmpty() ? "missing host for URL" : "";
  }

  private static String parsing(String url, String wrong) {
    return "parse " + GoQuote.quote(url) + ": " + wrong;
  }

  /// {@return where the colon after the scheme stands; -1 where there is no scheme}
  private static int schemeEnd(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean inner = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (c == ':') {
        return i;
      }
      if (!letter && (!inner || i == 0)) {
        return -1;
      }
    }
    return -1;
  }

  private static int endOfHost(String rest) {
    for (int i = 2; i < rest.length(); i++) {
      if ("/?#".indexOf(rest.charAt(i)) >= 0) {
        return i;
      }
    }
    return rest.length();
  }

  private static String authorityProblem(String authority) {
    String host = authority.substring(authority.lastIndexOf('@') + 1);
    if (host.startsWith("[")) {
      int close = host.lastIndexOf(']');
      return close < 0 ? "missing ']' in host" : portProblem(host.substring(close + 1));
    }
    int colon = host.lastIndexOf(':');
    String port = colon < 0 ? "" : portProblem(host.substring(colon));
    if (!port.isEmpty()) {
      return port;
    }
    for (int i = 0; i < host.length(); i++) {
      if (" \"<>\\^`{|}".indexOf(host.charAt(i)) >= 0) {
        String shown = GoQuote.quote(host.substring(i, i + 1));
        return "invalid character " + shown + " in host name";
      }
    }
    return "";
  }

  private static String portProblem(String port) {
    boolean plain = port.isEmpty() || port.charAt(0) == ':';
    for (int i = 1; i < port.length(); i++) {
      plain &= port.charAt(i) >= '0' && port.charAt(i) <= '9';
    }
    return plain ? "" : "invalid port " + GoQuote.quote(port) + " after host";
  }

  /// {@return what is wrong with `HOST:PORT`; empty where nothing is}
  static String hostPortProblem(String text) {
    if (text.isEmpty()) {
      return "";
    }
    int colon = text.lastIndexOf(':');
    int close = text.lastIndexOf(']');
    if (colon < 0 || (text.startsWith("[") && close == text.length() - 1)) {
      return "address " + text + ": missing port in address";
    }
    if (text.startsWith("[")) {
      return close < 0
          ? "address " + text + ": missing ']' in address"
          : emptyPort(text, close + 1);
    }
    return text.indexOf(':') < colon
        ? "address " + text + ": too many colons in address"
        : emptyPort(text, colon);
  }

  private static String emptyPort(String text, int colon) {
    return colon == text.length() - 1
        ? "address " + GoQuote.quote(text) + ": port cannot be empty"
        : "";
  }
}
