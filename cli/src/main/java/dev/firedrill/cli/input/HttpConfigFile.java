package dev.firedrill.cli.input;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.client.HttpSettings;
import dev.firedrill.client.Login;
import dev.firedrill.client.ProxySettings;
import dev.firedrill.client.Secret;
import dev.firedrill.client.TlsSettings;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlProblems;
import dev.firedrill.yaml.YamlStream;
import dev.firedrill.yaml.YamlValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads how a server is asked from a file of the form that Prometheus calls `http_config`. Files
/// that it names are relative to it.
public final class HttpConfigFile {
  private static final String CHECK = "http-config/invalid";

  private final YamlProblems problems = new YamlProblems();
  private final SourceFile source;
  private final Path folder;

  private HttpConfigFile(SourceFile source, Path folder) {
    this.source = source;
    this.folder = folder;
  }

  /// {@return what a file says}
  /// @throws CommandException when it says what makes no sense
  public static HttpSettings read(Session session, String path) throws IOException {
    SourceFile source = new InputFile(path, true).read(session);
    return new HttpConfigFile(source, session.resolve(path).toAbsolutePath().resolveSibling(""))
        .read();
  }

  private HttpSettings read() throws IOException {
    YamlStream stream = Yaml.read(source, YamlDialect.GO_V2);
    problems.addAll(stream.problems());
    Optional<YamlNode> document = stream.first().filter(node -> !YamlValues.isNull(node));
    HttpSettings settings = document.isPresent() ? settings(document.get()) : HttpSettings.DEFAULT;
    if (!problems.isEmpty()) {
      throw rejected();
    }
    return settings;
  }

  // Without the lines of the file, which may hold secrets.
  private CommandException rejected() {
    List<String> lines = new ArrayList<>();
    for (Diagnostic found : problems.diagnostics()) {
      String help = found.help();
      lines.add(
          source.path()
              + ":"
              + found.location().start().line()
              + ": "
              + found.message()
              + (help == null ? "" : " (" + help + ")"));
    }
    return new CommandException(String.join("\n", lines));
  }

  private HttpSettings settings(YamlNode document) throws IOException {
    YamlFields fields = YamlFields.of(document, "config.HTTPClientConfig", problems);
    Login login = login(fields);
    TlsSettings security = tls(fields);
    Located<Boolean> follow = fields.bool("follow_redirects");
    HttpSettings settings =
        new HttpSettings(
            login, headers(fields), security, proxy(fields), follow == null || follow.value());
    // Spoken where the server speaks it.
    fields.allow("enable_http2");
    fields.finish();
    return settings;
  }

  private void reject(YamlFields fields, String message) {
    problems.value(Diagnostic.error(CHECK, message, fields.location()), message);
  }

  private ProxySettings proxy(YamlFields fields) throws IOException {
    String url = word(fields, "proxy_url");
    String exceptions = word(fields, "no_proxy");
    Located<Boolean> environment = fields.bool("proxy_from_environment");
    boolean given = environment != null && environment.value();
    Map<String, List<Secret>> headers = connectHeaders(fields);
    if (!headers.isEmpty() && url == null && !given) {
      reject(
          fields,
          "if proxy_connect_header is configured, proxy_url or proxy_from_environment must also be"
              + " configured");
    } else if (given && url != null) {
      reject(fields, "if proxy_from_environment is configured, proxy_url must not be configured");
    } else if (given && exceptions != null) {
      reject(fields, "if proxy_from_environment is configured, no_proxy must not be configured");
    } else if (url == null && exceptions != null) {
      reject(fields, "if no_proxy is configured, proxy_url must also be configured");
    }
    if (given) {
      return ProxySettings.ofEnvironment(System.getenv()).withConnectHeaders(headers);
    }
    return url == null
        ? ProxySettings.NONE
        : ProxySettings.of(url, exceptions == null ? "" : exceptions).withConnectHeaders(headers);
  }

  private Map<String, List<Secret>> connectHeaders(YamlFields fields) {
    Map<String, List<Secret>> headers = new LinkedHashMap<>();
    YamlNode node = fields.node("proxy_connect_header").orElse(null);
    if (node != null) {
      YamlFields names = YamlFields.of(node, "config.ProxyHeader", problems);
      for (YamlNode.Entry entry : names.rest()) {
        List<Secret> values = new ArrayList<>();
        names.strings(entry.name()).forEach(value -> values.add(new Secret(value.text())));
        headers.put(entry.name(), values);
      }
    }
    return headers;
  }

