package dev.firedrill.series.tsdb;

import dev.firedrill.labels.StaleNaN;
import dev.firedrill.series.Samples;

/// Decodes chunks of numbers in the encoding that Prometheus calls XOR2: as XOR, with short forms
/// for values that stay and for staleness markers, and with the starts of counters.
final class Xor2Chunk {
  private static final int HEADER = 3;

  private final BitReader bits;
  private final XorValue values;
  private final StartTimes starts;
  private final int count;
  // the last value that is no staleness marker, before which a marker comes
  private long base;

  private Xor2Chunk(byte[] bytes, int start, int end) {
    this.count = (bytes[start] & 0xff) << 8 | (bytes[start + 1] & 0xff);
    this.bits = new BitReader(bytes, start + HEADER, end);
    this.values = new XorValue(bits);
    this.starts = new StartTimes(bits, bytes[start + 2] & 0xff);
  }

  /// {@return the samples of a chunk}
  static Samples decode(byte[] bytes, int start, int end) throws DamagedException {
    if (end - start < HEADER) {
      throw new DamagedException("EOF: the chunk is too short for its header");
    }
    return new Xor2Chunk(bytes, start, end).decode();
  }

  private Samples decode() throws DamagedException {
    Samples samples = new Samples();
    long time = 0;
    long delta = 0;
    for (int i = 0; i < count; i++) {
      long before = time;
      long value;
      if (i == 0) {
        time = bits.varint();
        before = time;
        value = kept(bits.bits(64));
      } else if (i == 1) {
        delta = bits.uvarint();
        value = value();
      } else {
        int ones = bits.ones(5);
        delta += changeOfDelta(ones);
        value = value(ones);
      }
      time += i == 0 ? 0 : delta;
      long start = starts.read(i, before);
      bits.check();
      if (i > 0 && time <= before) {
        throw new DamagedException("times do not rise");
      }
      samples.append(time, Double.longBitsToDouble(value));
      samples.startLast(start);
    }
    return samples;
  }

  private long changeOfDelta(int ones) {
    return switch (ones) {
      case 2 -> bits.twosComplement(13);
      case 3 -> bits.twosComplement(20);
      case 4 -> bits.bits(64);
      default -> 0;
    };
  }

  private long value(int ones) throws DamagedException {
    return switch (ones) {
      case 0 -> base;
      case 1 -> changed(bits.bit());
      case 5 -> StaleNaN.STALE_BITS;
      default -> value();
    };
  }

  private long value() throws DamagedException {
    return switch (bits.ones(3)) {
      case 0 -> base;
      case 1 -> changed(false);
      case 2 -> changed(true);
      default -> StaleNaN.STALE_BITS;
    };
  }

  private long changed(boolean window) throws DamagedException {
    values.set(base);
    return kept(values.changed(window));
  }

  private long kept(long value) {
    base = value == StaleNaN.STALE_BITS ? base : value;
    return value;
  }
}
