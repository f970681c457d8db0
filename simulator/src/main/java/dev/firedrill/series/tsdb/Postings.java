package dev.firedrill.series.tsdb;

import java.util.Arrays;
import java.util.List;

/// Operations on lists of series numbers, each rising.
final class Postings {
  private Postings() {}

  /// {@return the numbers that are in any of the lists}
  static long[] union(List<long[]> lists) {
    if (lists.size() == 1) {
      return lists.getFirst();
    }
    int total = 0;
    for (long[] list : lists) {
      total += list.length;
    }
    long[] all = new long[total];
    int size = 0;
    for (long[] list : lists) {
      System.arraycopy(list, 0, all, size, list.length);
      size += list.length;
    }
    Arrays.sort(all);
    int kept = 0;
    for (int i = 0; i < all.length; i++) {
      if (i == 0 || all[i] != all[i - 1]) {
        all[kept++] = all[i];
      }
    }
    return Arrays.copyOf(all, kept);
  }

  /// {@return the numbers of the first list that are in the second one too}
  static long[] intersection(long[] first, long[] second) {
    return kept(first, second, true);
  }

  /// {@return the numbers of the first list that are not in the second one}
  static long[] difference(long[] first, long[] second) {
    return kept(first, second, false);
  }

  private static long[] kept(long[] first, long[] second, boolean common) {
    long[] kept = new long[first.length];
    int size = 0;
    int j = 0;
    for (long number : first) {
      while (j < second.length && second[j] < number) {
        j++;
      }
      boolean both = j < second.length && second[j] == number;
      if (both == common) {
        kept[size++] = number;
      }
    }
    return Arrays.copyOf(kept, size);
  }
}
