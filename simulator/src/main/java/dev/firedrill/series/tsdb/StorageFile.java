package dev.firedrill.series.tsdb;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// A file of the storage, read at explicit positions and never written.
///
/// Nothing is mapped into memory: a server may truncate or delete the file meanwhile. The size is
/// that of the moment at which the file was opened.
final class StorageFile implements Closeable {
  private static final int WINDOW = 1 << 20;

  private final Path path;
  private final FileChannel channel;
  private final long size;

  private StorageFile(Path path, FileChannel channel, long size) {
    this.path = path;
    this.channel = channel;
    this.size = size;
  }

  /// Opens a file.
  ///
  /// @throws IOException if it cannot be read
  static StorageFile open(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new FileSystemException(path.toString(), null, "is a folder, where a file is expected");
    }
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    return new StorageFile(path, channel, channel.size());
  }

  /// {@return where the file is}
  Path path() {
    return path;
  }

  /// {@return its number of bytes}
  long size() {
    return size;
  }

  /// {@return bytes from a position on}
  ///
  /// @throws DamagedException if the file has not as many
  /// @throws IOException if it cannot be read
  byte[] read(long position, long length) throws IOException, DamagedException {
    if (position < 0 || length < 0 || length > size - position || length > Integer.MAX_VALUE - 64) {
      throw new DamagedException("invalid size");
    }
    byte[] bytes = new byte[(int) length];
    readInto(bytes, position, (int) length);
    return bytes;
  }

  /// Reads bytes from a position on into an array's start.
  ///
  /// @throws DamagedException if the file has become shorter
  /// @throws IOException if it cannot be read
  void readInto(byte[] bytes, long position, int length) throws IOException, DamagedException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
    long at = position;
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, at);
      if (read < 0) {
        throw new DamagedException("invalid size");
      }
      at += read;
    }
  }

  /// Reads a section: its length in four bytes, as many bytes, and their checksum.
  ///
  /// @throws DamagedException if the checksum is another
  /// @throws IOException if the file cannot be read
  byte[] section(long position) throws IOException, DamagedException {
    long length = new ByteCursor(read(position, 4)).u32();
    long start = position + 4;
    long expected = new ByteCursor(read(start + length, 4)).u32();
    if (length > WINDOW) {
      // Whether so much is meant is known before memory is taken for it.
      check(start, length, expected);
      return read(start, length);
    }
    byte[] body = read(start, length);
    check(body, 0, body.length, expected);
    return body;
  }

  private void check(long start, long length, long expected) throws IOException, DamagedException {
    CRC32C sum = new CRC32C();
    byte[] window = new byte[WINDOW];
    for (long done = 0; done < length; done += WINDOW) {
      int some = (int) Math.min(WINDOW, length - done);
      readInto(window, start + done, some);
      sum.update(window, 0, some);
    }
    check(sum, expected);
  }

  /// @throws DamagedException if bytes have another checksum, CRC-32C
  static void check(byte[] bytes, int start, int end, long expected) throws DamagedException {
    CRC32C sum = new CRC32C();
    sum.update(bytes, start, end - start);
    check(sum, expected);
  }

  private static void check(CRC32C sum, long expected) throws DamagedException {
    if (sum.getValue() != expected) {
      throw new DamagedException(
          "checksum mismatch expected:%x, actual:%x".formatted(expected, sum.getValue()));
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
