package dev.firedrill.cli.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/// What a JUnit report, or a suite of it, counts.
///
/// @param tests all cases, those that failed or were skipped included
/// @param elapsed the sum of the cases' times
record JunitCounts(long tests, long failures, long errors, long skipped, Duration elapsed) {
  private static final int DIGITS = 6;

  /// Cases that took no time worth telling.
  JunitCounts(long tests, long failures, long errors, long skipped) {
    this(tests, failures, errors, skipped, Duration.ZERO);
  }

  /// {@return the sums}
  static JunitCounts sum(List<JunitCounts> all) {
    JunitCounts sum = new JunitCounts(0, 0, 0, 0);
    for (JunitCounts each : all) {
      sum =
          new JunitCounts(
              sum.tests + each.tests,
              sum.failures + each.failures,
              sum.errors + each.errors,
              sum.skipped + each.skipped,
              sum.elapsed.plus(each.elapsed));
    }
    return sum;
  }

  /// Writes them as attributes of the element opened last.
  void write(Xml xml) {
    xml.attribute("tests", String.valueOf(tests));
    xml.attribute("failures", String.valueOf(failures));
    xml.attribute("errors", String.valueOf(errors));
    xml.attribute("skipped", String.valueOf(skipped));
    xml.attribute("time", seconds(elapsed));
  }

  /// {@return seconds, cut to microseconds}
  static String seconds(Duration elapsed) {
    return elapsed.isZero()
        ? "0"
        : BigDecimal.valueOf(elapsed.toNanos() / 1000, DIGITS).toPlainString();
  }
}
