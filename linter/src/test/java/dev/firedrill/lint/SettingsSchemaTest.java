package dev.firedrill.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.settings.SettingsFile;
import dev.firedrill.settings.SettingsReader;
import dev.firedrill.testkit.Golden;
import dev.firedrill.testkit.JsonSchema;
import dev.firedrill.testkit.Repository;
import dev.firedrill.yaml.ScalarKind;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsSchemaTest {
  private static final Pattern IN_PAGE =
      Pattern.compile("```yaml title=[.]firedrill[.]yml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern IN_SCENARIO =
      Pattern.compile(
          "^=== file \\S*[.]firedrill[.]yml\n(.*?)(?=^===)", Pattern.DOTALL | Pattern.MULTILINE);
  private static final JsonSchema SCHEMA = JsonSchema.parse(SettingsSchema.of(Checks.infos()));

  @Test
  void theDocumentedSchemaKnowsEachCheckAndItsParameters() {
    Golden.assertMatches(Path.of("docs/settings.schema.json"), SettingsSchema.of(Checks.infos()));
  }

  /// Whatever settings there are in examples and stacks, the schema takes what the program takes.
  @TestFactory
  Stream<DynamicTest> agreesWithTheProgram() throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    for (Path file : files("testdata", ".firedrill.yml")) {
      all.put(file.toString(), Files.readString(file));
    }
    assertThat(all).hasSizeGreaterThan(3);
    for (Path file : files("docs", ".md")) {
      collect(IN_PAGE, file, all);
    }
    for (Path file : files("testdata/cli", ".txt")) {
      collect(IN_SCENARIO, file, all);
    }
    assertThat(all).hasSizeGreaterThan(12);
    return all.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> compare(each.getValue())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lint: {checks: {for/mising: off}}",
        "lint: {checks: {for/missing: loud}}",
        "lint: {checks: {for/missing: {severity: loud}}}",
        "lint: {checks: {range/too-long: {retention: 5 days}}}",
        "lint: {checks: {group/too-many-rules: {most: many}}}",
        "lint: {checks: {yaml/unknown-field: {dialects: [thnos]}}}",
        "lint: {preset: strictest}",
        "lints: {}",
        "lint: {overrides: [{path: [a]}]}",
      })
  void refusesWhatTheProgramRefuses(String settings) {
    assertThat(accepted(settings)).isFalse();
    assertThat(violations(settings)).isNotEmpty();
  }

  private static void compare(String settings) {
    if (accepted(settings)) {
      assertThat(violations(settings)).as(settings).isEmpty();
    } else {
      assertThat(violations(settings)).as(settings).isNotEmpty();
    }
  }

  private static boolean accepted(String settings) {
    SourceFile source = SourceFile.of(SettingsFile.NAME, settings);
    var loaded = SettingsReader.read(source, Path.of("."));
    SettingsFile file = loaded.value();
    return file != null
        && !loaded.failed()
        && !SettingsMapping.of(file, Checks.infos(), path -> path).failed();
  }

  private static List<String> violations(String settings) {
    YamlNode node =
        Yaml.read(SourceFile.of(SettingsFile.NAME, settings), YamlDialect.GO_V3)
            .first()
            .orElseThrow();
    return SCHEMA.violations(json(node).toString());
  }

  // As editors read it, by YAML 1.2, in which `off` is a text.
  private static JsonNode json(YamlNode node) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (node) {
      case MappingNode mapping -> {
        ObjectNode object = nodes.objectNode();
        mapping.entries().forEach(entry -> object.set(entry.name(), json(entry.value())));
        yield object;
      }
      case SequenceNode list -> {
        var array = nodes.arrayNode();
        list.items().forEach(item -> array.add(json(item)));
        yield array;
      }
      case ScalarNode scalar when scalar.kind() == ScalarKind.INT ->
          nodes.numberNode(Long.parseLong(scalar.text()));
      case ScalarNode scalar when scalar.kind() == ScalarKind.BOOL ->
          nodes.booleanNode(Boolean.parseBoolean(scalar.text()));
      case ScalarNode scalar -> nodes.textNode(scalar.text());
    };
  }

  private static void collect(Pattern pattern, Path file, Map<String, String> all)
      throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(file));
    for (int i = 1; matcher.find(); i++) {
      all.put(file + " " + i, matcher.group(1));
    }
  }

  private static List<Path> files(String folder, String ending) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Repository.file(folder))) {
      files.filter(file -> file.toString().endsWith(ending)).sorted().forEach(found::add);
    }
    return found;
  }
}
