package dev.firedrill.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.client.HttpSettings;
import dev.firedrill.client.Login;
import dev.firedrill.client.ProxySettings;
import dev.firedrill.client.Secret;
import dev.firedrill.client.TlsSettings;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpConfigFileTest {
  @TempDir private Path folder;

  private HttpSettings read(String yaml) throws Exception {
    Files.writeString(folder.resolve("http.yml"), yaml);
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    Session session = new Session(folder, InputStream.nullInputStream(), nowhere, nowhere, false);
    return HttpConfigFile.read(session, "http.yml");
  }

  @Test
  void readsLoginsOfEachKind() throws Exception {
    assertThat(read("basic_auth: {username: me, password: pw}").login())
        .isEqualTo(new Login.Basic("me", new Secret("pw")));
    assertThat(read("authorization: {credentials: t}").login())
        .isEqualTo(new Login.Token("Bearer", new Secret("t")));
    assertThat(read("authorization: {type: Key, credentials: t}").login())
        .isEqualTo(new Login.Token("Key", new Secret("t")));
    assertThat(read("bearer_token: t").login())
        .isEqualTo(new Login.Token("Bearer", new Secret("t")));
    assertThat(read("# nothing\n")).isEqualTo(HttpSettings.DEFAULT);
  }

  @Test
  void readsSecretsAndCertificatesFromFilesBesideIt() throws Exception {
    Files.writeString(folder.resolve("token"), "t0ken\n");
    Files.writeString(folder.resolve("ca.pem"), "PEM\n");
    HttpSettings settings =
        read(
            """
            authorization: {credentials_file: token}
            tls_config: {ca_file: ca.pem, server_name: x, insecure_skip_verify: false, min_version: TLS12}
            """);
    assertThat(settings.login()).isEqualTo(new Login.Token("Bearer", new Secret("t0ken")));
    assertThat(settings.tls()).isEqualTo(new TlsSettings("PEM", null, null, "x", false));
  }

  @Test
  void readsHeadersProxyAndRedirects() throws Exception {
    Files.writeString(folder.resolve("key"), "k\n");
    HttpSettings settings =
        read(
            """
            http_headers:
              X-Scope-OrgID: {values: [a, b]}
              X-Key: {secrets: [s], files: [key]}
            proxy_url: http://proxy:3128
            follow_redirects: false
            enable_http2: true
            """);
    assertThat(settings.headers())
        .isEqualTo(
            Map.of(
                "X-Scope-OrgID",
                List.of(new Secret("a"), new Secret("b")),
                "X-Key",
                List.of(new Secret("s"), new Secret("k"))));
    assertThat(settings.proxy()).isEqualTo(ProxySettings.of("http://proxy:3128", ""));
    assertThat(settings.followRedirects()).isFalse();
  }

  @Test
  void readsTokensByOauthAndProxies() throws Exception {
    Files.writeString(folder.resolve("secret"), "s3cret\n");
    HttpSettings settings =
        read(
            """
            oauth2:
              client_id: me
              client_secret_file: secret
              token_url: https://login.example.com/token
              scopes: [read, list]
              endpoint_params: {audience: metrics}
              tls_config: {insecure_skip_verify: true}
              proxy_url: http://other:3128
            proxy_url: http://proxy:3128
            no_proxy: .example.com
            proxy_connect_header: {X-Team: [a, b]}
            """);
    assertThat(settings.login())
        .isEqualTo(
            new Login.Oauth(
                "me",
                new Secret("s3cret"),
                "https://login.example.com/token",
                List.of("read", "list"),
                Map.of("audience", "metrics"),
                new TlsSettings(null, null, null, null, true),
                ProxySettings.of("http://other:3128", "")));
    assertThat(settings.proxy())
        .isEqualTo(
            ProxySettings.of("http://proxy:3128", ".example.com")
                .withConnectHeaders(Map.of("X-Team", List.of(new Secret("a"), new Secret("b")))));
    assertThat(settings.toString()).doesNotContain("s3cret").doesNotContain("proxy:3128");
    assertThat(read("proxy_from_environment: true").proxy())
        .isEqualTo(ProxySettings.ofEnvironment(System.getenv()));
  }

  @Test
  void saysWhatMakesNoSenseWithoutShowingSecrets() {
    assertRefused("basic_auth: {username: me, pasword: s3cret}", "http.yml:1: unknown field");
    assertRefused(
        "basic_auth: {username: me, password: s3cret}\nbearer_token: s3cret",
        "http.yml:1: at most one of basic_auth, authorization,");
    assertRefused("bearer_token: s3cret\nbearer_token_file: x", "http.yml:1: at most one of");
    assertRefused("tls_config: {cert_file: http.yml}", "http.yml:1: a client certificate needs");
    assertRefused(
        "oauth2: {client_secret: s3cret}", "http.yml:1: oauth2 client_id must be configured");
    assertRefused("oauth2: {client_id: s3cret}", "http.yml:1: oauth2 token_url must be configured");
    assertRefused("no_proxy: s3cret", "http.yml:1: if no_proxy is configured, proxy_url must also");
    assertRefused(
        "{proxy_url: 'http://s3cret', proxy_from_environment: true}",
        "http.yml:1: if proxy_from_environment is configured, proxy_url must not");
    assertRefused(
        "{no_proxy: s3cret, proxy_from_environment: true}",
        "http.yml:1: if proxy_from_environment is configured, no_proxy must not");
    assertRefused(
        "proxy_connect_header: {A: [s3cret]}", "http.yml:1: if proxy_connect_header is configured");
    assertRefused(
        "authorization: {credentials_file: none}", "none: no such file, named by http.yml");
    assertRefused("basic_auth: [s3cret", "http.yml:1: ");
  }

  private void assertRefused(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(CommandException.class)
        .hasMessageStartingWith(message)
        .hasMessageNotContaining("s3cret");
  }
}
