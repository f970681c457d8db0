package dev.firedrill.client;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import okhttp3.Authenticator;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/// Applies settings of proxies to a client.
final class ProxyRoutes extends ProxySelector implements Authenticator, Interceptor {
  private static final String AUTHORIZATION = "Proxy-Authorization";

  private final ProxySettings settings;

  private ProxyRoutes(ProxySettings settings) {
    this.settings = settings;
  }

  /// Applies settings.
  ///
  /// @throws IllegalArgumentException if a URL is of no use; the message says why
  static void apply(ProxySettings settings, OkHttpClient.Builder builder) {
    settings.check();
    ProxyRoutes routes = new ProxyRoutes(settings);
    builder.proxySelector(routes).proxyAuthenticator(routes).addNetworkInterceptor(routes);
  }

  @Override
  public List<Proxy> select(URI server) {
    URI proxy = settings.of(server);
    return List.of(proxy == null ? Proxy.NO_PROXY : ProxySettings.proxy(proxy));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException cause) {
    // The request fails with it.
  }

  /// What a proxy is told that opens a connection for `https://`; asked before it is told anything
  /// ("preemptively"), and again where it refuses that.
  @Override
  public @Nullable Request authenticate(@Nullable Route route, Response response) {
    Request request = response.request();
    boolean first =
        response.challenges().stream()
            .anyMatch(challenge -> challenge.scheme().equalsIgnoreCase("OkHttp-Preemptive"));
    if (!first) {
      return null;
    }
    Request.Builder told = request.newBuilder();
    settings
        .connectHeaders()
        .forEach((name, values) -> values.forEach(each -> told.addHeader(name, each.value())));
    String authorization = route == null ? "" : authorization(route.address().url().uri());
    if (!authorization.isEmpty()) {
      told.header(AUTHORIZATION, authorization);
    }
    return told.build();
  }

  private String authorization(URI server) {
    URI proxy = settings.of(server);
    return proxy == null ? "" : ProxySettings.authorization(proxy);
  }

  /// A proxy that passes on requests for `http://` is told with each who asks.
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Connection connection = chain.connection();
    boolean passedOn =
        connection != null
            && connection.route().proxy().type() == Proxy.Type.HTTP
            && !request.url().isHttps();
    String authorization = passedOn ? authorization(request.url().uri()) : "";
    return chain.proceed(
        authorization.isEmpty()
            ? request
            : request.newBuilder().header(AUTHORIZATION, authorization).build());
  }
}
