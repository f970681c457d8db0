package dev.firedrill.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

class PemTextTest {
  @Test
  void readsKeysOfEllipticCurvesInTheirOlderForm() throws Exception {
    HeldCertificate held = new HeldCertificate.Builder().ecdsa256().build();
    ECPrivateKey key = (ECPrivateKey) held.keyPair().getPrivate();
    // SEC 1: version, the number, the curve.
    byte[] number = new byte[32];
    byte[] s = key.getS().toByteArray();
    int length = Math.min(32, s.length);
    System.arraycopy(s, s.length - length, number, 32 - length, length);
    byte[] der = new byte[2 + 3 + 2 + 32 + 12];
    byte[] head = {0x30, (byte) (der.length - 2), 2, 1, 1, 4, 32};
    byte[] curve = {(byte) 0xa0, 10, 6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7};
    System.arraycopy(head, 0, der, 0, head.length);
    System.arraycopy(number, 0, der, head.length, 32);
    System.arraycopy(curve, 0, der, head.length + 32, curve.length);
    String pem =
        "-----BEGIN EC PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END EC PRIVATE KEY-----\n";
    assertThat(((ECPrivateKey) PemText.privateKey(pem)).getS()).isEqualTo(key.getS());
    assertThat(PemText.privateKey(held.privateKeyPkcs8Pem())).isEqualTo(key);
  }
}
