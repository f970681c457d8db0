package dev.firedrill.engine.remote;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Results that a server gave, one file each, so that a run that was interrupted goes on where it
/// was. A run that comes to its end removes what it used.
///
/// Nothing is kept of the last minutes, to which the server may still add, and what another run
/// left is used for a day.
public final class KeptAnswers {
  /// Keeps nothing.
  public static final KeptAnswers NONE = new KeptAnswers(null, "", 0);

  private static final int FORMAT = 2;
  private static final long SETTLED = Duration.ofMinutes(10).toMillis();
  private static final long USABLE = Duration.ofDays(1).toMillis();

  private final @Nullable Path folder;
  private final String server;
  private final long now;
  private final Set<Path> used = ConcurrentHashMap.newKeySet();

  private KeptAnswers(@Nullable Path folder, String server, long now) {
    this.folder = folder;
    this.server = server;
    this.now = now;
  }

  /// {@return the answers of a server that are kept in a folder, which need not be there}
  ///
  /// @param server its address and who asks; whose answers these are
  /// @param now epoch milliseconds
  public static KeptAnswers in(Path folder, String server, long now) {
    return new KeptAnswers(folder, server, now);
  }

  /// Removes the answers that were used: the run has come to its end.
  public void finish() {
    for (Path file : used) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // It is looked over by its age.
      }
    }
  }

  Optional<Results> find(String expr, Piece piece) {
    Path file = file(expr, piece);
    if (file == null) {
      return Optional.empty();
    }
    try {
      if (now - Files.getLastModifiedTime(file).toMillis() > USABLE) {
        return Optional.empty();
      }
      Optional<Results> results = read(file);
      used.add(file);
      return results;
    } catch (IOException e) {
      // A file that is not there or cannot be read is as good as none: the server is asked.
      return Optional.empty();
    }
  }

  void keep(String expr, Piece piece, Results results) {
    Path file = file(expr, piece);
    if (file == null || piece.end() > now - SETTLED) {
      return;
    }
    try {
      Path parent = Files.createDirectories(file.resolveSibling("."));
      Path written = Files.createTempFile(parent, "answer", ".new");
      write(written, results);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      used.add(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep what the server gave: " + e.getMessage(), e);
    }
  }

  private @Nullable Path file(String expr, Piece piece) {
    Path in = folder;
    if (in == null) {
      return null;
    }
    String key =
        String.join(
            "\n",
            server,
            expr,
            Long.toString(piece.start()),
            Long.toString(piece.end()),
            Long.toString(piece.step()));
    return in.resolve(digest(key));
  }

  private static String digest(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void write(Path file, Results results) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      out.writeInt(FORMAT);
      out.writeInt(results.remarks().size());
      for (String remark : results.remarks()) {
        writeText(out, remark);
      }
      out.writeInt(results.series().size());
      for (Map.Entry<Labels, Samples> one : results.series().entrySet()) {
        writeLabels(out, one.getKey());
        Samples samples = one.getValue();
        out.writeInt(samples.size());
        for (int i = 0; i < samples.size(); i++) {
          out.writeLong(samples.time(i));
          out.writeDouble(samples.value(i));
        }
      }
      out.writeInt(FORMAT);
    }
  }

  private static void writeLabels(DataOutputStream out, Labels labels) throws IOException {
    out.writeInt(labels.size());
    for (int i = 0; i < labels.size(); i++) {
      writeText(out, labels.name(i));
      writeText(out, labels.value(i));
    }
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static Optional<Results> read(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != FORMAT) {
        return Optional.empty();
      }
      Results results = new Results();
      int remarks = in.readInt();
      for (int i = 0; i < remarks; i++) {
        results.remark(readText(in));
      }
      int series = in.readInt();
      for (int i = 0; i < series; i++) {
        results.series(readLabels(in));
        int samples = in.readInt();
        for (int j = 0; j < samples; j++) {
          results.sample(in.readLong(), in.readDouble());
        }
      }
      return in.readInt() == FORMAT ? Optional.of(results) : Optional.empty();
    }
  }

  private static Labels readLabels(DataInputStream in) throws IOException {
    int size = in.readInt();
    Labels.Builder labels = Labels.EMPTY.toBuilder();
    for (int i = 0; i < size; i++) {
      labels.set(readText(in), readText(in));
    }
    return labels.build();
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
