package dev.firedrill.series.tsdb;

import dev.firedrill.histogram.BucketSpan;
import dev.firedrill.histogram.Buckets;
import dev.firedrill.histogram.CounterResetHint;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Puts a record of a log together: what [WalRecord] reads.
final class LogEntry {
  private static final int SEVEN_BITS = 0x7f;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /// @param type one of [WalRecord]
  LogEntry(int type) {
    bytes.write(type);
  }

  /// {@return the record so far}
  byte[] bytes() {
    return bytes.toByteArray();
  }

  /// {@return how long the record is so far}
  int size() {
    return bytes.size();
  }

  LogEntry u64(long value) {
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes.write((int) (value >>> shift));
    }
    return this;
  }

  LogEntry uvarint(long value) {
    long rest = value;
    while ((rest & ~SEVEN_BITS) != 0) {
      bytes.write((int) (rest & SEVEN_BITS) | (SEVEN_BITS + 1));
      rest >>>= 7;
    }
    bytes.write((int) rest);
    return this;
  }

  LogEntry varint(long value) {
    return uvarint((value << 1) ^ (value >> (Long.SIZE - 1)));
  }

  /// A value with all of its bits: which NaN it is tells staleness markers.
  LogEntry real(double value) {
    return u64(Double.doubleToRawLongBits(value));
  }

  /// A series and the number by which later records name it.
  LogEntry series(long ref, Labels labels) {
    u64(ref).uvarint(labels.size());
    labels.forEach((name, value) -> string(name).string(value));
    return this;
  }

  /// A native histogram with floating-point counts.
  LogEntry histogram(NativeHistogram histogram) {
    bytes.write(number(histogram.hint()));
    varint(histogram.schema());
    real(histogram.zeroThreshold()).real(histogram.zeroCount());
    real(histogram.count()).real(histogram.sum());
    spans(histogram.positive());
    spans(histogram.negative());
    counts(histogram.positive());
    counts(histogram.negative());
    if (histogram.hasCustomBounds()) {
      uvarint(histogram.customBounds().size());
      histogram.customBounds().forEach(this::real);
    }
    return this;
  }

  private static int number(CounterResetHint hint) {
    return switch (hint) {
      case UNKNOWN -> 0;
      case COUNTER_RESET -> 1;
      case NOT_COUNTER_RESET -> 2;
      case GAUGE -> 3;
    };
  }

  private void spans(Buckets buckets) {
    uvarint(buckets.spans().size());
    for (BucketSpan span : buckets.spans()) {
      varint(span.offset()).uvarint(span.length());
    }
  }

  private void counts(Buckets buckets) {
    uvarint(buckets.size());
    for (int i = 0; i < buckets.size(); i++) {
      real(buckets.count(i));
    }
  }

  private LogEntry string(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    uvarint(encoded.length);
    bytes.writeBytes(encoded);
    return this;
  }
}
