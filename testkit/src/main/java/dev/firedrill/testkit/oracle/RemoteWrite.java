package dev.firedrill.testkit.oracle;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// Series as Prometheus's remote write 1.0 takes them: a protobuf message in snappy's block format,
/// here without any compression.
public final class RemoteWrite {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int LITERAL = 65_536;
  private static final int GAUGE = 3;

  private final ByteArrayOutputStream message = new ByteArrayOutputStream();

  /// The samples of one series.
  public static final class Series {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /// A series without samples.
    public Series(Map<String, String> labels) {
      labels.forEach((name, value) -> field(out, 1, label(name, value)));
    }

    /// Adds a number.
    ///
    /// @param time epoch milliseconds
    public Series number(long time, double value) {
      ByteArrayOutputStream sample = new ByteArrayOutputStream();
      fixed(sample, 1, value);
      varint(sample, 2 << 3 | VARINT);
      varint(sample, time);
      field(out, 2, sample.toByteArray());
      return this;
    }

    /// Adds a native histogram.
    ///
    /// @param time epoch milliseconds
    public Series histogram(long time, Histogram histogram) {
      field(out, 4, histogram.encoded(time));
      return this;
    }

    /// Adds a native histogram whose counts are whole numbers.
    ///
    /// @param time epoch milliseconds
    /// @param gauge whether it is a gauge, rather than a counter
    public Series wholeHistogram(long time, Histogram histogram, boolean gauge) {
      field(out, 4, histogram.encodedWhole(time, gauge));
      return this;
    }
  }

  /// A native histogram, of floats unless it is written as one of whole numbers.
  ///
  /// There are none with custom bounds here, as older servers know none.
  public record Histogram(
      double count,
      double sum,
      int schema,
      double zeroThreshold,
      double zeroCount,
      Side negative,
      Side positive) {
    private byte[] encodedWhole(long time, boolean gauge) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      varint(out, 1 << 3 | VARINT);
      varint(out, (long) count);
      fixed(out, 3, sum);
      varint(out, 4 << 3 | VARINT);
      varint(out, zigzag(schema));
      fixed(out, 5, zeroThreshold);
      varint(out, 6 << 3 | VARINT);
      varint(out, (long) zeroCount);
      negative.writeWhole(out, 8, 9);
      positive.writeWhole(out, 11, 12);
      varint(out, 14 << 3 | VARINT);
      varint(out, gauge ? GAUGE : 0);
      varint(out, 15 << 3 | VARINT);
      varint(out, time);
      return out.toByteArray();
    }

    private byte[] encoded(long time) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      fixed(out, 2, count);
      fixed(out, 3, sum);
      varint(out, 4 << 3 | VARINT);
      varint(out, zigzag(schema));
      fixed(out, 5, zeroThreshold);
      fixed(out, 7, zeroCount);
      negative.write(out, 8, 10);
      positive.write(out, 11, 13);
      varint(out, 15 << 3 | VARINT);
      varint(out, time);
      return out.toByteArray();
    }
  }

  /// The buckets on one side of zero.
  ///
  /// @param offsets of each span, from the end of the one before
  /// @param lengths of each span
  /// @param counts of all buckets
  public record Side(List<Integer> offsets, List<Integer> lengths, List<Double> counts) {
    public Side {
      offsets = List.copyOf(offsets);
      lengths = List.copyOf(lengths);
      counts = List.copyOf(counts);
    }

    // Each count as the difference to the one before.
    private void writeWhole(ByteArrayOutputStream out, int spanField, int countField) {
      writeSpans(out, spanField);
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      long before = 0;
      for (double count : counts) {
        varint(packed, zigzag((int) ((long) count - before)));
        before = (long) count;
      }
      field(out, countField, packed.toByteArray());
    }

    private void write(ByteArrayOutputStream out, int spanField, int countField) {
      writeSpans(out, spanField);
      ByteBuffer packed = ByteBuffer.allocate(counts.size() * 8).order(ByteOrder.LITTLE_ENDIAN);
      for (double count : counts) {
        packed.putDouble(count);
      }
      field(out, countField, packed.array());
    }

    private void writeSpans(ByteArrayOutputStream out, int spanField) {
      for (int i = 0; i < offsets.size(); i++) {
        ByteArrayOutputStream span = new ByteArrayOutputStream();
        varint(span, 1 << 3 | VARINT);
        varint(span, zigzag(offsets.get(i)));
        varint(span, 2 << 3 | VARINT);
        varint(span, lengths.get(i));
        field(out, spanField, span.toByteArray());
      }
    }
  }

  /// Adds a series.
  public RemoteWrite add(Series series) {
    field(message, 1, series.out.toByteArray());
    return this;
  }

  /// {@return the body of a request}
  byte[] body() {
    byte[] bytes = message.toByteArray();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, bytes.length);
    for (int from = 0; from < bytes.length; from += LITERAL) {
      int length = Math.min(LITERAL, bytes.length - from);
      out.write(61 << 2);
      out.write(length - 1);
      out.write((length - 1) >> 8);
      out.write(bytes, from, length);
    }
    return out.toByteArray();
  }

  private static byte[] label(String name, String value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    field(out, 1, name.getBytes(StandardCharsets.UTF_8));
    field(out, 2, value.getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static void field(ByteArrayOutputStream out, int number, byte[] bytes) {
    varint(out, (long) number << 3 | BYTES);
    varint(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static void fixed(ByteArrayOutputStream out, int number, double value) {
    varint(out, (long) number << 3 | FIXED64);
    ByteBuffer bits = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    out.writeBytes(bits.putLong(Double.doubleToRawLongBits(value)).array());
  }

  private static long zigzag(int value) {
    return (long) value << 1 ^ value >> 31;
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
