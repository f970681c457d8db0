package dev.firedrill.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How requests to a server are made: what Prometheus calls `http_config`.
///
/// @param login who asks; that of the address counts where this is none
/// @param headers more headers, each with its values
/// @param tls how certificates are checked
/// @param proxy through which proxies
/// @param followRedirects whether the server may send the client elsewhere
public record HttpSettings(
    Login login,
    Map<String, List<Secret>> headers,
    TlsSettings tls,
    ProxySettings proxy,
    boolean followRedirects) {
  /// What holds where nothing is set.
  public static final HttpSettings DEFAULT =
      new HttpSettings(new Login.None(), Map.of(), TlsSettings.DEFAULT, ProxySettings.NONE, true);

  public HttpSettings {
    headers = Map.copyOf(headers);
  }

  /// {@return these with another login}
  public HttpSettings withLogin(Login other) {
    return new HttpSettings(other, headers, tls, proxy, followRedirects);
  }

  /// {@return these with another header, which takes the place of one of the same name}
  public HttpSettings withHeader(String name, String value) {
    Map<String, List<Secret>> all = new LinkedHashMap<>(headers);
    all.keySet().removeIf(known -> known.equalsIgnoreCase(name));
    all.put(name, List.of(new Secret(value)));
    return new HttpSettings(login, all, tls, proxy, followRedirects);
  }
}
