package dev.firedrill.diagnostic;

import dev.firedrill.testkit.Golden;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsJsonTest {
  @Test
  void writesEverythingThatAFindingKnows() {
    SourceFile file = SourceFile.of("rules/é.yml", "\uFEFFé: 1\nb: \"x\"\n");
    Location key = new Location(file, new Span(5, 6));
    Location first = new Location(file, new Span(0, 1));
    Diagnostic finding =
        Diagnostic.error("yaml/type", "expected a \"number\"", key)
            .withNote("as here", first)
            .withHelp("write 2")
            .withFix(new Fix("write 2", List.of(new TextEdit(key, "2"))));
    Diagnostic remark = Diagnostic.of("rule/name", Severity.INFO, "é is no name", first);

    String json = new FindingsJson(Masking.NONE).write("1.2.3", 1, 0, List.of(finding, remark));

    Golden.assertMatches(Path.of("diagnostics/src/test/golden/findings.json"), json);
  }
}
