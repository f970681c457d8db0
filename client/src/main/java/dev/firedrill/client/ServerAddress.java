package dev.firedrill.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Where a server is: scheme, host, port and the path that stands before its API's own.
///
/// @param url without name, password, query and trailing slash
/// @param login from the name and password of the URL
public record ServerAddress(String url, Login login) {
  /// {@return the address that a URL gives}
  /// @throws IllegalArgumentException if it is none; the message says what is expected
  public static ServerAddress of(String text) {
    try {
      URI uri = new URI(text.strip());
      String scheme = uri.getScheme();
      boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
      if (!web || uri.getHost() == null) {
        throw new IllegalArgumentException("expected http://HOST:PORT or https://HOST:PORT/PATH");
      }
      if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
        throw new IllegalArgumentException(
            "expected a URL without a query: the API's own is added");
      }
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      String path = uri.getRawPath() == null ? "" : withoutSlash(uri.getRawPath());
      return new ServerAddress(scheme + "://" + uri.getHost() + port + path, login(uri));
    } catch (URISyntaxException e) {
      // The exception's own message shows the text, and with it a password.
      throw new IllegalArgumentException("expected a URL such as http://localhost:9090", e);
    }
  }

  private static Login login(URI uri) {
    String info = uri.getRawUserInfo();
    if (info == null || info.isEmpty()) {
      return new Login.None();
    }
    int colon = info.indexOf(':');
    String name = decoded(colon < 0 ? info : info.substring(0, colon));
    return new Login.Basic(name, new Secret(colon < 0 ? "" : decoded(info.substring(colon + 1))));
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String withoutSlash(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  /// {@return the URL, without name and password}
  @Override
  public String toString() {
    return url;
  }
}
