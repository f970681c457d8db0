package dev.firedrill.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TlsSocketsTest {
  private static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().certificateAuthority(0).build();
  private static final HeldCertificate SERVER =
      new HeldCertificate.Builder()
          .signedBy(AUTHORITY)
          .addSubjectAlternativeName("prometheus.example")
          .build();
  private static final HeldCertificate CLIENT =
      new HeldCertificate.Builder().signedBy(AUTHORITY).rsa2048().build();

  private final MockWebServer web = new MockWebServer();

  private void start(boolean clientsMustShowCertificates) throws Exception {
    HandshakeCertificates own =
        new HandshakeCertificates.Builder()
            .heldCertificate(SERVER)
            .addTrustedCertificate(AUTHORITY.certificate())
            .build();
    web.useHttps(own.sslSocketFactory());
    if (clientsMustShowCertificates) {
      web.requireClientAuth();
    }
    web.enqueue(new MockResponse.Builder().body("fine").build());
    web.start(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  void stop() {
    web.close();
  }

  private String ask(TlsSettings tls) {
    HttpSettings settings =
        new HttpSettings(new Login.None(), java.util.Map.of(), tls, ProxySettings.NONE, true);
    return new HttpTransport(
            ServerAddress.of(web.url("/").toString()),
            settings,
            ApiServer.LIMITS,
            ApiServer.unhurried())
        .send(
            ApiRequest.get("/"),
            answer ->
                new String(answer.body().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
  }

  private static TlsSettings trusting(@Nullable String name) {
    return new TlsSettings(AUTHORITY.certificatePem(), null, null, name, false);
  }

  @Test
  void trustsTheAuthoritiesOfTheSettingsForTheNameOfTheSettings() throws Exception {
    start(false);
    assertThat(ask(trusting("prometheus.example"))).isEqualTo("fine");
  }

  @Test
  void refusesAServerOfAnotherName() throws Exception {
    start(false);
    assertThatThrownBy(() -> ask(trusting(null)))
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("its certificate is for another name");
  }

  @Test
  void refusesAServerThatNobodyVouchesFor() throws Exception {
    start(false);
    assertThatThrownBy(() -> ask(TlsSettings.DEFAULT))
        .isInstanceOf(ClientException.class)
        .hasMessageContaining("set ca_file of tls_config");
  }

  @Test
  void takesAnyServerWhereToldSo() throws Exception {
    start(false);
    assertThat(ask(new TlsSettings(null, null, null, null, true))).isEqualTo("fine");
  }

  @Test
  void showsItsOwnCertificate() throws Exception {
    start(true);
    for (String key : new String[] {CLIENT.privateKeyPkcs8Pem(), CLIENT.privateKeyPkcs1Pem()}) {
      TlsSettings tls =
          new TlsSettings(
              AUTHORITY.certificatePem(),
              CLIENT.certificatePem(),
              new Secret(key),
              "prometheus.example",
              false);
      assertThat(ask(tls)).isEqualTo("fine");
      web.enqueue(new MockResponse.Builder().body("fine").build());
    }
  }

  @Test
  void saysWhatIsWrongWithACertificate() throws Exception {
    start(false);
    assertThatThrownBy(() -> ask(new TlsSettings("nothing", null, null, null, false)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tls_config: no certificate in it: expected -----BEGIN CERTIFICATE-----");
    assertThatThrownBy(
            () ->
                ask(
                    new TlsSettings(
                        null,
                        CLIENT.certificatePem(),
                        new Secret("-----BEGIN ENCRYPTED PRIVATE KEY-----"),
                        null,
                        false)))
        .hasMessage("tls_config: the private key is encrypted: give it without a passphrase");
  }
}
