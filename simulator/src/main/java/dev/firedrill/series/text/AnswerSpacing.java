package dev.firedrill.series.text;

import dev.firedrill.series.Samples;

/// How far apart the samples of an answer are, and whether all stand at steps of that size.
final class AnswerSpacing {
  private boolean any;
  private long origin;
  private long last = Long.MIN_VALUE;
  private long shortest;
  private long atShortest;
  private long distances;
  private long common;
  private long seriesCount;
  private long seriesToLast;

  /// Takes the samples of a series into account.
  void add(Samples samples) {
    if (samples.isEmpty()) {
      return;
    }
    if (!any) {
      any = true;
      origin = samples.time(0);
    }
    common = divisor(common, samples.time(0) - origin);
    for (int i = 1; i < samples.size(); i++) {
      distance(samples.time(i) - samples.time(i - 1));
    }
    seriesCount++;
    if (samples.lastTime() > last) {
      last = samples.lastTime();
      seriesToLast = 0;
    }
    seriesToLast += samples.lastTime() == last ? 1 : 0;
  }

  private void distance(long distance) {
    distances++;
    if (distance == shortest) {
      atShortest++;
      return;
    }
    common = divisor(common, distance);
    if (shortest == 0 || distance < shortest) {
      shortest = distance;
      atShortest = 1;
    }
  }

  private static long divisor(long first, long second) {
    long a = Math.abs(first);
    long b = Math.abs(second);
    while (b != 0) {
      long rest = a % b;
      a = b;
      b = rest;
    }
    return a;
  }

  /// {@return the step at which all samples stand; 0 where they stand at none, as those of a range
  ///     selector do}
  long step() {
    return shortest > 0 && common % shortest == 0 ? shortest : 0;
  }

  /// {@return the time of the last sample of all}
  long last() {
    return last;
  }

  /// {@return how many steps are the first of a series without a sample; 0 where there are no
  ///     steps}
  long ends() {
    return step() == 0 ? 0 : distances - atShortest + seriesCount - seriesToLast;
  }
}
