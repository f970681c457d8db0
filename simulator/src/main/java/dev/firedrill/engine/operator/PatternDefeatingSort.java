package dev.firedrill.engine.operator;

/// Sorts as Go's `sort.Sort` does, which is not stable: by pattern-defeating quicksort (O. Peters),
/// with the choices that Go makes, so that elements which are not told apart come in Go's order.
/// Short runs are sorted by insertion. Comparisons may contradict each other, as those with NaN do.
public final class PatternDefeatingSort {
  private static final int SHORT = 12;
  private static final int SHORTEST_NINTHER = 50;
  private static final int MOST_SWAPS = 12;
  private static final int PARTIAL_STEPS = 5;

  /// What is sorted.
  public interface Elements {
    /// {@return whether the element at one place is to come before that at another}
    boolean less(int i, int j);

    /// Exchanges the elements at two places.
    void swap(int i, int j);
  }

  private final Elements elements;
  private int swaps;

  private PatternDefeatingSort(Elements elements) {
    this.elements = elements;
  }

  /// Sorts all elements.
  public static void sort(int size, Elements elements) {
    if (size > 1) {
      int badChoices = Integer.SIZE - Integer.numberOfLeadingZeros(size);
      new PatternDefeatingSort(elements).sort(0, size, badChoices);
    }
  }

  private void sort(int start, int end, int badChoices) {
    int from = start;
    int to = end;
    int limit = badChoices;
    boolean balanced = true;
    boolean partitioned = true;
    while (to - from > SHORT) {
      if (limit == 0) {
        heapSort(from, to);
        return;
      }
      if (!balanced) {
        shuffle(from, to);
        limit--;
      }
      int pivot = choosePivot(from, to);
      boolean rising = swaps == 0;
      if (swaps == MOST_SWAPS) {
        reverse(from, to);
        pivot = to - 1 - (pivot - from);
        rising = true;
      }
      if (balanced && partitioned && rising && finish(from, to)) {
        return;
      }
      if (from > 0 && !elements.less(from - 1, pivot)) {
        from = partitionEqual(from, to, pivot);
        continue;
      }
      elements.swap(from, pivot);
      int first = firstNotLess(from + 1, to - 1, from);
      int last = lastLess(first, to - 1, from);
      partitioned = first > last;
      int middle = partition(from, first, last);
      int left = middle - from;
      int right = to - middle;
      balanced = Math.min(left, right) >= (to - from) / 8;
      if (left < right) {
        sort(from, middle, limit);
        from = middle + 1;
      } else {
        sort(middle + 1, to, limit);
        to = middle;
      }
    }
    insertionSort(from, to);
  }

  private void insertionSort(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      for (int j = i; j > from && elements.less(j, j - 1); j--) {
        elements.swap(j, j - 1);
      }
    }
  }

  private int firstNotLess(int from, int to, int pivot) {
    int i = from;
    while (i <= to && elements.less(i, pivot)) {
      i++;
    }
    return i;
  }

  private int lastLess(int from, int to, int pivot) {
    int j = to;
    while (from <= j && !elements.less(j, pivot)) {
      j--;
    }
    return j;
  }

  /// Brings what is less than the pivot before it.
  private int partition(int pivot, int first, int last) {
    int i = first;
    int j = last;
    while (i <= j) {
      elements.swap(i, j);
      i = firstNotLess(i + 1, j - 1, pivot);
      j = lastLess(i, j - 1, pivot);
    }
    elements.swap(j, pivot);
    return j;
  }

  /// Brings what equals the pivot to the front, where nothing is less.
  private int partitionEqual(int from, int to, int pivot) {
    elements.swap(from, pivot);
    int i = from + 1;
    int j = to - 1;
    while (true) {
      while (i <= j && !elements.less(from, i)) {
        i++;
      }
      while (i <= j && elements.less(from, j)) {
        j--;
      }
      if (i > j) {
        return i;
      }
      elements.swap(i++, j--);
    }
  }

  /// {@return whether a few moves were enough to sort what is nearly sorted}
  private boolean finish(int from, int to) {
    int i = from + 1;
    for (int step = 0; step < PARTIAL_STEPS; step++) {
      while (i < to && !elements.less(i, i - 1)) {
        i++;
      }
      if (i == to) {
        return true;
      }
      if (to - from < SHORTEST_NINTHER) {
        return false;
      }
      elements.swap(i, i - 1);
      if (i - from >= 2) {
        for (int j = i - 1; j >= 1 && elements.less(j, j - 1); j--) {
          elements.swap(j, j - 1);
        }
      }
      if (to - i >= 2) {
        for (int j = i + 1; j < to && elements.less(j, j - 1); j++) {
          elements.swap(j, j - 1);
        }
      }
    }
    return false;
  }

  /// Moves some elements, so that an order which made for a bad choice does not do so again.
  private void shuffle(int from, int to) {
    int length = to - from;
    long random = length;
    long mask = (1L << (Integer.SIZE - Integer.numberOfLeadingZeros(length))) - 1;
    int place = from + length / 4 * 2;
    for (int i = 0; i < 3; i++) {
      random ^= random << 13;
      random ^= random >>> 7;
      random ^= random << 17;
      int other = (int) (random & mask);
      elements.swap(place - 1 + i, from + (other >= length ? other - length : other));
    }
  }

  private int choosePivot(int from, int to) {
    swaps = 0;
    int quarter = (to - from) / 4;
    int first = from + quarter;
    int second = from + quarter * 2;
    int third = from + quarter * 3;
    if (to - from >= SHORTEST_NINTHER) {
      first = median(first - 1, first, first + 1);
      second = median(second - 1, second, second + 1);
      third = median(third - 1, third, third + 1);
    }
    return median(first, second, third);
  }

  private int median(int first, int second, int third) {
    int a = first;
    int b = second;
    int c = third;
    if (elements.less(b, a)) {
      swaps++;
      a = second;
      b = first;
    }
    if (elements.less(c, b)) {
      swaps++;
      b = c;
    }
    if (elements.less(b, a)) {
      swaps++;
      b = a;
    }
    return b;
  }

  private void reverse(int from, int to) {
    for (int i = from, j = to - 1; i < j; i++, j--) {
      elements.swap(i, j);
    }
  }

  private void heapSort(int from, int to) {
    int size = to - from;
    for (int i = (size - 1) / 2; i >= 0; i--) {
      siftDown(i, size, from);
    }
    for (int i = size - 1; i >= 0; i--) {
      elements.swap(from, from + i);
      siftDown(0, i, from);
    }
  }

  private void siftDown(int start, int size, int from) {
    int root = start;
    while (2 * root + 1 < size) {
      int child = 2 * root + 1;
      if (child + 1 < size && elements.less(from + child, from + child + 1)) {
        child++;
      }
      if (!elements.less(from + root, from + child)) {
        return;
      }
      elements.swap(from + root, from + child);
      root = child;
    }
  }
}
