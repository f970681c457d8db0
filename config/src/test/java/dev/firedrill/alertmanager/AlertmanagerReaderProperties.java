package dev.firedrill.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.Fixtures;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.testkit.Repository;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Whatever becomes of a file, reading it ends with a value and diagnostics.
class AlertmanagerReaderProperties {
  private static final String TEXT =
      Fixtures.source(Repository.file("config/src/test/resources/alertmanager/ok/tree.yml")).text();
  private static final String[] PIECES = {
    "", " ", "\n", ":", "-", "[", "]", "{", "}", "'", "\"", "~", "*a", "&a ", "<<: ", "!!int ", "0",
    "...", "${X}", "# ", "? ", "|", "\t", "\u0000", "é", "null"
  };

  @Property(tries = 600)
  void neverThrowsOnAMutatedFile(
      @ForAll @IntRange(max = 3000) int first,
      @ForAll @IntRange(max = 3000) int second,
      @ForAll @IntRange(max = 25) int piece,
      @ForAll @IntRange(max = 40) int cut) {
    String text = mutated(mutated(TEXT, first, piece, 0), second, (piece * 7) % 26, cut);
    for (AlertmanagerOptions options :
        new AlertmanagerOptions[] {
          AlertmanagerOptions.STRICT,
          new AlertmanagerOptions(MatcherMode.CLASSIC, Map.of("X", "[\n: {"))
        }) {
      AlertmanagerReading reading = AlertmanagerReader.read(SourceFile.of("a.yml", text), options);
      assertThat(reading.refusal().isPresent()).isEqualTo(reading.loaded().failed());
    }
  }

  private static String mutated(String text, int at, int piece, int cut) {
    int start = at % text.length();
    int end = Math.min(text.length(), start + cut);
    return text.substring(0, start) + PIECES[piece] + text.substring(end);
  }
}
