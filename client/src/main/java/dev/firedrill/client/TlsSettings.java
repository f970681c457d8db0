package dev.firedrill.client;

import org.jspecify.annotations.Nullable;

/// How a server's certificate is checked, and what the client shows of its own. Certificates and
/// keys are PEM text.
///
/// @param authorities certificates that vouch for the server; null for those of the system
/// @param certificate the client's own, followed by those that vouch for it; null for none
/// @param key of the client's own certificate: PKCS#8, or RSA's and EC's older forms
/// @param serverName the name that the server must have; null for that of its address
/// @param skipVerify whether any certificate will do
public record TlsSettings(
    @Nullable String authorities,
    @Nullable String certificate,
    @Nullable Secret key,
    @Nullable String serverName,
    boolean skipVerify) {
  /// What holds where nothing is set.
  public static final TlsSettings DEFAULT = new TlsSettings(null, null, null, null, false);

  /// {@return whether the system's own way of checking is to be left}
  boolean isSpecial() {
    return authorities != null || certificate != null || serverName != null || skipVerify;
  }
}
