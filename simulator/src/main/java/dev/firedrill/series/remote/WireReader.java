package dev.firedrill.series.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Reads the fields of a protobuf message from a stretch of an array. Every length is compared with
/// what is left before it is used.
final class WireReader {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final byte[] bytes;
  private final int end;
  private int position;
  private int field;
  private int type;

  WireReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  /// Goes to the next field.
  ///
  /// @return its number; 0 where there is none
  int next() throws IOException {
    if (position >= end) {
      return 0;
    }
    long tag = varint();
    field = (int) (tag >>> 3);
    type = (int) tag & 7;
    if (field <= 0 || tag >>> 32 != 0) {
      throw new IOException("invalid field");
    }
    return field;
  }

  /// {@return the field's value as a message, whose fields are read before those that follow}
  WireReader message() throws IOException {
    int length = length();
    WireReader inner = new WireReader(bytes, position, position + length);
    position += length;
    return inner;
  }

  /// {@return the field's value as text}
  String text() throws IOException {
    int length = length();
    String text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }

  /// {@return the field's value as bytes}
  ///
  /// @param slack how many bytes of zero are to follow them in the array
  byte[] bytes(int slack) throws IOException {
    int length = length();
    byte[] copy = new byte[length + slack];
    System.arraycopy(bytes, position, copy, 0, length);
    position += length;
    return copy;
  }

  /// {@return the field's value as a whole number}
  long number() throws IOException {
    want(VARINT);
    return varint();
  }

  /// {@return the field's value as a whole number with its sign in the lowest bit}
  long signed() throws IOException {
    return unfolded(number());
  }

  /// {@return the field's value as a floating-point number}
  double real() throws IOException {
    want(FIXED64);
    return Double.longBitsToDouble(fixed64());
  }

  /// Takes the numbers of a field, of which one or many are given at a time.
  void reals(Numbers<Double> numbers) throws IOException {
    if (type == FIXED64) {
      numbers.add(real());
      return;
    }
    int stop = length() + position;
    while (position < stop) {
      numbers.add(Double.longBitsToDouble(fixed64()));
    }
  }

  /// Takes the signed numbers of a field, of which one or many are given at a time.
  void signedNumbers(Numbers<Long> numbers) throws IOException {
    if (type == VARINT) {
      numbers.add(signed());
      return;
    }
    int stop = length() + position;
    while (position < stop) {
      numbers.add(unfolded(varint()));
    }
  }

  /// Takes numbers.
  @FunctionalInterface
  interface Numbers<N extends Number> {
    void add(N number);
  }

  /// Goes over the field's value.
  void skip() throws IOException {
    switch (type) {
      case VARINT -> varint();
      case FIXED64 -> fixed64();
      case BYTES -> {
        int length = length();
        position += length;
      }
      case FIXED32 -> {
        need(4);
        position += 4;
      }
      default -> throw new IOException("invalid wire type " + type);
    }
  }

  private int length() throws IOException {
    want(BYTES);
    long length = varint();
    if (length < 0 || length > end - position) {
      throw new IOException("a field is longer than its message");
    }
    return (int) length;
  }

  private void want(int wanted) throws IOException {
    if (type != wanted) {
      throw new IOException("field " + field + " has wire type " + type + ", not " + wanted);
    }
  }

  private void need(int count) throws IOException {
    if (count > end - position) {
      throw new IOException("a message ends within a field");
    }
  }

  private long fixed64() throws IOException {
    need(8);
    long value = 0;
    for (int i = 7; i >= 0; i--) {
      value = value << 8 | (bytes[position + i] & 0xffL);
    }
    position += 8;
    return value;
  }

  private long varint() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      need(1);
      byte next = bytes[position++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IOException("a number is longer than 64 bits");
  }

  private static long unfolded(long coded) {
    return (coded >>> 1) ^ -(coded & 1);
  }
}
