package dev.firedrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.cli.command.Catalog;
import dev.firedrill.cli.option.Options;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What `--help` says of each command.
class HelpTest {
  @TestFactory
  Stream<DynamicTest> everyCommandHasExamplesOfItselfThatItWouldTake() {
    return Catalog.paths().stream()
        .map(path -> DynamicTest.dynamicTest(path, () -> checkExamples(path)));
  }

  private static void checkExamples(String path) {
    Options options = new Options();
    Catalog.open(path, options);
    assertThat(options.examples()).isNotEmpty();
    assertThat(options.examples())
        .anySatisfy(example -> assertThat(example.commandLine()).contains("firedrill " + path));
    for (Options.Example example : options.examples()) {
      String line = example.commandLine();
      assertThat(example.text()).isNotBlank();
      // Words in quotes and pipes are a shell's.
      if (line.startsWith("firedrill " + path + " ") && !line.matches(".*['\"|<>$(].*")) {
        Options given = new Options();
        Catalog.open(path, given);
        String rest = line.substring(("firedrill " + path + " ").length());
        given.parse(Arrays.asList(rest.split(" +", -1)));
      }
    }
  }

  @Test
  void everyTopicSaysSomethingAndFitsTheTerminal() {
    assertThat(HelpTopic.names()).contains("exit-status", "sources", "settings", "suppressions");
    for (String topic : HelpTopic.names()) {
      List<String> lines = HelpTopic.text(topic).lines().toList();
      assertThat(lines).as(topic).hasSizeGreaterThan(4);
      assertThat(lines).as(topic).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
    }
  }

  @Test
  void exitCodesAreTheExitStatus() {
    assertThat(HelpTopic.text("exit-codes")).isEqualTo(HelpTopic.text("exit-status"));
  }
}
