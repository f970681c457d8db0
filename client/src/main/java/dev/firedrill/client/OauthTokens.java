package dev.firedrill.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Tokens by OAuth 2.0 for a client that asks for itself (RFC 6749, section 4.4), as Go's library
/// gets them: one is used until shortly before it expires. Safe for several threads.
final class OauthTokens {
  // Go's library asks for the next so long before the end.
  private static final long EARLY_MILLIS = 10_000;
  private static final JsonFactory JSON = new JsonFactory();

  private final Login.Oauth login;
  private final OkHttpClient http;
  private final InstantSource clock;
  private final HttpUrl url;
  private @Nullable Token token;
  // Whether the server takes name and password by the header of HTTP; tried first.
  private boolean byHeader = true;

  /// @param until when it expires, in epoch milliseconds
  private record Token(String header, long until) {}

  /// Tokens of a server.
  ///
  /// @throws IllegalArgumentException if the settings are of no use; the message says why
  OauthTokens(Login.Oauth login, RequestLimits limits, InstantSource clock) {
    this.login = login;
    this.clock = clock;
    HttpUrl parsed = HttpUrl.parse(login.tokenUrl());
    if (parsed == null) {
      throw new IllegalArgumentException("token_url: expected http://HOST:PORT/PATH");
    }
    url = parsed;
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectTimeout(limits.connect())
            .readTimeout(limits.silence())
            .writeTimeout(limits.silence());
    TlsSockets.apply(login.tls(), builder);
    ProxyRoutes.apply(login.proxy(), builder);
    http = builder.build();
  }

  /// {@return the value of the `Authorization` header}
  /// @throws ClientException if there is none to be had
  synchronized String header() {
    Token known = token;
    if (known == null || known.until() - EARLY_MILLIS <= clock.millis()) {
      known = fetched();
      token = known;
    }
    return known.header();
  }

  private Token fetched() {
    try {
      Token first = ask(byHeader);
      if (first != null) {
        return first;
      }
      // Some servers want name and password among the parameters.
      byHeader = false;
      Token second = ask(false);
      if (second != null) {
        return second;
      }
      throw failure(ClientException.Kind.UNEXPECTED, 0, "no token came");
    } catch (IOException e) {
      throw failure(
          ClientException.Kind.UNREACHABLE, 0, "no token: " + e.getClass().getSimpleName());
    }
  }

  /// Null where another way of telling who asks may help.
  private @Nullable Token ask(boolean header) throws IOException {
    Request.Builder request =
        new Request.Builder().url(url).header("User-Agent", "firedrill").post(form(header));
    if (header) {
      request.header(
          "Authorization",
          Credentials.basic(escaped(login.clientId()), escaped(login.clientSecret().value())));
    }
    try (Response response = http.newCall(request.build()).execute()) {
      if (!response.isSuccessful()) {
        if (header) {
          return null;
        }
        throw failure(
            ClientException.Kind.FORBIDDEN,
            response.code(),
            ("HTTP " + response.code() + " " + response.message()).strip() + " instead of a token");
      }
      String type = String.valueOf(response.header("Content-Type"));
      return token(type, response.body().string());
    }
  }

  private FormBody form(boolean header) {
    Map<String, String> parameters = new HashMap<>(login.parameters());
    parameters.putIfAbsent("grant_type", "client_credentials");
    if (!login.scopes().isEmpty()) {
      parameters.put("scope", String.join(" ", login.scopes()));
    }
    if (!header) {
      parameters.put("client_id", login.clientId());
      if (!login.clientSecret().value().isEmpty()) {
        parameters.put("client_secret", login.clientSecret().value());
      }
    }
    FormBody.Builder form = new FormBody.Builder();
    parameters.forEach(form::add);
    return form.build();
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private Token token(String contentType, String body) throws IOException {
    boolean form =
        contentType.startsWith("application/x-www-form-urlencoded")
            || contentType.startsWith("text/plain");
    Map<String, String> answer = form ? ofForm(body) : ofJson(body);
    String access = answer.getOrDefault("access_token", "");
    if (access.isEmpty()) {
      throw failure(ClientException.Kind.UNEXPECTED, 200, "the answer has no access_token in it");
    }
    long seconds = seconds(answer.getOrDefault("expires_in", ""));
    long until = seconds <= 0 ? Long.MAX_VALUE : clock.millis() + 1000 * seconds;
    return new Token(type(answer.getOrDefault("token_type", "")) + " " + access, until);
  }

  private static String type(String written) {
    return switch (written.toLowerCase(Locale.ROOT)) {
      case "", "bearer" -> "Bearer";
      case "mac" -> "MAC";
      case "basic" -> "Basic";
      default -> written;
    };
  }

  private static long seconds(String text) {
    return text.matches("\\d{1,12}") ? Long.parseLong(text) : 0;
  }

  private static Map<String, String> ofForm(String body) {
    Map<String, String> values = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return values;
  }

  private Map<String, String> ofJson(String body) {
    Map<String, String> values = new HashMap<>();
    try (JsonParser parser = JSON.createParser(body)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          JsonToken value = parser.nextToken();
          if (value.isScalarValue()) {
            values.put(name, parser.getText());
          }
          parser.skipChildren();
        }
      }
      return values;
    } catch (IOException e) {
      throw failure(ClientException.Kind.UNEXPECTED, 200, "the answer is no JSON");
    }
  }

  private ClientException failure(ClientException.Kind kind, int status, String reason) {
    String place = url.scheme() + "://" + url.host() + ":" + url.port() + url.encodedPath();
    return new ClientException(kind, status, place, reason, "look at oauth2 in --http-config FILE");
  }
}
