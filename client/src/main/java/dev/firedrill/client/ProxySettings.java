package dev.firedrill.client;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Through which proxies servers are asked.
///
/// @param forHttp the URL of the proxy for `http://`; null for none
/// @param forHttps the URL of the proxy for `https://`; null for none
/// @param except the hosts that are asked without
/// @param connectHeaders what a proxy is told when it opens a connection for `https://`
public record ProxySettings(
    @Nullable Secret forHttp,
    @Nullable Secret forHttps,
    ProxyExceptions except,
    Map<String, List<Secret>> connectHeaders) {
  /// No proxy is used.
  public static final ProxySettings NONE =
      new ProxySettings(null, null, ProxyExceptions.NONE, Map.of());

  public ProxySettings {
    connectHeaders = Map.copyOf(connectHeaders);
  }

  /// {@return the settings of one proxy for all, as Prometheus's `proxy_url` and `no_proxy`}
  ///
  /// @param url of the proxy; may hold name and password
  /// @param noProxy hosts that are asked without; empty for none, not even this machine's own name
  public static ProxySettings of(String url, String noProxy) {
    Secret proxy = new Secret(url);
    ProxyExceptions except = noProxy.isBlank() ? ProxyExceptions.NONE : ProxyExceptions.of(noProxy);
    return new ProxySettings(proxy, proxy, except, Map.of());
  }

  /// {@return the proxies of `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, or of the same in small
  ///     letters, as Go's programs read them}
  public static ProxySettings ofEnvironment(Map<String, String> environment) {
    return new ProxySettings(
        secret(variable("HTTP_PROXY", environment)),
        secret(variable("HTTPS_PROXY", environment)),
        ProxyExceptions.of(variable("NO_PROXY", environment)),
        Map.of());
  }

  private static @Nullable Secret secret(String url) {
    return url.isEmpty() ? null : new Secret(url.contains("://") ? url : "http://" + url);
  }

  private static String variable(String name, Map<String, String> environment) {
    String upper = environment.getOrDefault(name, "");
    return upper.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : upper;
  }

  /// {@return the same, with what a proxy is told when it opens a connection}
  public ProxySettings withConnectHeaders(Map<String, List<Secret>> headers) {
    return new ProxySettings(forHttp(), forHttps(), except, headers);
  }

  /// {@return the proxy through which a server is asked; null for none}
  @Nullable URI of(URI server) {
    Secret url = "https".equals(server.getScheme()) ? forHttps() : forHttp();
    return url == null || except.contains(server) ? null : parsed(url);
  }

  /// Looks whether the URLs are any.
  ///
  /// @throws IllegalArgumentException if they are of no use; the message says why
  void check() {
    for (Secret url : new Secret[] {forHttp(), forHttps()}) {
      if (url != null) {
        parsed(url);
      }
    }
  }

  private static URI parsed(Secret url) {
    try {
      URI uri = new URI(url.value());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      if (scheme.equals("https")) {
        throw new IllegalArgumentException(
            "proxy_url: a proxy that is spoken to by HTTPS is not supported here");
      }
      if (uri.getHost() == null || !List.of("http", "socks5", "socks5h").contains(scheme)) {
        throw new IllegalArgumentException("proxy_url: expected http://HOST:PORT");
      }
      return uri;
    } catch (URISyntaxException e) {
      // The exception's own message shows the text, and with it a password.
      throw new IllegalArgumentException("proxy_url: expected http://HOST:PORT", e);
    }
  }

  /// {@return a proxy as Java's library knows it}
  static Proxy proxy(URI url) {
    boolean socks = url.getScheme().toLowerCase(Locale.ROOT).startsWith("socks");
    int port = url.getPort() >= 0 ? url.getPort() : socks ? 1080 : 80;
    return new Proxy(
        socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, new InetSocketAddress(url.getHost(), port));
  }

  /// {@return what a proxy is told of who asks; empty where its URL does not say}
  static String authorization(URI url) {
    String info = url.getUserInfo();
    if (info == null || info.isEmpty()) {
      return "";
    }
    String both = info.contains(":") ? info : info + ":";
    return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }
}
