package dev.firedrill.engine;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Series as Prometheus's remote write 1.0 takes them: a protobuf message in snappy's block format,
/// here without any compression.
final class RemoteWriteRequest {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int LITERAL = 65_536;

  private RemoteWriteRequest() {}

  /// {@return the body of a request}
  static byte[] of(List<Series> series) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    series.forEach(each -> field(message, 1, timeSeries(each)));
    return snappy(message.toByteArray());
  }

  private static byte[] timeSeries(Series series) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Labels labels = series.labels();
    labels.forEach((name, value) -> field(out, 1, label(name, value)));
    Samples samples = series.samples();
    for (int i = 0; i < samples.size(); i++) {
      field(out, 2, sample(samples.time(i), samples.value(i)));
    }
    return out.toByteArray();
  }

  private static byte[] label(String name, String value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    field(out, 1, name.getBytes(StandardCharsets.UTF_8));
    field(out, 2, value.getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private static byte[] sample(long time, double value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(out, 1 << 3 | FIXED64);
    ByteBuffer bits = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    out.writeBytes(bits.putLong(Double.doubleToRawLongBits(value)).array());
    varint(out, 2 << 3 | VARINT);
    varint(out, time);
    return out.toByteArray();
  }

  private static void field(ByteArrayOutputStream out, int number, byte[] bytes) {
    varint(out, (long) number << 3 | BYTES);
    varint(out, bytes.length);
    out.writeBytes(bytes);
  }

  private static byte[] snappy(byte[] bytes) {
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

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
