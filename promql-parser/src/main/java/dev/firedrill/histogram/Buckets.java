package dev.firedrill.histogram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// The buckets on one side of zero of a native histogram: spans of consecutive buckets with their
/// absolute counts, by rising index. Immutable.
public final class Buckets {
  /// No buckets.
  public static final Buckets EMPTY = new Buckets(List.of(), new double[0]);

  private final List<BucketSpan> spans;
  private final double[] counts;

  private Buckets(List<BucketSpan> spans, double[] counts) {
    this.spans = spans;
    this.counts = counts;
  }

  /// {@return buckets in the given spans}
  ///
  /// @throws IllegalArgumentException if the spans do not have as many buckets as there are counts
  public static Buckets of(List<BucketSpan> spans, double... counts) {
    int length = 0;
    for (BucketSpan span : spans) {
      length += span.length();
    }
    if (length != counts.length) {
      throw new IllegalArgumentException(length + " buckets but " + counts.length + " counts");
    }
    return new Buckets(List.copyOf(spans), counts.clone());
  }

  /// {@return consecutive buckets, the first at index `offset`}
  public static Buckets of(int offset, double... counts) {
    return counts.length == 0
        ? EMPTY
        : new Buckets(List.of(new BucketSpan(offset, counts.length)), counts.clone());
  }

  /// {@return the spans}
  public List<BucketSpan> spans() {
    return spans;
  }

  /// {@return the number of buckets, empty ones included}
  public int size() {
    return counts.length;
  }

  /// {@return whether there are no buckets, not even empty ones}
  public boolean isEmpty() {
    return counts.length == 0;
  }

  /// {@return the count of the bucket at a position from 0 to [#size()]}
  public double count(int position) {
    return counts[position];
  }

  /// {@return the counts, in a new array}
  public double[] counts() {
    return counts.clone();
  }

  /// {@return the index of each bucket, which says with the schema what values it is for}
  public int[] indexes() {
    int[] indexes = new int[counts.length];
    int position = 0;
    int index = 0;
    for (BucketSpan span : spans) {
      index += span.offset();
      for (int i = 0; i < span.length(); i++) {
        indexes[position++] = index++;
      }
    }
    return indexes;
  }

  /// {@return the same buckets with other counts}
  Buckets withCounts(double[] other) {
    return new Buckets(spans, other);
  }

  /// {@return the same buckets with every count mapped}
  public Buckets map(DoubleUnaryOperator function) {
    double[] mapped = new double[counts.length];
    Arrays.setAll(mapped, i -> function.applyAsDouble(counts[i]));
    return new Buckets(spans, mapped);
  }

  /// {@return only the buckets that are not empty, in as few spans as possible}
  public Buckets compacted() {
    int[] indexes = indexes();
    Builder builder = new Builder();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        builder.add(indexes[i], counts[i]);
      }
    }
    return builder.build();
  }

  /// {@return the buckets in as few spans as possible, without runs of more than `most` empty
  ///     buckets; shorter gaps between buckets that are not empty are filled with empty ones}
  public Buckets compacted(int most) {
    Buckets filled = compacted();
    int[] indexes = filled.indexes();
    Builder builder = new Builder();
    for (int i = 0; i < indexes.length; i++) {
      int gap = i == 0 ? 0 : indexes[i] - indexes[i - 1] - 1;
      for (int empty = gap; gap <= most && empty > 0; empty--) {
        builder.add(indexes[i] - empty, 0);
      }
      builder.add(indexes[i], filled.count(i));
    }
    return builder.build();
  }

  /// {@return whether the counts have the same bits, in the same spans but for spans without
  ///     buckets}
  boolean sameAs(Buckets other) {
    if (counts.length != other.counts.length
        || !withoutEmptySpans().equals(other.withoutEmptySpans())) {
      return false;
    }
    for (int i = 0; i < counts.length; i++) {
      if (Double.doubleToRawLongBits(counts[i]) != Double.doubleToRawLongBits(other.counts[i])) {
        return false;
      }
    }
    return true;
  }

  private List<BucketSpan> withoutEmptySpans() {
    List<BucketSpan> kept = new ArrayList<>(spans.size());
    int offset = 0;
    for (BucketSpan span : spans) {
      offset += span.offset();
      if (span.length() > 0) {
        kept.add(new BucketSpan(offset, span.length()));
        offset = 0;
      }
    }
    return kept;
  }

  /// {@return the buckets in a schema that is coarser by `steps`: each step merges two neighbours}
  Buckets coarsened(int steps) {
    int[] indexes = indexes();
    Builder builder = new Builder();
    for (int i = 0; i < counts.length; i++) {
      builder.add(((indexes[i] - 1) >> Math.min(steps, 31)) + 1, counts[i]);
    }
    return builder.build();
  }

  /// Tells buckets apart by the bits of their counts; spans are compared as they are.
  @Override
  public boolean equals(Object other) {
    return other instanceof Buckets that
        && spans.equals(that.spans)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * spans.hashCode() + Arrays.hashCode(counts);
  }

  /// {@return spans and counts, for debugging}
  @Override
  public String toString() {
    return spans + Arrays.toString(counts);
  }

  /// Collects buckets by rising index.
  static final class Builder {
    private final List<BucketSpan> spans = new ArrayList<>();
    private double[] counts = new double[8];
    private int size;
    private int spanStart;
    private int offset;
    private int last;

    /// Adds a bucket, or adds to the last one if it has the same index. A bucket right after the
    /// last one is in the same span.
    void add(int index, double count) {
      if (size > 0 && index == last) {
        counts[size - 1] += count;
      } else {
        add(index, count, size == 0 || index != last + 1);
      }
    }

    /// Adds a bucket after the last one, in a new span or in the same one.
    void add(int index, double count, boolean newSpan) {
      if (newSpan) {
        closeSpan();
        offset = size == 0 ? index : index - last - 1;
        spanStart = size;
      }
      if (size == counts.length) {
        counts = Arrays.copyOf(counts, 2 * size);
      }
      counts[size++] = count;
      last = index;
    }

    /// {@return whether the last bucket is right before the one at `index`}
    boolean endsAt(int index) {
      return size > 0 && last == index - 1;
    }

    private void closeSpan() {
      if (size > spanStart) {
        spans.add(new BucketSpan(offset, size - spanStart));
      }
    }

    Buckets build() {
      closeSpan();
      return size == 0 ? EMPTY : new Buckets(List.copyOf(spans), Arrays.copyOf(counts, size));
    }
  }
}
