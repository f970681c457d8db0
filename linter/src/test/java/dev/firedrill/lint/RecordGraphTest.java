package dev.firedrill.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RecordGraphTest {
  /// A rule set with one record a line: its name, and what it reads.
  private static RuleSet rules(String... records) {
    StringBuilder yaml = new StringBuilder("groups:\n- name: g\n  rules:\n");
    for (String record : records) {
      String[] parts = record.split(" = ", -1);
      yaml.append("  - {record: ").append(parts[0]).append(", expr: '").append(parts[1]);
      yaml.append("'}\n");
    }
    return new RuleSet(
        List.of(
            Objects.requireNonNull(
                RuleFiles.read(SourceFile.of("rules.yml", yaml.toString()), RuleFileOptions.DEFAULT)
                    .file())));
  }

  @Test
  void putsRecordsAfterThoseThatTheyRead() {
    assertThat(rules("c = b + a", "b = a * 2", "a = up", "d = c").graph().levels())
        .containsExactly(List.of("a"), List.of("b"), List.of("c"), List.of("d"));
  }

  @Test
  void knowsWhichRecordsReadEachOther() {
    RecordGraph graph = rules("a = b", "b = c", "c = a", "d = a", "e = e or up").graph();
    assertThat(graph.cyclic()).containsExactlyInAnyOrder("a", "b", "c", "e");
    assertThat(graph.isCycle("a", "c")).isTrue();
    assertThat(graph.isCycle("a", "d")).isFalse();
    assertThat(graph.isCycle("up", "up")).isFalse();
    assertThat(graph.levels()).containsExactly(List.of("d"));
  }

  @Test
  void chainsMayBeAsLongAsTheyLike() {
    String[] chain = new String[20_000];
    for (int i = 0; i < chain.length; i++) {
      chain[i] = "r" + i + " = " + (i == 0 ? "sum by (job) (up)" : "r" + (i - 1) + " * 2");
    }
    RuleSet rules = rules(chain);
    assertThat(rules.graph().levels()).hasSize(chain.length);
    assertThat(
            rules
                .flow(rules.recordsOf("r19999").getFirst())
                .orElseThrow()
                .facts()
                .labels()
                .mayHave("instance"))
        .isFalse();
  }
}
