package dev.firedrill.alertmanager.receiver;

import dev.firedrill.alertmanager.receiver.Field.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How an integration talks HTTP.
public final class HttpConfig {
  private static final String TYPE = "config.plain";

  private static final List<Field> TLS_FIELDS =
      List.of(
          Field.text("ca"),
          Field.text("cert"),
          Field.secret("key"),
          Field.text("ca_file"),
          Field.text("cert_file"),
          Field.text("key_file"),
          Field.text("ca_ref"),
          Field.text("cert_ref"),
          Field.text("key_ref"),
          Field.text("server_name"),
          Field.flag("insecure_skip_verify"),
          Field.text("min_version"),
          Field.text("max_version"));

  private static final List<Field> PROXY_FIELDS =
      List.of(
          Field.text("proxy_url"),
          Field.text("no_proxy"),
          Field.flag("proxy_from_environment"),
          Field.of("proxy_connect_header", Kind.ANY));

  private static final Set<String> RESERVED =
      Set.of(
          "authorization",
          "host",
          "content-encoding",
          "content-length",
          "content-type",
          "user-agent",
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "www-authenticate",
          "accept-encoding",
          "x-prometheus-remote-write-version",
          "x-prometheus-remote-read-version",
          "x-prometheus-scrape-timeout-seconds",
          "x-amz-date",
          "x-amz-security-token",
          "x-amz-content-sha256");

  /// The field that most integrations have, and `global`.
  public static final Field FIELD =
      Field.object("http_config", TYPE, fields(), HttpConfig::validate);

  private HttpConfig() {}

  static Field tls(String name) {
    return Field.object(name, TYPE, TLS_FIELDS, HttpConfig::validateTls);
  }

  private static List<Field> fields() {
    List<Field> fields = new ArrayList<>(PROXY_FIELDS);
    fields.add(
        Field.object(
            "basic_auth",
            TYPE,
            List.of(
                Field.text("username"),
                Field.text("username_file"),
                Field.text("username_ref"),
                Field.secret("password"),
                Field.text("password_file"),
                Field.text("password_ref")),
            Rules.NONE));
    fields.add(
        Field.object(
            "authorization",
            TYPE,
            List.of(
                Field.text("type"),
                Field.secret("credentials"),
                Field.text("credentials_file"),
                Field.text("credentials_ref")),
            Rules.NONE));
    fields.add(Field.object("oauth2", TYPE, oauth2(), Rules.NONE));
    fields.add(Field.secret("bearer_token"));
    fields.add(Field.text("bearer_token_file"));
    fields.add(tls("tls_config"));
    fields.add(Field.flag("follow_redirects"));
    fields.add(Field.flag("enable_http2"));
    fields.add(Field.of("http_headers", Kind.ANY));
    return fields;
  }

  private static List<Field> oauth2() {
    List<Field> fields = new ArrayList<>(PROXY_FIELDS);
    for (String name :
        List.of(
            "client_id",
            "client_secret_file",
            "client_secret_ref",
            "client_certificate_key_id",
            "client_certificate_key_file",
            "client_certificate_key_ref",
            "grant_type",
            "signature_algorithm",
            "iss",
            "audience",
            "token_url")) {
      fields.add(Field.text(name));
    }
    fields.add(Field.secret("client_secret"));
    fields.add(Field.secret("client_certificate_key"));
    fields.add(Field.of("claims", Kind.ANY));
    fields.add(Field.of("scopes", Kind.TEXTS));
    fields.add(Field.of("endpoint_params", Kind.TEXT_MAP));
    fields.add(tls("tls_config"));
    return fields;
  }

  private static void validate(Settings http) {
    if (http.atMostOne("bearer_token", "bearer_token_file")) {
      return;
    }
    boolean bearer = http.hasAny("bearer_token", "bearer_token_file");
    Optional<Settings> basic = http.object("basic_auth");
    Optional<Settings> authorization = http.object("authorization");
    Optional<Settings> oauth2 = http.object("oauth2");
    if (bearer && (basic.isPresent() || oauth2.isPresent())) {
      http.reject(
          "at most one of basic_auth, oauth2, bearer_token & bearer_token_file must be configured",
          "bearer_token");
      return;
    }
    if (basic.isPresent() && rejectsBasic(basic.get())) {
      return;
    }
    if (authorization.isPresent()) {
      validateAuthorization(http, authorization.get(), bearer);
    } else if (oauth2.isPresent() && basic.isPresent()) {
      http.reject("at most one of basic_auth, oauth2 & authorization must be configured", "oauth2");
    } else {
      oauth2.ifPresent(HttpConfig::validateOauth2);
    }
    validateProxy(http);
    validateHeaders(http);
  }

