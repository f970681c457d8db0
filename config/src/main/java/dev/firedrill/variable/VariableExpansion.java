package dev.firedrill.variable;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.yaml.ScalarKind;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Fills values into the placeholders of a YAML tree.
public final class VariableExpansion {
  private final Map<String, String> values;
  private final YamlDialect dialect;
  private final Map<String, Location> unresolved = new LinkedHashMap<>();

  /// An expansion.
  ///
  /// @param values by name; a placeholder of another name stays as it is
  public VariableExpansion(Map<String, String> values, YamlDialect dialect) {
    this.values = Map.copyOf(values);
    this.dialect = dialect;
  }

  /// {@return the tree with values filled in; keys of mappings stay as they are}
  public YamlNode expand(YamlNode node) {
    return switch (node) {
      case ScalarNode scalar -> expandScalar(scalar);
      case SequenceNode list ->
          new SequenceNode(
              list.items().stream().map(this::expand).toList(), list.location(), list.written());
      case MappingNode mapping ->
          new MappingNode(
              expandEntries(mapping.entries()),
              mapping.literal(),
              mapping.location(),
              mapping.written());
    };
  }

  /// {@return a finding for each name that had no value, at its first place}
  public List<Diagnostic> diagnostics() {
    List<Diagnostic> diagnostics = new ArrayList<>();
    unresolved.forEach(
        (name, place) ->
            diagnostics.add(
                Diagnostic.of(
                        "yaml/unresolved-variable",
                        Severity.INFO,
                        "variable '" + name + "' has no value",
                        place)
                    .withHelp("give it one in a file of NAME=value lines by --env-file")));
    return diagnostics;
  }

  private List<Entry> expandEntries(List<Entry> entries) {
    return entries.stream().map(entry -> new Entry(entry.key(), expand(entry.value()))).toList();
  }

  private ScalarNode expandScalar(ScalarNode scalar) {
    List<Placeholder> placeholders = Placeholder.in(scalar.text());
    if (placeholders.isEmpty()) {
      return scalar;
    }
    SourceText text = filledIn(scalar.value(), placeholders);
    ScalarKind kind = ScalarKind.of(text.text(), scalar.style(), scalar.tag(), dialect);
    return new ScalarNode(
        text, scalar.style(), scalar.tag(), kind, scalar.location(), scalar.written());
  }

  private SourceText filledIn(SourceText source, List<Placeholder> placeholders) {
    Building text = new Building(source);
    int next = 0;
    for (Placeholder placeholder : placeholders) {
      String value = values.get(placeholder.name());
      if (value == null) {
        unresolved.putIfAbsent(placeholder.name(), source.locate(placeholder.span()));
        continue;
      }
      text.copy(next, placeholder.span().start());
      text.replace(placeholder, value);
      next = placeholder.span().end();
    }
    text.copy(next, source.text().length());
    return text.build();
  }

  /// A text in the making, with the place that each character came from.
  private static final class Building {
    private final SourceText source;
    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[16];
    private int[] ends = new int[16];

    Building(SourceText source) {
      this.source = source;
    }

    void copy(int from, int to) {
      for (int i = from; i < to; i++) {
        append(source.text().charAt(i), source.locate(new Span(i, i + 1)));
      }
    }

    void replace(Placeholder placeholder, String value) {
      Location place = source.locate(placeholder.span());
      value.chars().forEach(c -> append((char) c, place));
    }

    private void append(char c, Location place) {
      int count = text.length();
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
        ends = Arrays.copyOf(ends, 2 * count);
      }
      starts[count] = place.span().start();
      ends[count] = place.span().end();
      text.append(c);
    }

    SourceText build() {
      int count = text.length();
      return SourceText.mapped(
          source.file(),
          text.toString(),
          Arrays.copyOf(starts, count),
          Arrays.copyOf(ends, count),
          source.location().span());
    }
  }
}
