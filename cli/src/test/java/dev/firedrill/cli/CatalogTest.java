package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.command.Catalog;
import dev.firedrill.cli.option.Options;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CatalogTest {
  @TestFactory
  Stream<DynamicTest> everyCommandOpensAndShowsAnExample() {
    return Catalog.paths().stream()
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path,
                    () -> {
                      Options options = new Options();
                      assertThat(Catalog.open(path, options)).isNotNull();
                      assertThat(options.examples())
                          .isNotEmpty()
                          .allSatisfy(
                              example ->
                                  assertThat(example.commandLine()).contains("firedrill " + path));
                    }));
  }

  @Test
  void noCommandIsAlsoAGroup() {
    assertThat(Catalog.paths()).noneMatch(Catalog::isGroup).doesNotHaveDuplicates();
  }
}
