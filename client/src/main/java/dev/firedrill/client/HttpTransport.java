package dev.firedrill.client;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Sends requests to one server, a limited number at a time, and again where that may help: when
/// no connection came about, and when the server is busy or starting.
final class HttpTransport {
  // Prometheus's own client sends the version; a server that does not know it ignores it.
  private static final String AGENT = "firedrill";
  private static final MediaType PROTOBUF = MediaType.get("application/x-protobuf");

  private final OkHttpClient http;
  private final ServerAddress address;
  private final HttpSettings settings;
  private final String authorization;
  private final @Nullable OauthTokens tokens;
  private final RequestLimits limits;
  private final Backoff backoff;
  private final Semaphore places;

  /// Reads an answer while it comes.
  @FunctionalInterface
  interface Reader<T> {
    T read(Answer answer) throws IOException;
  }

  /// An answer that was not refused.
  ///
  /// @param contentType as the server gave it; empty where it did not
  /// @param hostname as the server gave it in a header, which only VictoriaMetrics does; else empty
  /// @param body is read once
  /// @param secrets what the server was told, and no text from it may show
  record Answer(String contentType, String hostname, InputStream body, SentSecrets secrets) {}

  /// A connection to a server.
  ///
  /// @throws IllegalArgumentException if the settings are of no use; the message says why
  HttpTransport(
      ServerAddress address, HttpSettings settings, RequestLimits limits, Backoff backoff) {
    this.address = address;
    this.settings = settings;
    this.limits = limits;
    this.backoff = backoff;
    this.places = new Semaphore(limits.concurrency());
    Login login = settings.login() instanceof Login.None ? address.login() : settings.login();
    this.authorization = login.header();
    checkHeader("Authorization", authorization);
    settings
        .headers()
        .forEach((name, values) -> values.forEach(value -> checkHeader(name, value.value())));
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectTimeout(limits.connect())
            .readTimeout(limits.silence())
            .writeTimeout(limits.silence())
            .followRedirects(settings.followRedirects())
            .addNetworkInterceptor(new Redirects(ownHeaders(settings)));
    TlsSockets.apply(settings.tls(), builder);
    // Where none is set, that of the Java system counts.
    if (!settings.proxy().equals(ProxySettings.NONE)) {
      ProxyRoutes.apply(settings.proxy(), builder);
    }
    this.http = builder.build();
    this.tokens =
        login instanceof Login.Oauth oauth
            ? new OauthTokens(oauth, limits, InstantSource.system())
            : null;
  }

  private static Set<String> ownHeaders(HttpSettings settings) {
    Set<String> names = new HashSet<>(settings.headers().keySet());
    names.add("Authorization");
    return names;
  }

  // The library would show the value.
  private static void checkHeader(String name, String value) {
    if (!value.chars().allMatch(c -> c == '\t' || (c >= ' ' && c <= '~'))) {
      throw new IllegalArgumentException(
          "the value for the header " + name + " has a character that no header may have");
    }
  }

  /// {@return the server}
  ServerAddress address() {
    return address;
  }

  /// {@return what tells the server and who asks it from others, secrets among it}
  String identity() {
    StringBuilder text = new StringBuilder(address.url()).append('\n').append(authorization);
    if (settings.login() instanceof Login.Oauth oauth) {
      text.append(oauth.clientId()).append(' ').append(oauth.tokenUrl());
      text.append(' ').append(oauth.scopes()).append(new TreeMap<>(oauth.parameters()));
    }
    new TreeMap<>(settings.headers())
        .forEach(
            (name, values) -> {
              text.append('\n').append(name).append(':');
              values.forEach(value -> text.append(value.value()).append('\n'));
            });
    return text.toString();
  }

  /// Sends a request and reads the answer.
  ///
  /// @throws ClientException if no answer comes, or none that was asked for
  <T> T send(ApiRequest request, Reader<T> reader) {
    places.acquireUninterruptibly();
    try {
      return sendAgain(request, reader);
    } finally {
      places.release();
    }
  }

  private <T> T sendAgain(ApiRequest request, Reader<T> reader) {
    boolean asForm = request.isLong();
    for (int attempt = 1; ; attempt++) {
      boolean last = attempt >= limits.attempts();
      String retryAfter = null;
      Request sent = built(request, asForm);
      try (Response response = http.newCall(sent).execute()) {
        String moved = Redirects.told(response, sent, request.path());
        if (response.isSuccessful()) {
          return read(response, reader, moved);
        }
        Refusal refusal = Refusal.of(address, response, moved, secrets(response));
        // Where a redirect drops the form, the server misses what was asked.
        boolean dropped = !response.request().method().equals(sent.method());
        if (asForm && (response.code() == 405 || dropped)) {
          asForm = false;
          continue;
        }
        retryAfter = response.header("Retry-After");
        if (last || !refusal.mayPass()) {
          throw refusal.exception();
        }
        if (!backoff.await(attempt, retryAfter)) {
          throw refusal.exception();
        }
      } catch (IOException e) {
        if (last || !Unreachable.mayPass(e) || !backoff.await(attempt, retryAfter)) {
          throw Unreachable.exception(address, e, limits);
        }
      }
    }
  }

  private <T> T read(Response response, Reader<T> reader, String moved) throws IOException {
    String type = response.header("Content-Type");
    String hostname = response.header("X-Server-Hostname");
    Answer answer =
        new Answer(
            type == null ? "" : type,
            hostname == null ? "" : hostname,
            response.body().byteStream(),
            secrets(response));
    try {
      return reader.read(answer);
    } catch (MalformedAnswerException e) {
      String reason = answer.secrets().hide(e.reason());
      throw new MalformedAnswerException(reason, moved.isEmpty() ? e.help() : moved);
    }
  }

  private SentSecrets secrets(Response response) {
    return SentSecrets.of(response.request(), settings.headers().keySet());
  }

  private Request built(ApiRequest request, boolean asForm) {
    HttpUrl.Builder url = HttpUrl.get(address.url() + request.path()).newBuilder();
    Request.Builder builder = new Request.Builder().header("User-Agent", AGENT);
    if (request.body().size() > 0) {
      builder
          .post(RequestBody.create(request.body(), PROTOBUF))
          .header("Content-Encoding", "snappy")
          .header("Accept-Encoding", "snappy")
          .header("X-Prometheus-Remote-Read-Version", "0.1.0");
    } else if (asForm) {
      builder.post(form(request.parameters()));
    } else {
      addQuery(request.parameters(), url);
    }
    OauthTokens given = tokens;
    String login = given == null ? authorization : given.header();
    if (!login.isEmpty()) {
      builder.header("Authorization", login);
    }
    for (Map.Entry<String, List<Secret>> header : settings.headers().entrySet()) {
      builder.removeHeader(header.getKey());
      header.getValue().forEach(value -> builder.addHeader(header.getKey(), value.value()));
    }
    return builder.url(url.build()).build();
  }

  private static RequestBody form(List<String> parameters) {
    FormBody.Builder form = new FormBody.Builder();
    for (int i = 0; i < parameters.size(); i += 2) {
      form.add(parameters.get(i), parameters.get(i + 1));
    }
    return form.build();
  }

  private static void addQuery(List<String> parameters, HttpUrl.Builder url) {
    for (int i = 0; i < parameters.size(); i += 2) {
      url.addQueryParameter(parameters.get(i), parameters.get(i + 1));
    }
  }
}
