package dev.firedrill.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/// Rules about queues in a repository, with a test, a routing tree and a recording, to be reviewed.
final class ReviewedQueues {
  static final String RULES =
      """
      groups:
      - name: queues
        rules:
        - record: queue:depth:max
          expr: max by (queue) (queue_depth)
        - alert: QueueLong
          expr: queue:depth:max > 4
          for: 1m
          labels: {severity: warning}
          annotations: {summary: 'Queue {{ $labels.queue }} is long'}
        - alert: QueueHuge
          expr: queue:depth:max > 8
          for: 1m
          labels: {severity: page}
          annotations: {summary: 'Queue {{ $labels.queue }} is huge'}
      """;
  static final String TESTS =
      """
      rule_files: [../rules/queues.yml]
      tests:
      - name: a long queue
        interval: 1m
        input_series:
        - {series: 'queue_depth{queue="a"}', values: 6x10}
        alert_rule_test:
        - alertname: QueueLong
          eval_time: 5m
          exp_alerts:
          - exp_labels: {severity: warning, queue: a}
            exp_annotations: {summary: Queue a is long}
      """;
  static final String SETTINGS =
      """
      stacks:
        queues:
          rules: [rules/*.yml]
          tests: [tests/*.yml]
          alertmanager: alertmanager.yml
          data: [recordings/*.om]
      """;

  private ReviewedQueues() {}

  /// {@return the repository, with all of it committed}
  static ScratchRepository in(Path folder) throws IOException {
    ScratchRepository repository = QueueProject.in(folder, SETTINGS, RULES, "recordings/queues.om");
    repository.write("tests/queues_test.yml", TESTS);
    QueueProject.commit(repository);
    return repository;
  }

  /// {@return the report on a change}
  static JsonNode json(ScratchRepository repository, String... words) throws IOException {
    String[] all = new String[words.length + 3];
    all[0] = "review";
    all[1] = "--format";
    all[2] = "json";
    System.arraycopy(words, 0, all, 3, words.length);
    return new ObjectMapper().readTree(repository.run(all).out());
  }
}
