package dev.firedrill.replay.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.Labels;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.rules.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Which causes are named where there are several, and in which order.
class WhyCausesTest {
  private static List<String> causes(String expr, String... series) {
    return Explained.explain(expr, List.of(series), 4).causes().stream()
        .map(WhyCausesTest::text)
        .toList();
  }

  private static String text(Blamed blamed) {
    @Nullable Rule record = blamed.record();
    return (record == null ? "" : record.name().value() + ": ")
        + Printer.print(blamed.part().expr())
        + " "
        + blamed.finding().getClass().getSimpleName();
  }

  @Test
  void whereEachSideHasAnotherSeriesTheThresholdsAreToldThatKeptThemApart() {
    assertThat(
            causes(
                "q > 5 and on (job) w > 3",
                "q{job=\"x\"} 10x5",
                "q{job=\"y\"} 3x5",
                "w{job=\"x\"} 2x5",
                "w{job=\"y\"} 9x5"))
        .containsExactly("q > 5 Missed", "w > 3 Missed");
  }

  @Test
  void ofThoseKeptApartTheOneNearestToMeetingIsTold() {
    AlertExplanation alert =
        Explained.explain(
            "q > 5 and on (job) w > 30",
            List.of(
                "q{job=\"x\"} 10x5",
                "q{job=\"y\"} 10x5",
                "w{job=\"x\"} 2x5",
                "w{job=\"y\"} 29x5",
                "w{job=\"z\"} 99x5"),
            4);
    assertThat(alert.causes())
        .extracting(Blamed::finding)
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.Missed.class,
            missed -> assertThat(missed.nearest().getFirst().value()).isEqualTo(29));
  }

  @Test
  void aJoinThatNoValueWouldMendComesBeforeTheThreshold() {
    assertThat(causes("q > 100 and on (job) w > 5", "q{job=\"x\"} 3x5", "w{job=\"z\"} 9x5"))
        .containsExactly("q > 100 and on (job) w > 5 Unpaired", "q > 100 Missed");
    assertThat(causes("q > 1 and on (job) w > 50", "q{job=\"x\"} 3x5", "w{job=\"z\"} 9x5"))
        .containsExactly("q > 1 and on (job) w > 50 Unpaired", "w > 50 Missed");
    assertThat(causes("q > 100 unless on (job) m == 1", "q{job=\"x\"} 3x5", "m{job=\"x\"} 1x5"))
        .containsExactly("q > 100 unless on (job) m == 1 Removed", "q > 100 Missed");
  }

  @Test
  void aJoinThatWouldSucceedIsNotBlamed() {
    assertThat(causes("q > 100 and on (job) w > 5", "q{job=\"x\"} 3x5", "w{job=\"x\"} 9x5"))
        .containsExactly("q > 100 Missed");
    assertThat(causes("q > 100 unless on (job) m == 1", "q{job=\"x\"} 3x5", "m{job=\"x\"} 0x5"))
        .containsExactly("q > 100 Missed");
  }

  @Test
  void ofTwoThresholdsTheOneMissedByMoreComesFirst() {
    assertThat(causes("q > 5 and on (job) w > 100", "q{job=\"x\"} 4.9x5", "w{job=\"x\"} 3x5"))
        .containsExactly("w > 100 Missed", "q > 5 Missed");
  }

  @Test
  void besidesAThresholdThoseAreToldThatNeverCameToIt() {
    String[] disks = {
      "used{disk=\"a\"} 50x5", "used{disk=\"b\"} 99x5", "size{disk=\"a\"} 100x5",
    };
    assertThat(causes("used / size > 0.9", disks))
        .containsExactly("used / size > 0.9 Missed", "used / size Unpaired");
    assertThat(causes("sum by (disk) (used / size) > 0.9", disks))
        .containsExactly("sum by (disk) (used / size) > 0.9 Missed", "used / size Unpaired");
    assertThat(causes("up == 0", "up{w=\"1\"} 1x5", "up{w=\"2\"} 1 1 stale"))
        .containsExactly("up == 0 Missed", "up Ended");
  }

  @Test
  void whereOthersFindTheirPartnerNoOtherMatchingIsAdvised() {
    AlertExplanation alert =
        Explained.explain(
            "used / size > 0.9",
            List.of(
                "used{disk=\"a\", host=\"h\"} 50x5",
                "used{disk=\"b\", host=\"h\"} 99x5",
                "size{disk=\"a\", host=\"h\"} 100x5"),
            4);
    assertThat(alert.causes().getLast().finding())
        .isInstanceOfSatisfying(
            Finding.Unpaired.class,
            alone -> {
              assertThat(alone.example().get("disk")).isEqualTo("b");
              assertThat(alone.advice()).isNull();
            });
  }

  @Test
  void aCauseInARecordSaysInWhich() {
    Why.Answer answer =
        Explained.answer(
            """
            groups:
            - name: g
              rules:
              - record: ratio
                expr: used / size
              - record: worst
                expr: max(ratio)
              - alert: A
                expr: worst > 0.9
            """,
            List.of("used{d=\"a\"} 50x5", "used{d=\"b\"} 99x5", "size{d=\"a\"} 100x5"),
            4,
            Labels.EMPTY);
    assertThat(answer.alerts().getFirst().causes())
        .extracting(WhyCausesTest::text)
        .containsExactly("worst > 0.9 Missed", "ratio: used / size Unpaired");
  }

  private static List<String> causesOf(String rules, String... series) {
    return Explained.answer(rules, List.of(series), 18, Labels.EMPTY)
        .alerts()
        .getFirst()
        .causes()
        .stream()
        .map(WhyCausesTest::text)
        .toList();
  }

  @Test
  void aRecordThatIsWrittenTooSeldomIsOldRatherThanUnwritten() {
    assertThat(
            causesOf(
                """
                groups:
                - name: slow
                  interval: 10m
                  rules: [{record: slow, expr: depth}]
                - name: g
                  rules: [{alert: A, expr: slow > 5}]
                """,
                "depth 9x20"))
        .containsExactly("slow NoSample");
  }

  @Test
  void anAlertThatIsPendingIsNotSelectedAsFiring() {
    assertThat(
            causesOf(
                """
                groups:
                - name: g
                  rules:
                  - {alert: B, expr: depth > 5, for: 1h}
                  - {alert: A, expr: 'ALERTS{alertname="B", alertstate="firing"}'}
                """,
                "depth 9x20"))
        .containsExactly("ALERTS{alertname=\"B\",alertstate=\"firing\"} Unmatched");
  }

  @Test
  void aPartnerThatHasEndedIsToldInsteadOfAnother() {
    assertThat(
            causes(
                "depth * on (q) group_left (team) owner > 5",
                "depth{q=\"a\"} 9x5",
                "owner{q=\"a\", team=\"x\"} 1 1 stale",
                "owner{q=\"b\", team=\"x\"} 1x5"))
        .containsExactly("owner NoSample");
  }

  @Test
  void aHistogramThatEndedIsToldAsOne() {
    AlertExplanation alert =
        Explained.explain(
            "histogram_count(seen) > 10",
            List.of("seen {{schema:0 sum:1 count:4 buckets:[1 2 1]}}x2 stale"),
            4);
    assertThat(alert.causes().getFirst().finding())
        .isInstanceOfSatisfying(
            Finding.NoSample.class, gone -> assertThat(gone.histogram()).isNotNull());
  }

  @Test
  void aRecordWithOtherLabelsIsNotUnknown() {
    assertThat(
            causesOf(
                """
                groups:
                - name: g
                  rules:
                  - {record: total, expr: sum(depth), labels: {team: x}}
                  - {alert: A, expr: 'total{team="y"} > 5'}
                """,
                "depth 9x20"))
        .containsExactly("total{team=\"y\"} WrittenOtherwise");
  }

  @Test
  void nothingThatIsCountedIsTheCauseWhereZeroWouldHavePassed() {
    assertThat(causes("count(up == 1) == 0", "up{w=\"1\"} 0x5"))
        .containsExactly("count(up == 1) NothingAggregated", "up == 1 Missed");
    assertThat(causes("count(up == 1) > 0", "up{w=\"1\"} 0x5")).containsExactly("up == 1 Missed");
  }

  @Test
  void someWithoutPartnersComeAfterTheThresholdThatOthersMissed() {
    assertThat(
            causes("a > 3 and on (i) w == 1", "a{i=\"1\"} 5x5", "a{i=\"2\"} 5x5", "w{i=\"2\"} 0x5"))
        .containsExactly("w == 1 Missed", "a > 3 and on (i) w == 1 Unpaired");
    assertThat(causes("a / (b > 0) > 1", "a{i=\"1\"} 5x5", "b{i=\"1\"} 0x5", "b{i=\"2\"} 3x5"))
        .containsExactly("b > 0 Missed");
  }

  @Test
  void whatABoolComparisonMadeZeroOfIsTold() {
    assertThat(causes("(depth > bool 10) == 1", "depth 3x5"))
        .containsExactly("(depth > bool 10) == 1 Missed", "depth > bool 10 Missed");
  }

  @Test
  void whatHasNoLabelsGoesWithAnythingByOn() {
    AlertExplanation alert =
        Explained.explain("depth > 10 and hour() >= 0", List.of("depth{q=\"a\"} 11x5"), 4);
    assertThat(alert.causes().getFirst().finding())
        .isInstanceOfSatisfying(
            Finding.Unpaired.class,
            alone -> assertThat(alone.advice()).isEqualTo(new Finding.Advice(List.of(), "")));
  }

  @Test
  void whatIsNotAbsentSaysWhenItWasThere() {
    AlertExplanation alert =
        Explained.explain("absent_over_time(up[10m])", List.of("up 1 1", "z 1x9"), 8);
    assertThat(alert.causes().getFirst().finding())
        .isEqualTo(new Finding.Present(1, Labels.of("__name__", "up"), Double.NaN, 60_000L));
  }

  @Test
  void aPendingAlertWhoseLabelsChangeSaysHowOftenForStartedAnew() {
    Why.Answer answer =
        Explained.answer(
            """
            groups:
            - name: g
              rules:
              - {alert: A, expr: depth > 5, for: 5m, labels: {depth: '{{ $value }}'}}
            """,
            List.of("depth 3 9 9 10 11 12"),
            4,
            Labels.EMPTY);
    assertThat(answer.alerts().getFirst().instances().getFirst().relabelled())
        .isEqualTo(
            new InstanceStory.Relabelled(60_000, 2, Labels.of("alertname", "A", "depth", "10")));
  }
}
