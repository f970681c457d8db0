package dev.firedrill.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlStream;
import dev.firedrill.yaml.YamlValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads settings files.
///
/// A good file is bound to records and no more. Only when that fails is it read once more with
/// positions and compared with the published schema, to say what is wrong where.
public final class SettingsReader {
  private SettingsReader() {}

  /// Reads a settings file.
  ///
  /// @param folder what the file's paths are relative to
  public static Loaded<SettingsFile> read(SourceFile source, Path folder) {
    if (isEmpty(source)) {
      return new Loaded<>(new SettingsFile(source, folder, Settings.NONE), List.of());
    }
    try {
      Settings settings = mapper().readValue(source.text(), Settings.class);
      return settings == null
          ? new Loaded<>(new SettingsFile(source, folder, Settings.NONE), List.of())
          : new Loaded<>(new SettingsFile(source, folder, settings), List.of());
    } catch (JsonProcessingException | RuntimeException e) {
      return new Loaded<>(null, explain(source, e));
    }
  }

  // To Jackson a file of nothing but comments is an error.
  private static boolean isEmpty(SourceFile source) {
    return source
        .text()
        .lines()
        .map(String::strip)
        .allMatch(line -> line.isEmpty() || line.startsWith("#") || line.equals("---"));
  }

  private static ObjectMapper mapper() {
    // `off` is a word here, not the opposite of true.
    YAMLFactory yaml =
        YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
            .build();
    return YAMLMapper.builder(yaml)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .build();
  }

  private static List<Diagnostic> explain(SourceFile source, Exception failure) {
    YamlStream stream = Yaml.read(source, YamlDialect.GO_V3);
    List<Diagnostic> found = new ArrayList<>(stream.diagnostics());
    stream
        .first()
        .filter(node -> !YamlValues.isNull(node))
        .ifPresent(node -> found.addAll(SchemaComparison.of(node)));
    if (found.isEmpty()) {
      found.add(unexplained(source, failure));
    }
    return found;
  }

  // The binding is stricter than the schema at this place, and its words are about Java.
  private static Diagnostic unexplained(SourceFile source, Exception failure) {
    int line =
        failure instanceof JsonProcessingException json && json.getLocation() != null
            ? json.getLocation().getLineNr()
            : 1;
    int start = source.lineStart(Math.clamp(line, 1, source.lineCount()));
    return Diagnostic.error(
        "settings/invalid",
        "this is not what can stand here",
        new Location(source, Span.at(start)));
  }
}
