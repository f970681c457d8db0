package dev.firedrill.cli.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The workflows of `docs/ci.md` do on GitHub what the page says, with the steps of `action.yml`.
class WorkflowTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String BAD = PullRequest.RULES.replace(" == 0", "");

  @TempDir private Path folder;
  private Path action = Path.of("");

  @BeforeEach
  void installAction() throws IOException {
    action = Files.createDirectories(folder.resolve("the action"));
    for (String source :
        List.of("pom.xml", "build/x", "cli/pom.xml", "cli/src/main/x", "cli/src/dist/x")) {
      Path file = action.resolve(source);
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, "");
    }
    Files.createDirectories(action.resolve("cli/target"));
    launcher(action.resolve("firedrill"));
  }

  static void launcher(Path file) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.writeString(
        file,
        "#!/bin/sh\nexec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' dev.firedrill.cli.Main \"$@\"\n"
            .formatted(java, System.getProperty("java.class.path")));
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  static List<String> snippets() throws IOException {
    return Stream.of(Files.readString(Repository.file("docs/ci.md")).split("```", -1))
        .filter(block -> block.startsWith("yaml\n"))
        .map(block -> block.substring("yaml\n".length()))
        .toList();
  }

  private static JsonNode steps(int snippet, String job) throws IOException {
    JsonNode workflow = YAML.readTree(snippets().get(snippet));
    return workflow.path("jobs").path(job).path("steps");
  }

  private static JsonNode uses(String... inputs) throws IOException {
    return YAML.readTree(
        "- uses: firedrill/firedrill@v0\n  with:\n    " + String.join("\n    ", inputs));
  }

  private WorkflowJob job(Path workspace) throws IOException {
    return new WorkflowJob(workspace, action, folder.resolve("runner"))
        .github("repository", "team/alerts")
        .github("base_ref", "main")
        .github("token", "t")
        .github("event.pull_request.number", "1")
        .github("event.pull_request.head.repo.full_name", "team/alerts");
  }

  @Test
  void findingsAreMarkedAndWrittenForCodeScanning() throws Exception {
    Path workspace = PullRequest.changing(folder, "main", BAD).checkout(1);
    Files.move(workspace.resolve("monitoring"), workspace.resolve("rules"));
    WorkflowJob job = job(workspace);
    assertThat(job.run(steps(0, "firedrill"))).isFalse();
    assertThat(job.log()).contains("::error file=rules/rules.yml,line=5,");
    assertThat(workspace.resolve("firedrill.sarif")).content().contains("threshold/missing");
    assertThat(job.used())
        .contains("github/codeql-action/upload-sarif{sarif_file=firedrill.sarif}")
        .contains("actions/setup-java{distribution=temurin, java-version=25}");
  }

  @Test
  void nothingIsUploadedWhereNothingWasWritten() throws Exception {
    Path workspace = Files.createDirectories(folder.resolve("empty"));
    WorkflowJob job = job(workspace);
    assertThat(job.run(steps(0, "firedrill"))).isFalse();
    assertThat(job.log()).contains("firedrill: rules/: no such file");
    assertThat(job.used()).noneMatch(each -> each.startsWith("github/codeql-action"));
  }

  @Test
  void theBuildIsKeptByWhatItWasMadeOf() throws Exception {
    Path workspace = PullRequest.changing(folder, "main", PullRequest.RULES).checkout(1);
    WorkflowJob first = job(workspace);
    assertThat(first.run(uses("arguments: rules lint"))).as(first.log()).isTrue();
    String saved = cache(first, "save");
    assertThat(saved).isEqualTo(cache(first, "restore")).contains(action + "/cli/target/firedrill");
    assertThat(saved).contains("key=firedrill-Linux-X64-25-");

    Path built = Files.writeString(action.resolve("cli/target/firedrill-built"), "");
    Files.setLastModifiedTime(built, FileTime.fromMillis(0));
    Files.writeString(action.resolve("cli/src/main/x"), "changed");
    WorkflowJob second = new WorkflowJob(workspace, action, folder.resolve("second")).cached();
    assertThat(second.run(uses("arguments: rules lint"))).as(second.log()).isTrue();
    assertThat(cache(second, "restore")).isNotEqualTo(saved);
    assertThat(second.used()).noneMatch(each -> each.startsWith("actions/cache/save"));
    assertThat(Files.getLastModifiedTime(built)).isGreaterThan(FileTime.fromMillis(0));
  }

  private static String cache(WorkflowJob job, String how) {
    String name = "actions/cache/" + how;
    return job.used().stream()
        .filter(each -> each.startsWith(name))
        .findFirst()
        .orElseThrow()
        .substring(name.length());
  }

  @Test
  void argumentsAreSplitAsByAShellButNotExpanded() throws Exception {
    Path workspace = PullRequest.changing(folder, "main", PullRequest.RULES).checkout(1);
    Files.move(workspace.resolve("monitoring"), workspace.resolve("the $HOME *"));
    WorkflowJob job = job(workspace);
    assertThat(
            job.run(
                uses(
                    "arguments: |",
                    "  rules lint",
                    "    --fail-on info",
                    "  'the $HOME */rules.yml'")))
        .as(job.log())
        .isTrue();
    WorkflowJob open = new WorkflowJob(workspace, action, folder.resolve("open"));
    assertThat(open.run(uses("arguments: rules lint 'the"))).isFalse();
    assertThat(open.log()).contains("::error title=firedrill::cannot split the input 'arguments'");
  }

  @Test
  void filesAreNamedFromTheRootWhereverItIsRun() throws Exception {
    Path workspace = PullRequest.changing(folder, "main", BAD).checkout(1);
    WorkflowJob job = job(workspace);
    assertThat(job.run(uses("working-directory: monitoring", "sarif: out.sarif"))).isFalse();
    assertThat(job.log()).contains("::error file=monitoring/rules.yml,line=5,");
    assertThat(workspace.resolve("monitoring/out.sarif")).exists();
  }

  private WorkflowJob review(Path workspace, String ids) throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path gh = bin.resolve("gh");
    Files.writeString(
        gh,
        """
        #!/bin/sh
        case "$*" in
          *--paginate*) printf '%s' '{ids}' ;;
          *) echo "gh $*" ;;
        esac
        """
            .replace("{ids}", ids));
    assertThat(gh.toFile().setExecutable(true)).isTrue();
    return job(workspace).with("PATH", bin + ":" + System.getenv("PATH"));
  }

  @Test
  void aReviewBecomesACommentAndTheSummary() throws Exception {
    Path workspace = PullRequest.changing(folder, "main", BAD).checkout(0);
    WorkflowJob job = review(workspace, "");
    assertThat(job.run(steps(1, "review"))).isFalse();
    assertThat(job.log())
        .contains("::error file=monitoring/rules.yml,line=5,")
        .contains("gh pr comment 1 --body-file review.md");
    assertThat(job.summary())
        .startsWith("<!-- firedrill review -->\n### Alerts: 1 new finding, 1 rule changed")
        .contains("`origin/main` to");
    assertThat(job.used()).contains("actions/checkout{fetch-depth=0}");
  }

  @Test
  void aLaterReviewTakesThePlaceOfTheFirst() throws Exception {
    Path workspace =
        PullRequest.changing(folder, "main", PullRequest.RULES.replace("5m", "6m")).checkout(0);
    WorkflowJob job = review(workspace, "17\n18\n");
    assertThat(job.run(steps(1, "review"))).as(job.log()).isTrue();
    assertThat(job.log())
        .contains("gh api --method PATCH repos/team/alerts/issues/comments/17 -F body=@review.md")
        .doesNotContain("gh pr comment");
  }

  @Test
  void aForkMayNotCommentAndDoesNotFailForIt() throws Exception {
    Path workspace =
        PullRequest.changing(folder, "main", PullRequest.RULES.replace("5m", "6m")).checkout(0);
    WorkflowJob job =
        review(workspace, "").github("event.pull_request.head.repo.full_name", "someone/alerts");
    assertThat(job.run(steps(1, "review"))).as(job.log()).isTrue();
    assertThat(job.log()).doesNotContain("gh ");
    assertThat(job.summary()).contains("1 rule changed");
  }

  @Test
  void aPullRequestToAnotherBranchIsComparedWithThat() throws Exception {
    Path workspace =
        PullRequest.changing(folder, "release-1", PullRequest.RULES.replace("5m", "6m"))
            .checkout(0);
    WorkflowJob job = review(workspace, "").github("base_ref", "release-1");
    assertThat(job.run(steps(1, "review"))).as(job.log()).isTrue();
    assertThat(job.summary()).contains("`origin/release-1` to").contains("1 rule changed");
  }

  @Test
  void aShallowCloneIsToldHowToGetItsHistory() throws Exception {
    Path workspace = PullRequest.changing(folder, "main", BAD).checkout(1);
    WorkflowJob job = review(workspace, "");
    assertThat(job.run(steps(1, "review"))).isFalse();
    assertThat(job.log())
        .contains("this clone is shallow and may lack it", "`fetch-depth: 0`")
        .doesNotContain("gh ");
    assertThat(job.summary()).isEmpty();
  }
}
