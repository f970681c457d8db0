package dev.firedrill.series.remote;

import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.series.TimeRange;
import io.airlift.compress.snappy.SnappyCompressor;
import java.util.Arrays;
import java.util.List;

/// What is asked by remote read: one query, its answer streamed in chunks by preference.
final class ReadRequest {
  // The numbers of Prometheus's `ResponseType`, the one wanted first.
  private static final byte[] STREAMED_CHUNKS_OR_SAMPLES = {1, 0};

  private ReadRequest() {}

  /// {@return the body of a request for series}
  static byte[] of(List<LabelMatcher> matchers, TimeRange range) {
    WireWriter query = new WireWriter().number(1, range.first()).number(2, range.last());
    for (LabelMatcher matcher : matchers) {
      int type =
          switch (matcher.operator()) {
            case EQUAL -> 0;
            case NOT_EQUAL -> 1;
            case REGEX -> 2;
            case NOT_REGEX -> 3;
          };
      query.message(
          3, new WireWriter().number(1, type).text(2, matcher.name()).text(3, matcher.value()));
    }
    byte[] plain =
        new WireWriter().message(1, query).bytes(2, STREAMED_CHUNKS_OR_SAMPLES).toBytes();
    SnappyCompressor snappy = new SnappyCompressor();
    byte[] packed = new byte[snappy.maxCompressedLength(plain.length)];
    int length = snappy.compress(plain, 0, plain.length, packed, 0, packed.length);
    return Arrays.copyOf(packed, length);
  }
}
