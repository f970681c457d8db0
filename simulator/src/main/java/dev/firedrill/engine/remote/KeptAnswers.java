package dev.firedrill.engine.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Results that a server gave, one file each, so that a run that was interrupted goes on where it
/// was. A run that comes to its end removes what it used.
///
/// Nothing is kept of the last minutes, to which the server may still add, and what another run
/// left is used for a day.
public final class KeptAnswers {
  /// Keeps nothing.
  public static final KeptAnswers NONE = new KeptAnswers(null, "", 0);

  private static final Pattern OURS = Pattern.compile("[0-9a-f]{64}|answer[0-9]+\\.new");
  private static final long SETTLED = Duration.ofMinutes(10).toMillis();
  private static final long USABLE = Duration.ofDays(1).toMillis();

  private final @Nullable Path folder;
  private final String server;
  private final long now;
  private final Set<Path> used = ConcurrentHashMap.newKeySet();
  private volatile String trouble = "";

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

  /// Removes the answers that were used, since the run has come to its end, and those that are too
  /// old to be used.
  public void finish() {
    used.forEach(KeptAnswers::remove);
    Path in = folder;
    if (in == null || !Files.isDirectory(in)) {
      return;
    }
    try (Stream<Path> files = Files.list(in)) {
      files
          .filter(file -> OURS.matcher(file.getFileName().toString()).matches())
          .filter(this::isTooOld)
          .forEach(KeptAnswers::remove);
    } catch (IOException e) {
      // Another run will look again.
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It is looked over by its age.
    }
  }

  private boolean isTooOld(Path file) {
    try {
      return now - Files.getLastModifiedTime(file).toMillis() > USABLE;
    } catch (IOException e) {
      return false;
    }
  }

  /// {@return why answers are not kept, in words; empty where they are}
  Optional<String> trouble() {
    return trouble.isEmpty() ? Optional.empty() : Optional.of(trouble);
  }

  Optional<Results> find(String expr, Piece piece) {
    Path file = file(expr, piece);
    if (file == null) {
      return Optional.empty();
    }
    try {
      if (!Files.exists(file) || isTooOld(file)) {
        return Optional.empty();
      }
      Optional<Results> results = AnswerFile.read(file);
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
      used.add(written);
      AnswerFile.write(written, results);
      Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
      used.add(file);
    } catch (IOException e) {
      // Whoever is not interrupted does not need them.
      trouble = "answers are not kept, so that a run that is interrupted starts anew: " + reason(e);
    }
  }

  // Some say only the name of the file, the class of the exception why.
  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
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
}
