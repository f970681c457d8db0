package dev.firedrill.template.function;

/// `stripPort` and `stripDomain`, with what Go takes for a host and for an address.
final class Hosts {
  private Hosts() {}

  private record HostPort(String host, String port) {}

  static String withoutPort(String text) {
    HostPort split = split(text);
    return split.host;
  }

  static String withoutDomain(String text) {
    HostPort split = split(text);
    if (isAddress(split.host)) {
      return text;
    }
    int dot = split.host.indexOf('.');
    String host = dot < 0 ? split.host : split.host.substring(0, dot);
    if (split.port.isEmpty()) {
      return host;
    }
    return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + split.port;
  }

  /// Splits at the port; where there is none, or too much, all is the host.
  private static HostPort split(String text) {
    HostPort whole = new HostPort(text, "");
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return whole;
    }
    int hostStart = 0;
    int hostEnd = colon;
    int openFrom = 0;
    int closeFrom = 0;
    if (text.startsWith("[")) {
      int close = text.indexOf(']');
      if (close < 0 || close + 1 != colon) {
        return whole;
      }
      hostStart = 1;
      hostEnd = close;
      openFrom = 1;
      closeFrom = close + 1;
    } else if (text.indexOf(':') != colon) {
      return whole;
    }
    if (text.indexOf('[', openFrom) >= 0 || text.indexOf(']', closeFrom) >= 0) {
      return whole;
    }
    return new HostPort(text.substring(hostStart, hostEnd), text.substring(colon + 1));
  }

  private static boolean isAddress(String text) {
    return text.indexOf(':') >= 0 ? isVersion6(text) : isVersion4(text);
  }

  private static boolean isVersion4(String text) {
    String[] parts = text.split("\\.", -1);
    for (String part : parts) {
      if (part.isEmpty() || part.length() > 3 || (part.length() > 1 && part.charAt(0) == '0')) {
        return false;
      }
      for (int i = 0; i < part.length(); i++) {
        if (part.charAt(i) < '0' || part.charAt(i) > '9') {
          return false;
        }
      }
      if (Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return parts.length == 4;
  }

  private static boolean isVersion6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text, true) == 8;
    }
    int before = groups(text.substring(0, gap), false);
    int after = groups(text.substring(gap + 2), true);
    return before >= 0 && after >= 0 && before + after < 8;
  }

  /// {@return how many groups of 16 bits a text has, or -1}
  private static int groups(String text, boolean mayEndInVersion4) {
    if (text.isEmpty()) {
      return 0;
    }
    String[] parts = text.split(":", -1);
    int count = parts.length;
    for (int i = 0; i < parts.length; i++) {
      boolean last = i == parts.length - 1;
      if (last && mayEndInVersion4 && parts[i].indexOf('.') >= 0) {
        if (!isVersion4(parts[i])) {
          return -1;
        }
        count++;
      } else if (!isGroup(parts[i])) {
        return -1;
      }
    }
    return count;
  }

  private static boolean isGroup(String part) {
    if (part.isEmpty() || part.length() > 4) {
      return false;
    }
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      if (c >= 0x80 || Character.digit(c, 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
