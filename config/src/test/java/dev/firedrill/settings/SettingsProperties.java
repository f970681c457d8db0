package dev.firedrill.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.Fixtures;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.testkit.Repository;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SettingsProperties {
  private static final String TEXT =
      Fixtures.source(Repository.file("config/src/test/resources/settings/ok/full.yml")).text();
  private static final String[] PIECES = {
    "", " ", "\n", ":", "- ", "[", "]", "{", "}", "'", "\"", "~", "*a", "&a ", "!!int ", "0", "null"
  };

  @Property(tries = 300)
  void aMutatedFileIsTakenOrExplained(
      @ForAll @IntRange(max = 400) int at,
      @ForAll @IntRange(max = 16) int piece,
      @ForAll @IntRange(max = 12) int cut) {
    int start = at % TEXT.length();
    int end = Math.min(TEXT.length(), start + cut);
    String text = TEXT.substring(0, start) + PIECES[piece] + TEXT.substring(end);
    Loaded<SettingsFile> loaded =
        SettingsReader.read(SourceFile.of(SettingsFile.NAME, text), Path.of("."));

    assertThat(loaded.get().isPresent()).isEqualTo(loaded.diagnostics().isEmpty());
    for (Diagnostic diagnostic : loaded.diagnostics()) {
      assertThat(diagnostic.message()).doesNotContain("java", "Exception", "fasterxml", "dev.fire");
    }
  }
}
