package dev.firedrill.histogram;

/// Adds buckets to others, keeping the spans of the latter: a bucket that they lack joins the span
/// that ends right before it, else the one that starts right after it, else gets its own.
class BucketMerge {
  private final Buckets base;
  private final int[] baseIndexes;
  private final boolean[] spanStarts;
  private final Buckets added;
  private final int[] addedIndexes;
  private final double sign;
  private final Buckets.Builder merged = new Buckets.Builder();
  private int nextBase;
  private int nextAdded;
  private boolean spanIsOpen;

  /// Buckets of `added` from position `first` on are added to `base`, times `sign`.
  BucketMerge(Buckets base, Buckets added, int first, double sign) {
    this.base = base;
    this.baseIndexes = base.indexes();
    this.spanStarts = spanStarts(base);
    this.added = added;
    this.addedIndexes = added.indexes();
    this.nextAdded = first;
    this.sign = sign;
  }

  /// {@return all buckets of both}
  Buckets merge() {
    while (nextAdded < addedIndexes.length) {
      if (nextBase < baseIndexes.length && baseIndexes[nextBase] <= addedIndexes[nextAdded]) {
        keep();
      } else {
        insert();
      }
    }
    while (nextBase < baseIndexes.length) {
      keep();
    }
    return merged.build();
  }

  private void keep() {
    int index = baseIndexes[nextBase];
    boolean both = nextAdded < addedIndexes.length && addedIndexes[nextAdded] == index;
    double count = both ? combined(nextBase, nextAdded++) : kept(nextBase);
    merged.add(index, count, spanStarts[nextBase] && !spanIsOpen);
    spanIsOpen = false;
    nextBase++;
  }

  private void insert() {
    int index = addedIndexes[nextAdded];
    boolean touchesBefore = merged.endsAt(index);
    merged.add(index, inserted(nextAdded++), !touchesBefore);
    spanIsOpen =
        !touchesBefore && nextBase < baseIndexes.length && baseIndexes[nextBase] == index + 1;
  }

  /// {@return the count of a bucket that only the base has}
  double kept(int basePosition) {
    return base.count(basePosition);
  }

  /// {@return the count of a bucket that both have}
  double combined(int basePosition, int addedPosition) {
    return base.count(basePosition) + sign * added.count(addedPosition);
  }

  /// {@return the count of a bucket that the base lacks}
  double inserted(int addedPosition) {
    return sign * added.count(addedPosition);
  }

  private static boolean[] spanStarts(Buckets buckets) {
    boolean[] starts = new boolean[buckets.size()];
    int position = 0;
    for (BucketSpan span : buckets.spans()) {
      if (span.length() > 0) {
        starts[position] = true;
        position += span.length();
      }
    }
    return starts;
  }
}
