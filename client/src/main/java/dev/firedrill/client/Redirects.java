package dev.firedrill.client;

import java.io.IOException;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/// What goes along where a server sends its clients elsewhere, and what is said of it.
///
/// As with Go's client, logins and the headers of the settings go along to the same host, on
/// another port or by HTTPS, too. They go to no other host, and from HTTPS to nothing open.
final class Redirects implements Interceptor {
  private final Set<String> headers;

  /// @param headers the names of those that are for the server only
  Redirects(Set<String> headers) {
    this.headers = headers;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Request first = chain.call().request();
    Request now = chain.request();
    if (first.url().equals(now.url())) {
      return chain.proceed(now);
    }
    boolean trusted = isTrusted(first.url(), now.url());
    Request.Builder request = now.newBuilder();
    for (String name : headers) {
      request.removeHeader(name);
      if (trusted) {
        first.headers(name).forEach(value -> request.addHeader(name, value));
      }
    }
    return chain.proceed(request.build());
  }

  private static boolean isTrusted(HttpUrl first, HttpUrl now) {
    return first.host().equals(now.host()) && (now.isHttps() || !first.isHttps());
  }

  /// {@return where an answer sends to, or came from instead of where it was asked for; empty where
  ///     there was no redirect}
  ///
  /// @param path of the API
  static String told(Response response, Request asked, String path) {
    if (response.isRedirect()) {
      String location = response.header("Location");
      HttpUrl target = location == null ? null : response.request().url().resolve(location);
      return target == null ? "" : "it redirects to " + server(target, path);
    }
    HttpUrl target = response.request().url();
    return target.equals(asked.url())
        ? ""
        : "it redirects to " + server(target, path) + ": give that URL";
  }

  // Without name and password, and without what may be a token.
  private static String server(HttpUrl target, String path) {
    String port = target.port() == HttpUrl.defaultPort(target.scheme()) ? "" : ":" + target.port();
    String found = target.encodedPath();
    String prefix =
        found.endsWith(path) ? found.substring(0, found.length() - path.length()) : found;
    return target.scheme() + "://" + target.host() + port + prefix;
  }
}
