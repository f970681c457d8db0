package dev.firedrill.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.lint.CheckInfo;
import dev.firedrill.lint.Checks;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckPageTest {
  private static CheckInfo check(String id) {
    return Checks.infos().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void everyCheckIsExplainedByItsPage() throws IOException {
    for (CheckInfo info : Checks.infos()) {
      CheckPage page = CheckPage.in(Repository.root(), info.id()).orElseThrow();
      assertThat(page.prose())
          .as(info.id())
          .startsWith("\nWhat it does:\n  ")
          .contains("\nWhy it matters:\n  ")
          .doesNotContain("\n```", "$ firedrill");
    }
  }

  @Test
  void textHasWhatPeopleReadAndWhereThereIsMore() throws IOException {
    CheckInfo info = check("for/missing");
    CheckPage page = CheckPage.in(Repository.root(), info.id()).orElseThrow();
    assertThat(CheckList.explain(info, Optional.of(page)))
        .startsWith("for/missing: alert without `for`")
        .contains("\nWhat it does:\n  Reports alerts without `for`")
        .contains("\nOptions:\n")
        .doesNotContain("\nExample:\n")
        .endsWith("\n" + Repository.file("docs/checks/for/missing.md") + "\n");
  }

  @Test
  void jsonHasThePageAndItsText() throws IOException {
    CheckInfo info = check("for/missing");
    StringBuilder out = new StringBuilder();
    new CheckListJson(List.of(info), CheckPage.in(Repository.root(), info.id())).write(out);
    JsonNode json = new ObjectMapper().readTree(out.toString()).at("/checks/0");
    assertThat(json.path("page").asText())
        .isEqualTo(Repository.file("docs/checks/for/missing.md").toString());
    assertThat(json.path("text").asText()).startsWith("# for/missing\n");
  }

  @Test
  void withoutDocumentationThereIsNoPage() throws IOException {
    assertThat(CheckPage.in(Repository.file("testdata"), "for/missing")).isEmpty();
    assertThat(CheckPage.of("for/missing")).as("classes of a build").isEmpty();
  }
}
