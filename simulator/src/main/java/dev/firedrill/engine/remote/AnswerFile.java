package dev.firedrill.engine.remote;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.Samples;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/// A file with results that a server gave, with a checksum at its end.
final class AnswerFile {
  private static final int FORMAT = 3;

  private AnswerFile() {}

  /// Writes results.
  ///
  /// @throws IOException if the file cannot be written
  static void write(Path file, Results results) throws IOException {
    CRC32C sum = new CRC32C();
    try (OutputStream buffered = new BufferedOutputStream(Files.newOutputStream(file));
        DataOutputStream out = new DataOutputStream(new CheckedOutputStream(buffered, sum))) {
      out.writeInt(FORMAT);
      out.writeInt(results.remarks().size());
      for (String remark : results.remarks()) {
        writeText(out, remark);
      }
      out.writeInt(results.series().size());
      for (Map.Entry<Labels, Samples> one : results.series().entrySet()) {
        writeLabels(out, one.getKey());
        Samples samples = one.getValue();
        out.writeInt(samples.size());
        for (int i = 0; i < samples.size(); i++) {
          out.writeLong(samples.time(i));
          out.writeDouble(samples.value(i));
        }
      }
      out.writeLong(sum.getValue());
    }
  }

  private static void writeLabels(DataOutputStream out, Labels labels) throws IOException {
    out.writeInt(labels.size());
    for (int i = 0; i < labels.size(); i++) {
      writeText(out, labels.name(i));
      writeText(out, labels.value(i));
    }
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /// {@return the results that a file has; empty where it was made by another version, or is not as
  ///     it was written}
  ///
  /// @throws IOException if it cannot be read
  static Optional<Results> read(Path file) throws IOException {
    if (!isWhole(file)) {
      return Optional.empty();
    }
    try (DataInputStream in = opened(file)) {
      if (in.readInt() != FORMAT) {
        return Optional.empty();
      }
      Results results = new Results();
      int remarks = in.readInt();
      for (int i = 0; i < remarks; i++) {
        results.remark(readText(in));
      }
      int series = in.readInt();
      for (int i = 0; i < series; i++) {
        results.series(readLabels(in));
        int samples = in.readInt();
        for (int j = 0; j < samples; j++) {
          results.sample(in.readLong(), in.readDouble());
        }
      }
      return Optional.of(results);
    }
  }

  // Looked at before, so that no number in it has to be doubted.
  private static boolean isWhole(Path file) throws IOException {
    long length = Files.size(file) - Long.BYTES;
    CRC32C sum = new CRC32C();
    try (DataInputStream in = opened(file)) {
      byte[] some = new byte[1 << 16];
      for (long left = length; left > 0; ) {
        int read = in.read(some, 0, (int) Math.min(left, some.length));
        if (read < 0) {
          return false;
        }
        sum.update(some, 0, read);
        left -= read;
      }
      return length > 0 && in.readLong() == sum.getValue();
    }
  }

  private static DataInputStream opened(Path file) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
  }

  private static Labels readLabels(DataInputStream in) throws IOException {
    int size = in.readInt();
    Labels.Builder labels = Labels.EMPTY.toBuilder();
    for (int i = 0; i < size; i++) {
      labels.set(readText(in), readText(in));
    }
    return labels.build();
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
