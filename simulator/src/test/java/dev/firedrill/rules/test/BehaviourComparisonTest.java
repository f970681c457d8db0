package dev.firedrill.rules.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFileOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehaviourComparisonTest {
  private static final String RULES =
      """
      groups:
      - name: g
        rules:
        - alert: Down
          expr: up == 0
          for: 2m
          labels: {severity: page}
          annotations: {summary: '{{ $labels.instance }} is down', value: '{{ $value }}'}
        - alert: Quiet
          expr: up > 5
      """;

  // i1 pending from 2m, firing from 4m, resolved at 8m; i2 pending 8m to 9m only.
  private static final String TEST =
      """
      kind: firedrill-tests
      rule_files: [rules.yml]
      tests:
      - input_series:
        - {series: 'up{instance="i1"}', values: 1x1 0x5 1x7}
        - {series: 'up{instance="i2"}', values: 1x7 0x1 1x5}
        expect_alerts:
        -\
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeRules() throws IOException {
    Files.writeString(folder.resolve("rules.yml"), RULES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "alertname: Down, labels: {instance: i1}, pending: 2m..4m, fires: 4m..8m, resolves: at 8m",
        "alertname: Down, labels: {instance: i1}, fires: [at 4m, 7m59s]",
        "alertname: Down, labels: {instance: i1}, fires: ever, pending: ever, resolves: ever",
        "alertname: Down, labels_re: {instance: 'i[12]', severity: p.*}, count: 2",
        "alertname: Down, labels: {instance: i2}, fires: never, pending: 8m..10m, resolves: never",
        "alertname: Down, labels: {instance: i1}, fires: 4m..8m, annotations: {value: '0'}",
        "alertname: Down, labels: {instance: i1}, fires: at 5m, annotations_re: {summary: i1.*}",
        "alertname: Down, labels: {instance: i3}, fires: never",
        "alertname: Down, labels: {instance: i3}, count: 0",
        "alertname: Quiet, fires: never, pending: never",
      })
  void passes(String item) throws IOException {
    assertThat(failures("{" + item + "}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "labels: {instance: i1}, fires: 4m..9m "
            + "| {instance=\"i1\", severity=\"page\"}: expected fires 4m..9m, got 4m..8m | PT8M",
        "labels: {instance: i1}, fires: from 4m "
            + "| {instance=\"i1\", severity=\"page\"}: expected fires from 4m, got 4m..8m | PT8M",
        "labels: {instance: i1}, fires: at 8m "
            + "| {instance=\"i1\", severity=\"page\"}: expected fires at 8m, got 4m..8m | PT8M",
        "fires: never "
            + "| {instance=\"i1\", severity=\"page\"}: expected fires never, got 4m..8m | PT4M",
        "labels: {instance: i1}, pending: [2m..4m, 9m] "
            + "| {instance=\"i1\", severity=\"page\"}: "
            + "expected pending 2m..4m, at 9m, got 2m..4m | PT9M",
        "labels: {instance: i1}, resolves: at 9m "
            + "| {instance=\"i1\", severity=\"page\"}: expected resolves at 9m, got at 8m | PT9M",
        "labels: {instance: i2}, fires: ever "
            + "| {instance=\"i2\", severity=\"page\"}: expected fires ever, got never | PT15M",
        "labels: {instance: i1}, fires: ever, annotations: {summary: i1 is up} "
            + "| {instance=\"i1\", severity=\"page\"}: annotations differ at 4m | PT4M",
      })
  void saysWhatWasOtherwise(String item, String message, String time) throws IOException {
    List<TestFailure> failures = failures("{alertname: Down, " + item + "}");
    assertThat(failures).hasSize(1);
    assertThat(failures.getFirst().message()).isEqualTo(message);
    assertThat(failures.getFirst().evalTime()).hasToString(time);
    assertThat(failures.getFirst().timeline()).isNotNull();
  }

  @Test
  void namesTheInstancesWhereNoneMatches() throws IOException {
    assertThat(failures("{alertname: Down, labels: {instance: i9}, fires: ever}"))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure.message())
                    .isEqualTo(
                        """
                        expected at least 1 instance with {instance="i9"}, got 0 of 2
                          {instance="i1", severity="page"}
                          {instance="i2", severity="page"}\
                        """));
    assertThat(failures("{alertname: Down, count: 3}").getFirst().message())
        .startsWith("expected 3 instances, got 2\n");
  }

  @Test
  void showsWhatTheAlertWasAroundTheTime() throws IOException {
    assertThat(failures("{alertname: Down, labels: {instance: i1}, fires: 3m..8m}"))
        .extracting(failure -> text(failure.timeline()))
        .containsExactly(
            "0s inactive 1.0, 1m inactive 1.0, 2m pending 0.0, *3m pending 0.0, 4m firing 0.0, "
                + "5m firing 0.0");
  }

  private static String text(@Nullable TimelineExcerpt timeline) {
    if (timeline == null) {
      return "none";
    }
    StringJoiner text = new StringJoiner(", ");
    for (int i = 0; i < timeline.times().size(); i++) {
      TimelineExcerpt.Cell cell = timeline.rows().getFirst().cells().get(i);
      String mark = i == timeline.marked() ? "*" : "";
      text.add(
          mark + TestTime.text(timeline.times().get(i)) + ' ' + cell.word() + ' ' + cell.value());
    }
    return text.toString();
  }

  private List<TestFailure> failures(String item) throws IOException {
    SourceFile source = SourceFile.of(folder.resolve("t.yml").toString(), TEST + " " + item + "\n");
    TestFileOutcome outcome =
        TestFileOutcome.of(source, Path.of(""), RuleFileOptions.DEFAULT, name -> true);
    assertThat(outcome.diagnostics()).noneMatch(each -> each.severity() == Severity.ERROR);
    assertThat(outcome.outcomes()).hasSize(1);
    return outcome.outcomes().getFirst().failures();
  }
}
