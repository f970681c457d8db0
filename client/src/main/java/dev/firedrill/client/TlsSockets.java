package dev.firedrill.client;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/// Applies settings of TLS to a client.
final class TlsSockets {
  private TlsSockets() {}

  /// Applies settings.
  ///
  /// @throws IllegalArgumentException if a certificate or key cannot be read; the message says why
  static void apply(TlsSettings settings, OkHttpClient.Builder builder) {
    if (!settings.isSpecial()) {
      return;
    }
    try {
      X509TrustManager trust =
          settings.skipVerify() ? new TrustsAnyone() : trusting(settings.authorities());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys(settings), new TrustManager[] {trust}, new SecureRandom());
      builder.sslSocketFactory(sockets(context, settings.serverName()), trust);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("tls_config: " + e.getMessage(), e);
    }
    String name = settings.serverName();
    if (settings.skipVerify()) {
      builder.hostnameVerifier((host, session) -> true);
    } else if (name != null) {
      HostnameVerifier usual = builder.build().hostnameVerifier();
      builder.hostnameVerifier((host, session) -> usual.verify(name, session));
    }
  }

  private static SSLSocketFactory sockets(SSLContext context, @Nullable String name) {
    SSLSocketFactory usual = context.getSocketFactory();
    return name == null ? usual : new NamedSockets(usual, name);
  }

  private static KeyManager @Nullable [] keys(TlsSettings settings)
      throws GeneralSecurityException, IOException {
    String certificate = settings.certificate();
    Secret key = settings.key();
    if (certificate == null || key == null) {
      return null;
    }
    KeyStore store = empty();
    store.setKeyEntry(
        "client",
        PemText.privateKey(key.value()),
        new char[0],
        PemText.certificates(certificate).toArray(new X509Certificate[0]));
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, new char[0]);
    return factory.getKeyManagers();
  }

  private static X509TrustManager trusting(@Nullable String authorities)
      throws GeneralSecurityException, IOException {
    KeyStore store = null;
    if (authorities != null) {
      store = empty();
      List<X509Certificate> certificates = PemText.certificates(authorities);
      for (int i = 0; i < certificates.size(); i++) {
        store.setCertificateEntry("ca-" + i, certificates.get(i));
      }
    }
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager found) {
        return found;
      }
    }
    throw new GeneralSecurityException("this Java cannot check certificates");
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    return store;
  }

  /// What `insecure_skip_verify` asks for.
  private static final class TrustsAnyone implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
