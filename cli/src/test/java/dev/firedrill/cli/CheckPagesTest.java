package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Checks;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What pages of checks show, which [DocumentationTest] has run: the bad example has findings of
/// this check and no other, the good one has none.
class CheckPagesTest {
  private static final Pattern FINDING =
      Pattern.compile("^\\S+:\\d+:\\d+: (?:error|warning|info)\\[([^]]+)]", Pattern.MULTILINE);

  @TestFactory
  Stream<DynamicTest> showOneFindingAndHowToBeWithoutIt() {
    return Checks.infos().stream()
        .map(CheckInfo::id)
        .map(id -> DynamicTest.dynamicTest(id, () -> check(id)));
  }

  private static void check(String id) throws IOException {
    Path page = Repository.file("docs/checks/" + id + ".md");
    String text = Files.readString(page);
    int example = text.indexOf("## Example");
    int instead = text.indexOf("## Use instead");
    int options = text.indexOf("## Options");
    assertThat(findings(text.substring(example, instead))).isNotEmpty().containsOnly(id);
    // More runs may follow, of what else the check knows.
    int run = text.indexOf("```console", instead);
    int end = run < 0 || run > options ? options : text.indexOf("\n```\n", run);
    assertThat(findings(text.substring(instead, end))).isEmpty();
  }

  private static List<String> findings(String text) {
    return FINDING.matcher(text).results().map((MatchResult each) -> each.group(1)).toList();
  }

  /// Ids of what is wrong with data, scripts and runs rather than with anybody's rules or routes.
  private static final Set<String> NO_CHECKS =
      Set.of(
          "data/damaged",
          "data/json",
          "data/text",
          "http-config/invalid",
          "incident/invalid",
          "promql-script/invalid",
          "promql/evaluation",
          "route/format",
          "settings/no-files",
          "test/data",
          "test/input-data",
          "test/left-out",
          "test/series",
          "test/setup",
          "test/survivor",
          "test/untested",
          "test/update");

  private static final Pattern EMITTED =
      Pattern.compile(
          "(?:Diagnostic\\s*[.](?:error|of)\\(|problems[.]value\\(|checks[.]value\\(| CHECK =)"
              + "\\s*\"([a-z-]+/[a-z-]+)\"");

  @Test
  void noFindingHasAnIdThatNobodyKnows() throws IOException {
    Set<String> unknown = new TreeSet<>();
    int seen = 0;
    for (String module : List.of("config", "promql-parser", "templates", "linter", "cli")) {
      try (Stream<Path> files = Files.walk(Repository.file(module + "/src/main/java"))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          Matcher matcher = EMITTED.matcher(Files.readString(file));
          while (matcher.find()) {
            seen++;
            String id = matcher.group(1);
            if (Checks.info(id).isEmpty() && !NO_CHECKS.contains(id)) {
              unknown.add(id);
            }
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(40);
    assertThat(unknown).isEmpty();
  }
}
