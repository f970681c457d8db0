package dev.firedrill.cli.input;

import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.SourceFile;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;

/// Files that are replaced whole: whoever reads one sees the old text or the new one, never a part.
public final class AtomicFile {
  private AtomicFile() {}

  /// Replaces what is in a file, or makes a new one. Permissions stay, and so do links to it; what
  /// is no file, such as `/dev/stdout` or a pipe, is written to as it is.
  public static void write(Path path, byte[] content) throws IOException {
    write(path, out -> out.write(content));
  }

  /// What a file is to hold.
  @FunctionalInterface
  public interface Content {
    /// Writes it; the stream is closed afterwards.
    void writeTo(OutputStream out) throws IOException;
  }

  /// Replaces what is in a file, or makes a new one, as above; the content need not be in memory.
  public static void write(Path path, Content content) throws IOException {
    boolean present = Files.exists(path);
    if (present && !Files.isRegularFile(path)) {
      write(content, path, path);
      return;
    }
    Path target = present ? path.toRealPath() : path.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) {
      throw new IOException("not a file: " + path);
    }
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    Path temporary = named(path, () -> temporary(folder, target, present));
    try {
      write(content, temporary, path);
      if (present) {
        copyPermissions(target, temporary);
      }
      named(path, () -> move(temporary, target));
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void write(Content content, Path path, Path shown) throws IOException {
    try (OutputStream out = new NamedOutput(shown, Files.newOutputStream(path))) {
      content.writeTo(out);
    }
  }

  @FunctionalInterface
  private interface Step {
    Path take() throws IOException;
  }

  // Nobody knows the temporary file by which it is done.
  private static Path named(Path path, Step step) throws IOException {
    try {
      return step.take();
    } catch (AccessDeniedException e) {
      throw failure(path, "not written: no permission to write into its folder", e);
    } catch (FileSystemException e) {
      throw failure(path, "not written: " + e.getReason(), e);
    }
  }

  private static FileSystemException failure(Path path, String reason, IOException cause) {
    FileSystemException failure = new FileSystemException(path.toString(), null, reason);
    failure.initCause(cause);
    return failure;
  }

  /// A stream whose errors name the file.
  private static final class NamedOutput extends FilterOutputStream {
    private final Path path;

    NamedOutput(Path path, OutputStream out) {
      super(out);
      this.path = path;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        throw failure(path, "not written: " + e.getMessage(), e);
      }
    }
  }

  // The JDK's temporary files are for their owner only; a new file is to have the usual
  // permissions.
  private static Path temporary(Path folder, Path target, boolean present) throws IOException {
    if (present) {
      return Files.createTempFile(folder, "." + target.getFileName(), ".tmp");
    }
    String unique = Long.toUnsignedString(System.nanoTime(), Character.MAX_RADIX);
    return Files.createFile(folder.resolve("." + target.getFileName() + unique + ".tmp"));
  }

  /// Writes a changed text back to where it was read from.
  ///
  /// @throws CommandException when the file is not what was read: changed meanwhile, or not UTF-8,
  ///     so that it would lose what was not understood
  public static void update(Session session, SourceFile before, SourceFile after)
      throws IOException {
    Path path = session.resolve(before.path());
    if (!Arrays.equals(Files.readAllBytes(path), before.bytes())) {
      throw new CommandException(
          before.path() + ": not written, as it is not UTF-8 or has changed meanwhile");
    }
    write(path, after.bytes());
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(from, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null) {
      Files.setPosixFilePermissions(to, view.readAttributes().permissions());
    }
  }

  private static Path move(Path from, Path to) throws IOException {
    try {
      return Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      return Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
