package dev.firedrill.series.text;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// The frames of a zstd file but those that are to be skipped, which `pzstd` writes and the library
/// does not know. What is wrong is left to the library.
final class ZstdFrames extends InputStream {
  private static final int MAGIC = 0xfd2fb528;
  private static final int SKIPPABLE = 0x184d2a50;
  private static final int MAGIC_SIZE = 4;
  private static final int BLOCK_HEADER = 3;
  private static final int CHECKSUM_SIZE = 4;
  private static final int[] DICTIONARY_SIZES = {0, 1, 2, 4};
  private static final int[] CONTENT_SIZES = {0, 2, 4, 8};
  private static final int RUN = 1;

  private final BufferedInputStream in;
  private final byte[] head = new byte[MAGIC_SIZE];
  private int headAt;
  private int headEnd;
  private long left;
  private boolean inFrame;
  private boolean checksum;

  ZstdFrames(BufferedInputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    while (headAt == headEnd && left == 0) {
      if (!next()) {
        return -1;
      }
    }
    if (headAt < headEnd) {
      int count = Math.min(length, headEnd - headAt);
      System.arraycopy(head, headAt, bytes, offset, count);
      headAt += count;
      return count;
    }
    int count = in.read(bytes, offset, (int) Math.min(length, left));
    left -= Math.max(0, count);
    return count;
  }

  // Moves to the next part: the start of a frame, or a block. What is cut off is passed on.
  private boolean next() throws IOException {
    if (!take(inFrame ? BLOCK_HEADER : MAGIC_SIZE)) {
      return headEnd > 0;
    }
    if (inFrame) {
      block();
    } else {
      frame();
    }
    return true;
  }

  private boolean take(int size) throws IOException {
    headAt = 0;
    headEnd = in.readNBytes(head, 0, size);
    return headEnd == size;
  }

  private int number(int size) {
    int number = 0;
    for (int i = 0; i < size; i++) {
      number |= (head[i] & 0xff) << (8 * i);
    }
    return number;
  }

  private void frame() throws IOException {
    int magic = number(MAGIC_SIZE);
    if ((magic & ~0xf) == SKIPPABLE) {
      skip();
    } else if (magic == MAGIC) {
      inFrame = true;
      frameHeader();
    } else {
      left = Long.MAX_VALUE;
    }
  }

  private void skip() throws IOException {
    boolean sized = take(MAGIC_SIZE);
    headAt = headEnd;
    try {
      in.skipNBytes(sized ? number(MAGIC_SIZE) & 0xffffffffL : 1);
    } catch (EOFException e) {
      throw new EOFException("a frame that is to be skipped is cut off");
    }
  }

  // The magic number is still to be passed on, and so is the rest of the header.
  private void frameHeader() throws IOException {
    in.mark(1);
    int descriptor = in.read();
    in.reset();
    boolean single = (descriptor & 0x20) != 0;
    int content = CONTENT_SIZES[descriptor >> 6 & 3];
    left =
        1L
            + (single ? 0 : 1)
            + DICTIONARY_SIZES[descriptor & 3]
            + (content == 0 && single ? 1 : content);
    checksum = (descriptor & 0x4) != 0;
  }

  private void block() {
    int header = number(BLOCK_HEADER);
    boolean last = (header & 1) != 0;
    left = (header >> 1 & 3) == RUN ? 1 : header >> 3;
    if (last) {
      left += checksum ? CHECKSUM_SIZE : 0;
      inFrame = false;
    }
  }
}