  private Login oauth(YamlFields fields) throws IOException {
    String id = word(fields, "client_id");
    Secret secret = new Secret(either(fields, "client_secret"));
    String url = word(fields, "token_url");
    if (id == null) {
      reject(fields, "oauth2 client_id must be configured");
    } else if (url == null) {
      reject(fields, "oauth2 token_url must be configured");
    }
    List<String> scopes = new ArrayList<>();
    fields.strings("scopes").forEach(scope -> scopes.add(scope.text()));
    Map<String, String> parameters = new LinkedHashMap<>();
    fields.map("endpoint_params", (name, value) -> parameters.put(name.value(), value.text()));
    TlsSettings security = tls(fields);
    ProxySettings proxy = proxy(fields);
    fields.finish();
    return new Login.Oauth(
        id == null ? "" : id, secret, url == null ? "" : url, scopes, parameters, security, proxy);
  }

  private TlsSettings tls(YamlFields parent) throws IOException {
    YamlFields fields = parent.object("tls_config", "config.TLSConfig").orElse(null);
    return fields == null ? TlsSettings.DEFAULT : tlsOf(fields);
  }

  private Login login(YamlFields fields) throws IOException {
    List<Login> logins = new ArrayList<>();
    YamlFields basic = fields.object("basic_auth", "config.BasicAuth").orElse(null);
    if (basic != null) {
      logins.add(new Login.Basic(either(basic, "username"), new Secret(either(basic, "password"))));
      basic.finish();
    }
    YamlFields authorization = fields.object("authorization", "config.Authorization").orElse(null);
    if (authorization != null) {
      String type = word(authorization, "type");
      Secret credentials = new Secret(either(authorization, "credentials"));
      logins.add(new Login.Token(type == null ? "Bearer" : type.strip(), credentials));
      authorization.finish();
    }
    YamlFields oauth = fields.object("oauth2", "config.plain").orElse(null);
    if (oauth != null) {
      logins.add(oauth(oauth));
    }
    String bearer = either(fields, "bearer_token");
    if (!bearer.isEmpty()) {
      logins.add(new Login.Token("Bearer", new Secret(bearer)));
    }
    if (logins.size() > 1) {
      String message =
          "at most one of basic_auth, authorization, oauth2, bearer_token & bearer_token_file can"
              + " be given";
      problems.value(Diagnostic.error(CHECK, message, fields.location()), message);
    }
    return logins.isEmpty() ? new Login.None() : logins.getFirst();
  }

  private TlsSettings tlsOf(YamlFields fields) throws IOException {
    String authorities = either(fields, "ca");
    String certificate = either(fields, "cert");
    String key = either(fields, "key");
    Located<Boolean> skip = fields.bool("insecure_skip_verify");
    if (certificate.isEmpty() != key.isEmpty()) {
      String message = "a client certificate needs both cert_file and key_file";
      problems.value(Diagnostic.error(CHECK, message, fields.location()), message);
    }
    String name = word(fields, "server_name");
    // Java and the server agree on the newest that both know.
    fields.allow("min_version", "max_version");
    fields.finish();
    return new TlsSettings(
        emptyToNull(authorities),
        emptyToNull(certificate),
        key.isEmpty() ? null : new Secret(key),
        name,
        skip != null && skip.value());
  }

  private Map<String, List<Secret>> headers(YamlFields fields) throws IOException {
    Map<String, List<Secret>> headers = new LinkedHashMap<>();
    YamlNode node = fields.node("http_headers").orElse(null);
    if (node == null) {
      return headers;
    }
    for (YamlNode.Entry entry : YamlFields.of(node, "config.Headers", problems).rest()) {
      YamlFields header = YamlFields.of(entry.value(), "config.Header", problems);
      List<Secret> values = new ArrayList<>();
      header.strings("values").forEach(value -> values.add(new Secret(value.text())));
      header.strings("secrets").forEach(value -> values.add(new Secret(value.text())));
      for (var file : header.strings("files")) {
        values.add(new Secret(contents(file.text())));
      }
      header.finish();
      headers.put(entry.name(), values);
    }
    return headers;
  }

  /// A text that stands in the file or in another, `NAME` or `NAME_file`; empty for neither.
  private String either(YamlFields fields, String name) throws IOException {
    String given = word(fields, name);
    String file = word(fields, name + "_file");
    if (given != null && file != null) {
      String message = "at most one of " + name + " and " + name + "_file can be given";
      problems.value(Diagnostic.error(CHECK, message, fields.location()), message);
    } else if (file != null) {
      return contents(file);
    }
    return given == null ? "" : given;
  }

  private String contents(String file) throws IOException {
    Path path = folder.resolve(file);
    if (!Files.isRegularFile(path)) {
      throw new CommandException(file + ": no such file, named by " + source.path());
    }
    return Files.readString(path).strip();
  }

  private static @Nullable String word(YamlFields fields, String name) {
    Located<String> text = fields.string(name);
    return text == null || text.value().isEmpty() ? null : text.value();
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
