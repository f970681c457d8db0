package dev.firedrill.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Certificates and keys as PEM text.
final class PemText {
  // AlgorithmIdentifier of RSA keys: rsaEncryption, NULL.
  private static final byte[] RSA = {
    0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
  };
  private static final byte[] EC_PUBLIC_KEY = {
    0x06, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1
  };

  private PemText() {}

  /// {@return the certificates of a text, in order}
  static List<X509Certificate> certificates(String text) throws GeneralSecurityException {
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<X509Certificate> certificates = new ArrayList<>();
    for (byte[] block : blocks(text, "CERTIFICATE")) {
      certificates.add(
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block)));
    }
    if (certificates.isEmpty()) {
      throw new CertificateException("no certificate in it: expected -----BEGIN CERTIFICATE-----");
    }
    return certificates;
  }

  /// {@return the first private key of a text}
  static PrivateKey privateKey(String text) throws GeneralSecurityException {
    for (byte[] key : blocks(text, "PRIVATE KEY")) {
      return decoded(key);
    }
    for (byte[] key : blocks(text, "RSA PRIVATE KEY")) {
      return decoded(wrapped(RSA, key));
    }
    for (byte[] key : blocks(text, "EC PRIVATE KEY")) {
      return decoded(wrapped(curveOf(key), key));
    }
    boolean encrypted = text.contains("ENCRYPTED");
    throw new InvalidKeySpecException(
        encrypted
            ? "the private key is encrypted: give it without a passphrase"
            : "no private key in it: expected -----BEGIN PRIVATE KEY-----");
  }

  private static PrivateKey decoded(byte[] pkcs8) throws GeneralSecurityException {
    InvalidKeySpecException last = new InvalidKeySpecException("no known kind of private key");
    for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      } catch (InvalidKeySpecException e) {
        last = e;
      }
    }
    throw last;
  }

  /// A key in its algorithm's own form, put into PKCS#8.
  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    byte[] version = {2, 1, 0};
    return der(0x30, version, algorithm, der(0x04, key));
  }

  /// The algorithm of an EC key, whose curve stands in its field [0].
  private static byte[] curveOf(byte[] key) throws InvalidKeySpecException {
    for (int i = 0; i + 4 < key.length; i++) {
      if ((key[i] & 0xff) == 0xa0 && key[i + 2] == 0x06 && key[i + 1] == key[i + 3] + 2) {
        byte[] curve = new byte[key[i + 1]];
        System.arraycopy(key, i + 2, curve, 0, curve.length);
        return der(0x30, EC_PUBLIC_KEY, curve);
      }
    }
    throw new InvalidKeySpecException("the EC private key does not name its curve");
  }

  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      content.writeBytes(part);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(tag);
    int length = content.size();
    if (length < 0x80) {
      all.write(length);
    } else {
      int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
      all.write(0x80 | bytes);
      for (int i = bytes - 1; i >= 0; i--) {
        all.write(length >>> (8 * i));
      }
    }
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }

  private static List<byte[]> blocks(String text, String title) throws InvalidKeySpecException {
    String begin = "-----BEGIN " + title + "-----";
    String end = "-----END " + title + "-----";
    List<byte[]> blocks = new ArrayList<>();
    int start = text.indexOf(begin);
    while (start >= 0) {
      int stop = text.indexOf(end, start);
      if (stop < 0) {
        throw new InvalidKeySpecException("'" + begin + "' without its end");
      }
      String body = text.substring(start + begin.length(), stop).replaceAll("\\s", "");
      blocks.add(Base64.getMimeDecoder().decode(body.getBytes(StandardCharsets.US_ASCII)));
      start = text.indexOf(begin, stop);
    }
    return blocks;
  }
}
