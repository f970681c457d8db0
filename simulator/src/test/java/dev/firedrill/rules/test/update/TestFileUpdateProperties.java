package dev.firedrill.rules.test.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.test.TestFileOutcome;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.edit.CommentSpans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/// Whatever is expected, and however it is laid out: after an update all tests pass, all comments
/// are there, and another update finds nothing to do.
class TestFileUpdateProperties {
  private static final Path FOLDER = folder();

  private static Path folder() {
    try {
      return Files.createTempDirectory("update");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeContainer
  static void writeRules() throws IOException {
    Files.writeString(
        FOLDER.resolve("rules.yml"),
        """
        groups:
        - name: g
          rules:
          - alert: Busy
            expr: load > 5
            labels: {level: '{{ if gt $value 8.0 }}high{{ else }}low{{ end }}', note: 'a: b'}
            annotations: {text: "{{ $labels.job }}\\nis at {{ $value }}", short: 'it''s {{ $value }}'}
        """);
  }

  @AfterContainer
  static void removeRules() throws IOException {
    Files.delete(FOLDER.resolve("rules.yml"));
    Files.delete(FOLDER);
  }

  @Property(tries = 300)
  void afterAnUpdateAllTestsPassAndAllCommentsAreThere(@ForAll long seed) {
    SourceFile before =
        SourceFile.of(FOLDER.resolve("test.yml").toString(), new RandomTestFile(seed).text());
    TestFileUpdate update = TestFileUpdate.of(run(before), TestFileUpdateProperties::run);
    assertThat(update.diagnostics()).as(before.text()).isEmpty();
    assertThat(run(update.after()).passed()).as(before.text()).isTrue();
    assertThat(comments(update.after())).containsExactlyInAnyOrderElementsOf(comments(before));
    assertThat(TestFileUpdate.of(run(update.after()), TestFileUpdateProperties::run).changed())
        .isFalse();
  }

  private static TestFileOutcome run(SourceFile source) {
    return TestFileOutcome.of(source, FOLDER, RuleFileOptions.DEFAULT, name -> true);
  }

  private static List<String> comments(SourceFile source) {
    return CommentSpans.texts(Yaml.read(source, YamlDialect.GO_V2));
  }

  /// A file of tests, most of whose expectations are wrong, in any layout.
  private static final class RandomTestFile {
    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private int comments;

    RandomTestFile(long seed) {
      this.random = new Random(seed);
    }

    String text() {
      out.append("rule_files: [rules.yml]\ntests:\n- name: t").append(comment()).append("\n");
      out.append("  input_series:\n");
      for (String job : List.of("a", "b", "c")) {
        if (random.nextBoolean()) {
          out.append("  - {series: 'load{job=\"").append(job).append("\"}', values: ");
          out.append(4 + random.nextInt(7)).append("x10}\n");
        }
      }
      out.append(
          "  - {series: 'sizes{job=\"a\"}', values: '{{schema:0 sum:3 count:2 buckets:[1"
              + " 1]}}x5'}\n");
      String margin = random.nextBoolean() ? "  " : "    ";
      out.append("  alert_rule_test:").append(comment()).append('\n');
      for (int i = 0; i <= random.nextInt(3); i++) {
        assertion(margin, "alertname: Busy", "exp_alerts");
      }
      out.append("  promql_expr_test:\n");
      for (int i = 0; i <= random.nextInt(3); i++) {
        assertion(
            margin,
            pick("expr: load", "expr: load * 2", "expr: count(load)", "expr: sizes"),
            "exp_samples");
      }
      return random.nextBoolean() ? out.toString() : out.toString().strip();
    }

    private void assertion(String margin, String subject, String key) {
      if (random.nextInt(4) == 0) {
        out.append(margin).append("- {eval_time: 2m, ").append(subject);
        if (random.nextBoolean()) {
          out.append(", ").append(key).append(": ").append(flowItems(key));
        }
        out.append("}").append(comment()).append('\n');
        return;
      }
      out.append(margin).append("- eval_time: 2m").append(comment()).append('\n');
      if (random.nextBoolean()) {
        line(margin + "  " + subject);
        items(margin + "  ", key);
      } else {
        items(margin + "  ", key);
        line(margin + "  " + subject);
      }
    }

    private void items(String margin, String key) {
      switch (random.nextInt(4)) {
        case 0 -> {}
        case 1 -> line(margin + key + ":");
        case 2 -> line(margin + key + ": " + flowItems(key));
        default -> {
          line(margin + key + ":");
          for (int i = 0; i <= random.nextInt(3); i++) {
            item(margin, key);
          }
        }
      }
    }

    private void item(String margin, String key) {
      if (random.nextInt(3) == 0) {
        line(margin + "- " + flowItem(key));
      } else if (key.equals("exp_samples")) {
        line(margin + "- labels: " + pick("load{job=\"a\"}", "'load{job=\"b\"}'", "'{}'"));
        line(
            margin
                + "  "
                + pick("value: 3", "value: 7.5", "value: .inf", "histogram: '{{count:1}}'"));
      } else {
        line(margin + "- exp_labels:");
        line(margin + "    job: " + pick("a", "'b'", "\"c\"", "9"));
        line(margin + "    level: " + pick("low", "'high'"));
        if (random.nextBoolean()) {
          line(margin + "    gone: x");
        }
        if (random.nextBoolean()) {
          line(margin + "  exp_annotations:");
          line(margin + "    short: " + pick("it", "\"it's 9\"", "|\n" + margin + "      two"));
          line(
              margin
                  + "    text: "
                  + pick(">-\n" + margin + "      a\n" + margin + "      b", "x"));
        }
      }
    }

    private String flowItems(String key) {
      StringBuilder items = new StringBuilder("[");
      int count = random.nextInt(3);
      for (int i = 0; i < count; i++) {
        items.append(i > 0 ? ", " : "").append(flowItem(key));
      }
      return items.append(']').toString();
    }

    private String flowItem(String key) {
      return key.equals("exp_samples")
          ? pick("{value: 2}", "{labels: 'load{job=\"a\"}', value: 3}", "{labels: '{}'}")
          : pick(
              "{exp_labels: {job: a, level: low}}",
              "{exp_labels: {job: b}, exp_annotations: {short: 'x'}}",
              "{}");
    }

    private void line(String text) {
      boolean block = text.contains("\n");
      out.append(text).append(block ? "" : comment()).append('\n');
      if (!block && random.nextInt(6) == 0) {
        int margin = text.length() - text.stripLeading().length();
        out.append(" ".repeat(margin)).append("# line ").append(comments++).append('\n');
      }
    }

    private String comment() {
      return random.nextInt(3) == 0 ? "  # it's " + comments++ : "";
    }

    private String pick(String... choices) {
      return choices[random.nextInt(choices.length)];
    }
  }
}
