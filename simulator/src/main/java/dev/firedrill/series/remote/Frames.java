package dev.firedrill.series.remote;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The frames of an answer that is streamed: length, checksum (CRC-32C), message.
///
/// Once it has begun to stream, a server can report an error only as text where a frame is due.
final class Frames {
  // As Prometheus's own client has it.
  private static final int MOST = 50_000_000;
  private static final int LONGEST_TEXT = 300;

  private final InputStream body;
  // What of the frame was read, in case it is none.
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();

  Frames(InputStream body) {
    this.body = body;
  }

  /// {@return the next message; null at the end}
  byte @Nullable [] next() throws IOException {
    begun.reset();
    int first = body.read();
    if (first < 0) {
      return null;
    }
    long length = length(first);
    byte[] checksum = body.readNBytes(4);
    begun.writeBytes(checksum);
    if (length > MOST || checksum.length < 4) {
      throw broken();
    }
    byte[] message = body.readNBytes((int) length);
    if (message.length < length || !hasChecksum(message, checksum)) {
      begun.writeBytes(message);
      throw broken();
    }
    return message;
  }

  private long length(int first) throws IOException {
    begun.write(first);
    long length = first & 0x7f;
    int next = first;
    for (int shift = 7; next >= 0x80; shift += 7) {
      next = body.read();
      if (next < 0 || shift > 28) {
        throw broken();
      }
      begun.write(next);
      length |= (next & 0x7fL) << shift;
    }
    return length;
  }

  private static boolean hasChecksum(byte[] message, byte[] checksum) {
    CRC32C sum = new CRC32C();
    sum.update(message);
    long wanted = 0;
    for (byte each : checksum) {
      wanted = wanted << 8 | (each & 0xff);
    }
    return sum.getValue() == wanted;
  }

  private IOException broken() throws IOException {
    begun.writeBytes(body.readNBytes(LONGEST_TEXT));
    String text = new String(begun.toByteArray(), StandardCharsets.UTF_8).strip();
    if (text.isEmpty() || !text.matches("[\\s\\x20-\\x7e]+")) {
      return new EOFException("the answer ends within a frame, or its checksum is wrong");
    }
    String shown = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    throw new RemoteDataException("the server broke its answer to a remote read off: " + shown);
  }
}
