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
    List<String> ids = Checks.all().stream().map(check -> check.info().id()).toList();
    assertThat(ids).isSorted().doesNotHaveDuplicates().contains("severity/missing");
  }

  @Test
  void haveAPageEachThatNamesTheirParameters() throws Exception {
    for (Check check : Checks.all()) {
      String id = check.info().id();
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
      for (Parameter<?> parameter : check.info().parameters()) {
        assertThat(text).contains("`" + parameter.name() + "`");
      }
    }
  }

  @Test
  void saySomethingShortOfThemselves() {
    for (Check check : Checks.all()) {
      assertThat(check.info().summary()).matches("[a-z`].*[^.]").hasSizeLessThan(90);
    }
  }
}
