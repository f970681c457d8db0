package dev.firedrill.replay.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.labels.Labels;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is named where an evaluation failed since series have the same labels.
class WhyFailureTest {
  private static final List<String> DISKS =
      List.of("disk_free{d=\"s\"} 4x5", "disk_used{d=\"s\"} 3x5");
  private static final List<String> PODS =
      List.of("up{job=\"x\", pod=\"1\"} 1x5", "up{job=\"x\", pod=\"2\"} 1x5");

  private static Finding cause(String expr, List<String> series) {
    AlertExplanation alert = Explained.explain(expr, series, 4);
    assertThat(alert.failures()).as(expr).hasSize(1);
    assertThat(alert.causes()).as(expr).hasSize(1);
    return alert.causes().getFirst().finding();
  }

  private static Finding names(String by) {
    return new Finding.SameLabels(
        Labels.of("__name__", "disk_free", "d", "s"),
        Labels.of("__name__", "disk_used", "d", "s"),
        List.of(),
        by);
  }

  private static Finding pods(String by) {
    return new Finding.SameLabels(
        Labels.of("__name__", "up", "job", "x", "pod", "1"),
        Labels.of("__name__", "up", "job", "x", "pod", "2"),
        List.of("pod"),
        by);
  }

  @Test
  void ofSeveralPartnersThePairsAndTheLabelsThatTellThemApartAreNamed() {
    assertThat(
            cause(
                "used / on (job) total > 0.9",
                List.of(
                    "used{job=\"a\"} 9x5",
                    "used{job=\"b\"} 9x5",
                    "total{job=\"a\", site=\"x\"} 10x5",
                    "total{job=\"a\", site=\"y\"} 10x5")))
        .isEqualTo(
            new Finding.Duplicates(
                false,
                Labels.of("job", "a"),
                List.of(
                    Labels.of("__name__", "total", "job", "a", "site", "x"),
                    Labels.of("__name__", "total", "job", "a", "site", "y")),
                2,
                List.of("site")));
  }

  @Test
  void ofOneToManyTheLeftSideIsTheOneToBlame() {
    assertThat(
            cause(
                "total * on (job) group_right () used",
                List.of(
                    "used{job=\"a\"} 9x5",
                    "total{job=\"a\", site=\"x\"} 10x5",
                    "total{job=\"a\", site=\"y\"} 10x5")))
        .isInstanceOfSatisfying(Finding.Duplicates.class, it -> assertThat(it.left()).isTrue());
  }

  @Test
  void whatLosesTheNameOfTheMetricIsTold() {
    assertThat(cause("rate({__name__=~\"disk_.*\"}[3m]) >= 0", DISKS)).isEqualTo(names("rate"));
    assertThat(cause("rate({__name__=~\"disk_.*\"}[3m] offset 1m) >= 0", DISKS))
        .isEqualTo(names("rate"));
    assertThat(cause("rate({__name__=~\"disk_.*\"}[3m:1m]) >= 0", DISKS)).isEqualTo(names("rate"));
    assertThat(cause("abs({__name__=~\"disk_.*\"}) > 0", DISKS)).isEqualTo(names("abs"));
    assertThat(cause("-{__name__=~\"disk_.*\"} < 0", DISKS)).isEqualTo(names("the sign -"));
    assertThat(cause("{__name__=~\"disk_.*\"} * 2 > 0", DISKS)).isEqualTo(names("*"));
    assertThat(cause("{__name__=~\"disk_.*\"} > bool 0", DISKS)).isEqualTo(names("> bool"));
  }

  @Test
  void whatOverwritesALabelIsTold() {
    assertThat(cause("label_replace(up, \"pod\", \"\", \"pod\", \".*\") > 0", PODS))
        .isEqualTo(pods("label_replace"));
    assertThat(cause("label_join(up, \"pod\", \"\", \"job\") > 0", PODS))
        .isEqualTo(pods("label_join"));
    assertThat(
            cause(
                "up * on (job) group_left (pod) info",
                List.of(PODS.get(0), PODS.get(1), "info{job=\"x\", pod=\"9\"} 1x5")))
        .isEqualTo(pods("group_left(pod)"));
  }

  @Test
  void seriesThatStayApartAreNotNamed() {
    assertThat(
            cause(
                "label_replace(up, \"pod\", \"\", \"zone\", \"z.*\") > 0",
                List.of(
                    "up{pod=\"1\"} 1x5",
                    "up{pod=\"2\"} 1x5",
                    "up{pod=\"3\", zone=\"z\"} 1x5",
                    "up{pod=\"4\", zone=\"z\"} 1x5")))
        .isEqualTo(
            new Finding.SameLabels(
                Labels.of("__name__", "up", "pod", "3", "zone", "z"),
                Labels.of("__name__", "up", "pod", "4", "zone", "z"),
                List.of("pod"),
                "label_replace"));
  }

  @Test
  void aRecordThatFailedIsToldWithItsSeries() {
    Why.Answer answer =
        Explained.answer(
            """
            groups:
            - name: g
              rules:
              - record: doubled
                expr: '{__name__=~"disk_.*"} * 2'
              - alert: A
                expr: doubled > 5
            """,
            DISKS,
            4,
            Labels.EMPTY);
    assertThat(answer.alerts().getFirst().causes())
        .extracting(Blamed::finding)
        .satisfiesExactly(
            written -> assertThat(written).isInstanceOf(Finding.NothingWritten.class),
            pair -> assertThat(pair).isEqualTo(names("*")));
  }
}
