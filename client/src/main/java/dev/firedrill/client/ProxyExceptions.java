package dev.firedrill.client;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which hosts are asked without a proxy, as Go's programs read `NO_PROXY`: names with all below
/// them, names below a name (`.example.com`, `*.example.com`), addresses, blocks of addresses, each
/// with a port or without; `*` for all. This machine itself always is.
///
/// @param none whether there are no exceptions at all, not even this machine
/// @param all whether every host is one
public record ProxyExceptions(boolean none, boolean all, List<Entry> entries) {
  /// No host is an exception.
  public static final ProxyExceptions NONE = new ProxyExceptions(true, false, List.of());

  public ProxyExceptions {
    entries = List.copyOf(entries);
  }

  /// One of the hosts, or some alike.
  ///
  /// @param host a name, an address, or a block of addresses
  /// @param port empty for any
  public record Entry(String host, String port) {}

  /// {@return the exceptions that a list separated by commas gives}
  public static ProxyExceptions of(String list) {
    List<Entry> entries = new ArrayList<>();
    boolean all = false;
    for (String part : list.split(",", -1)) {
      String text = part.strip().toLowerCase(Locale.ROOT);
      if (text.equals("*")) {
        all = true;
      } else if (!text.isEmpty()) {
        Entry entry = entry(text);
        if (!entry.host().isEmpty()) {
          entries.add(entry);
        }
      }
    }
    return new ProxyExceptions(false, all, entries);
  }

  private static Entry entry(String text) {
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      String port = end > 0 && text.startsWith(":", end + 1) ? text.substring(end + 2) : "";
      return new Entry(end < 0 ? text : text.substring(1, end), port);
    }
    int colon = text.indexOf(':');
    // More than one: an address of the newer kind, without a port.
    boolean port = colon >= 0 && text.indexOf(':', colon + 1) < 0;
    return port
        ? new Entry(text.substring(0, colon), text.substring(colon + 1))
        : new Entry(text, "");
  }

  /// {@return whether a server is asked without a proxy}
  boolean contains(URI server) {
    if (none) {
      return false;
    }
    String host = plain(String.valueOf(server.getHost()).toLowerCase(Locale.ROOT));
    byte @Nullable [] address = address(host);
    if (all || host.equals("localhost") || (address != null && isLoopback(address))) {
      return true;
    }
    int usual = "https".equals(server.getScheme()) ? 443 : 80;
    String port = String.valueOf(server.getPort() < 0 ? usual : server.getPort());
    for (Entry entry : entries) {
      boolean samePort = entry.port().isEmpty() || entry.port().equals(port);
      if (samePort && matches(entry.host(), host, address)) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static boolean matches(String entry, String host, byte @Nullable [] address) {
    int slash = entry.indexOf('/');
    byte @Nullable [] base = address(slash < 0 ? entry : entry.substring(0, slash));
    if (base != null) {
      int bits = slash < 0 ? 8 * base.length : bits(entry.substring(slash + 1));
      return address != null && isWithin(address, base, bits);
    }
    if (address != null) {
      return false;
    }
    String below = entry.startsWith("*.") ? entry.substring(1) : entry;
    return below.startsWith(".")
        ? host.endsWith(below)
        : host.equals(below) || host.endsWith("." + below);
  }

  private static int bits(String text) {
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
  }

  private static boolean isWithin(byte[] address, byte[] base, int bits) {
    if (address.length != base.length || bits < 0 || bits > 8 * base.length) {
      return false;
    }
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >> (i % 8);
      if ((address[i / 8] & mask) != (base[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLoopback(byte[] address) {
    byte[] newer = new byte[16];
    newer[15] = 1;
    return address.length == 4 ? address[0] == 127 : Arrays.equals(address, newer);
  }

  // Names are not looked up: only what is written as an address is one.
  private static byte @Nullable [] address(String text) {
    boolean older = text.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    if (!older && !(text.contains(":") && text.matches("[0-9a-f:.]+"))) {
      return null;
    }
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
