package dev.firedrill.series.remote;

import dev.firedrill.labels.Labels;
import dev.firedrill.series.SampleRuns;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import dev.firedrill.series.tsdb.ChunkEncoding;
import dev.firedrill.series.tsdb.DamagedException;
import dev.firedrill.series.tsdb.XorChunk;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.snappy.SnappyDecompressor;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads an answer to a remote read, in either of its two forms: all samples in one message, or
/// chunks as they are stored, frame by frame.
final class ReadAnswer {
  private static final int MOST_UNPACKED = 1 << 30;

  private final TimeRange range;
  private final Map<Labels, List<Samples>> pieces = new LinkedHashMap<>();

  private ReadAnswer(TimeRange range) {
    this.range = range;
  }

  /// {@return the series of an answer, sorted by labels}
  ///
  /// @param range that was asked for; chunks may reach beyond it
  static List<Series> read(String contentType, InputStream body, TimeRange range)
      throws IOException {
    ReadAnswer answer = new ReadAnswer(range);
    if (contentType.startsWith("application/x-streamed-protobuf")) {
      answer.frames(body);
    } else if (contentType.startsWith("application/x-protobuf")) {
      answer.whole(body.readAllBytes());
    } else {
      throw new RemoteDataException(
          "the server's answer to a remote read is of the kind '"
              + contentType
              + "', which is unknown: does it speak remote read there?");
    }
    return answer.series();
  }

  private List<Series> series() {
    List<Series> all = new ArrayList<>();
    for (Map.Entry<Labels, List<Samples>> one : pieces.entrySet()) {
      Samples joined = SampleRuns.joined(one.getValue());
      Samples within = joined.between(range.first(), range.last());
      if (!within.isEmpty()) {
        all.add(new Series(one.getKey(), within));
      }
    }
    all.sort(Series::byLabels);
    return all;
  }

  private void add(Labels labels, Samples samples) {
    pieces.computeIfAbsent(labels, _ -> new ArrayList<>()).add(samples);
  }

  private void whole(byte[] packed) throws IOException {
    byte[] plain = unpacked(packed);
    WireReader response = new WireReader(plain, 0, plain.length);
    for (int field = response.next(); field != 0; field = response.next()) {
      if (field != 1) {
        response.skip();
        continue;
      }
      WireReader result = response.message();
      for (int part = result.next(); part != 0; part = result.next()) {
        if (part == 1) {
          timeSeries(result.message());
        } else {
          result.skip();
        }
      }
    }
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try {
      int length = SnappyDecompressor.getUncompressedLength(packed, 0);
      if (length < 0 || length > MOST_UNPACKED) {
        throw new IOException("the answer is too long");
      }
      byte[] plain = new byte[length];
      new SnappyDecompressor().decompress(packed, 0, packed.length, plain, 0, length);
      return plain;
    } catch (MalformedInputException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("the answer cannot be unpacked", e);
    }
  }

  private void timeSeries(WireReader message) throws IOException {
    Labels.Builder labels = Labels.EMPTY.toBuilder();
    TimeSeriesSamples samples = new TimeSeriesSamples();
    for (int field = message.next(); field != 0; field = message.next()) {
      switch (field) {
        case 1 -> label(message.message(), labels);
        case 2 -> samples.number(message.message());
        case 4 -> samples.histogram(message.message());
        default -> message.skip();
      }
    }
    add(labels.build(), samples.samples());
  }

  private static void label(WireReader message, Labels.Builder labels) throws IOException {
    String name = "";
    String value = "";
    for (int field = message.next(); field != 0; field = message.next()) {
      switch (field) {
        case 1 -> name = message.text();
        case 2 -> value = message.text();
        default -> message.skip();
      }
    }
    labels.set(name, value);
  }

  private void frames(InputStream body) throws IOException {
    Frames frames = new Frames(body);
    for (byte[] frame = frames.next(); frame != null; frame = frames.next()) {
      chunked(new WireReader(frame, 0, frame.length));
    }
  }

  private void chunked(WireReader response) throws IOException {
    for (int field = response.next(); field != 0; field = response.next()) {
      if (field == 1) {
        chunkedSeries(response.message());
      } else {
        response.skip();
      }
    }
  }

  private void chunkedSeries(WireReader message) throws IOException {
    Labels.Builder labels = Labels.EMPTY.toBuilder();
    List<Samples> chunks = new ArrayList<>();
    for (int field = message.next(); field != 0; field = message.next()) {
      switch (field) {
        case 1 -> label(message.message(), labels);
        case 2 -> chunks.add(chunk(message.message()));
        default -> message.skip();
      }
    }
    Labels known = labels.build();
    chunks.forEach(chunk -> add(known, chunk));
  }

  private static Samples chunk(WireReader message) throws IOException {
    int encoding = 0;
    byte[] data = new byte[XorChunk.SLACK];
    for (int field = message.next(); field != 0; field = message.next()) {
      switch (field) {
        case 3 -> encoding = (int) message.number();
        case 4 -> data = message.bytes(XorChunk.SLACK);
        default -> message.skip();
      }
    }
    try {
      return ChunkEncoding.decode(encoding, data, 0, data.length - XorChunk.SLACK);
    } catch (DamagedException e) {
      throw new RemoteDataException(
          "the server's answer to a remote read has a damaged chunk: " + e.text());
    }
  }
}
