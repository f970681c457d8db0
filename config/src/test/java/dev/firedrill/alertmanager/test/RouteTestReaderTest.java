package dev.firedrill.alertmanager.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.Fixtures;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RouteTestReaderTest {
  @TestFactory
  Stream<DynamicTest> reportsWhatIsWrongWhereItIs() {
    return Fixtures.of(
        "route-tests", file -> Fixtures.render(RouteTestReader.read(file).diagnostics()));
  }

  @Test
  void tellsRouteTestsFromRuleTests() {
    assertThat(recognised("alertmanager: a.yml\ntests: []\n")).isTrue();
    assertThat(recognised("rule_files: []\ntests: []\nalertmanager: a.yml\n")).isFalse();
    assertThat(recognised("[tests, alertmanager]")).isFalse();
  }

  private static boolean recognised(String text) {
    return Yaml.read(SourceFile.of("a.yml", text), YamlDialect.GO_V3)
        .first()
        .filter(RouteTestReader::recognises)
        .isPresent();
  }
}