  private static boolean rejectsBasic(Settings basic) {
    return rejectsBoth(basic, "basic_auth", "username")
        || rejectsBoth(basic, "basic_auth", "password");
  }

  private static boolean rejectsBoth(Settings settings, String where, String name) {
    int given = 0;
    for (String form : List.of(name, name + "_file", name + "_ref")) {
      given += settings.has(form) ? 1 : 0;
    }
    if (given > 1) {
      settings.reject(
          "at most one of "
              + where
              + " "
              + name
              + ", "
              + name
              + "_file & "
              + name
              + "_ref must be configured",
          name);
    }
    return given > 1;
  }

  private static void validateAuthorization(Settings http, Settings authorization, boolean bearer) {
    if (bearer) {
      http.reject(
          "authorization is not compatible with bearer_token & bearer_token_file", "authorization");
    } else if (!rejectsBoth(authorization, "authorization", "credentials")) {
      if (authorization.text("type").strip().toLowerCase(Locale.ROOT).equals("basic")) {
        authorization.reject(
            "authorization type cannot be set to \"basic\", use \"basic_auth\" instead", "type");
      } else if (http.has("basic_auth") || http.has("oauth2")) {
        http.reject(
            "at most one of basic_auth, oauth2 & authorization must be configured",
            "authorization");
      }
    }
  }

  private static void validateOauth2(Settings oauth2) {
    if (!oauth2.has("client_id")) {
      oauth2.reject("oauth2 client_id must be configured", "client_id");
    } else if (!oauth2.has("token_url")) {
      oauth2.reject("oauth2 token_url must be configured", "token_url");
    } else if (!rejectsBoth(oauth2, "oauth2", "client_secret")) {
      validateProxy(oauth2);
    }
  }

  private static void validateProxy(Settings http) {
    boolean url = http.has("proxy_url");
    boolean environment = http.isTrue("proxy_from_environment");
    if (!http.entries("proxy_connect_header").isEmpty() && !url && !environment) {
      http.reject(
          "if proxy_connect_header is configured, proxy_url or proxy_from_environment must also be"
              + " configured",
          "proxy_connect_header");
    } else if (environment && url) {
      http.reject(
          "if proxy_from_environment is configured, proxy_url must not be configured", "proxy_url");
    } else if (environment && http.has("no_proxy")) {
      http.reject(
          "if proxy_from_environment is configured, no_proxy must not be configured", "no_proxy");
    } else if (!url && http.has("no_proxy")) {
      http.reject("if no_proxy is configured, proxy_url must also be configured", "no_proxy");
    }
  }

  private static void validateHeaders(Settings http) {
    http.entries("http_headers").stream()
        .filter(entry -> RESERVED.contains(entry.name().toLowerCase(Locale.ROOT)))
        .findFirst()
        .ifPresent(
            entry ->
                http.reject(
                    "setting header \"" + entry.name() + "\" is not allowed", "http_headers"));
  }

  private static void validateTls(Settings tls) {
    boolean certificate = tls.hasAny("cert", "cert_file", "cert_ref");
    boolean key = tls.hasAny("key", "key_file", "key_ref");
    for (String name : List.of("ca", "cert", "key")) {
      if (tls.has(name) && tls.has(name + "_file")) {
        tls.reject("at most one of " + name + " and " + name + "_file must be configured", name);
        return;
      }
    }
    if (certificate && !key) {
      tls.reject(
          "exactly one of key or key_file must be configured when a client certificate is"
              + " configured",
          "cert_file");
    } else if (key && !certificate) {
      tls.reject(
          "exactly one of cert or cert_file must be configured when a client key is configured",
          "key_file");
    }
    for (String name : List.of("min_version", "max_version")) {
      String version = tls.text(name);
      if (!version.isEmpty() && !Set.of("TLS10", "TLS11", "TLS12", "TLS13").contains(version)) {
        tls.reject("unknown TLS version: " + version, name);
      }
    }
  }
}
