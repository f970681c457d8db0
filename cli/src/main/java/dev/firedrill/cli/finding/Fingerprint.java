package dev.firedrill.cli.finding;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/// What a finding is known by from one run to the next, although lines move: its check, its file,
/// the rule or receiver it is in, the text it marks and what it says. Findings that have all of
/// that in common are counted.
///
/// @param hash 32 hexadecimal digits
/// @param check id of the check
/// @param path the file
/// @param subject the rule, group or receiver; empty where there is none
public record Fingerprint(String hash, String check, String path, String subject) {
  private static final int BYTES = 16;

  /// Takes fingerprints of findings; reads each file once.
  public static final class Maker {
    private final Subject subjects = new Subject();
    private final UnaryOperator<String> paths;
    private final String root;

    /// A maker.
    ///
    /// @param paths makes of a path as printed one that does not depend on the working directory
    public Maker(UnaryOperator<String> paths) {
      this(paths, "");
    }

    /// A maker.
    ///
    /// @param paths makes of a path as printed one that does not depend on the working directory
    /// @param root where the files are, which is left out of messages; empty for nowhere
    public Maker(UnaryOperator<String> paths, String root) {
      this.paths = paths;
      this.root = root.isEmpty() || root.endsWith("/") ? root : root + "/";
    }

    /// {@return the fingerprint of a finding}
    public Fingerprint of(Diagnostic finding) {
      Location place = finding.location();
      String path = paths.apply(place.file().path());
      String subject = subjects.of(place);
      String whole =
          String.join(
              "\0",
              finding.check(),
              path,
              subject,
              normalised(marked(place)),
              normalised(withoutPlaces(message(finding))));
      return new Fingerprint(hash(whole), finding.check(), path, subject);
    }

    private String message(Diagnostic finding) {
      return root.isEmpty() ? finding.message() : finding.message().replace(root, "");
    }
  }

  /// {@return the fingerprint of one more finding of this kind, which must differ from it}
  ///
  /// @param occurrence 0 for the first
  public String hash(int occurrence) {
    return occurrence == 0 ? hash : hash(hash + "\0" + occurrence);
  }

  // Of what spans lines only the first counts: a finding about a whole rule is not another one
  // because something in the rule has changed.
  private static String marked(Location place) {
    String text = place.file().text();
    int start = Math.min(place.span().start(), text.length());
    int end = Math.min(place.span().end(), text.length());
    int line = text.indexOf('\n', start);
    return text.substring(start, line >= 0 && line < end ? line : end);
  }

  // `at line 12`, `rules.yml:12:3`
  private static String withoutPlaces(String message) {
    return message.replaceAll("\\b(lines?) \\d+", "$1 N").replaceAll(":\\d+(:\\d+)?\\b", ":N");
  }

  private static String normalised(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
