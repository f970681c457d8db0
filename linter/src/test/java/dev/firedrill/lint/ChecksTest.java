package dev.firedrill.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private static final Path DOCS =
      Path.of(System.getProperty("firedrill.root", ".."), "docs", "checks");

  @Test
  void areFoundInTheOrderOfTheirIds() {
    List<String> ids = Checks.infos().stream().map(CheckInfo::id).toList();
    assertThat(ids)
        .isSorted()
        .doesNotHaveDuplicates()
        .contains("severity/missing", "yaml/syntax", "promql/syntax");
  }

  @Test
  void haveAPageEachThatNamesTheirParameters() throws Exception {
    for (CheckInfo info : Checks.infos()) {
      String id = info.id();
      Path page = DOCS.resolve(id + ".md");
      assertThat(page).exists();
      String text = Files.readString(page);
      assertThat(text).startsWith("# " + id + "\n");
      assertThat(text)
          .contains(
              "## What it does",
              "## Why it matters",
              "## Example",
              "## Use instead",
              "## Options",
              "## See also");
      for (Parameter<?> parameter : info.parameters()) {
        assertThat(text).contains("`" + parameter.name() + "`");
      }
    }
  }

  @Test
  void saySomethingShortOfThemselves() {
    for (CheckInfo info : Checks.infos()) {
      assertThat(info.summary()).matches("(YAML |[a-z`]).*[^.]").hasSizeLessThan(90);
    }
  }
}
