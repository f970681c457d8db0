package dev.firedrill.yaml;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Spelling;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the fields of a mapping the way Go's strict decoding into a struct does, and reports what
/// does not fit. Ask for every known field, then call [#finish], which reports all others.
///
/// A null value is the same as no value. Values are looked at in the order asked for.
public final class YamlFields {
  private final YamlNode node;
  private final String type;
  private final YamlProblems problems;
  private final YamlValues values;
  private final List<Entry> entries;
  private final Set<String> known = new LinkedHashSet<>();

  private YamlFields(YamlNode node, String type, YamlProblems problems, List<Entry> entries) {
    this.node = node;
    this.type = type;
    this.problems = problems;
    this.values = new YamlValues(problems);
    this.entries = entries;
  }

  /// The fields of a node. Of anything but a mapping a wrong type is reported and the fields are
  /// empty; so are those of a null.
  ///
  /// @param type what the mapping is, as Go's messages name it: `rulefmt.Rule`
  public static YamlFields of(YamlNode node, String type, YamlProblems problems) {
    if (node instanceof MappingNode mapping) {
      if (!problems.isEmpty()) {
        DuplicateKeys.nameType(mapping.literal(), type, problems);
      }
      return new YamlFields(node, type, problems, mapping.entries());
    }
    if (!YamlValues.isNull(node)) {
      new YamlValues(problems).wrongType(node, type, "a mapping");
    }
    return new YamlFields(node, type, problems, List.of());
  }

  /// {@return where the mapping stands}
  public Location location() {
    return node.location();
  }

  /// {@return the value of a field as it is; nothing if it is missing or null}
  public Optional<YamlNode> node(String name) {
    return Optional.ofNullable(find(name));
  }

  /// {@return the value of a field as it is, null values too; nothing if it is missing}
  public Optional<YamlNode> nodeOrNull(String name) {
    return Optional.ofNullable(entry(name)).map(Entry::value);
  }

  /// {@return the key of a field; nothing if it is missing}
  public Optional<YamlNode> key(String name) {
    return Optional.ofNullable(entry(name)).map(Entry::key);
  }

  /// {@return a field's text, with the place of each character}
  public @Nullable SourceText text(String name) {
    YamlNode value = find(name);
    return value == null ? null : values.text(value);
  }

  /// {@return a field's text}
  public @Nullable Located<String> string(String name) {
    return scalar(name, text -> text);
  }

  /// {@return a whole number; Go cuts fractions off}
  public @Nullable Located<Integer> integer(String name) {
    YamlNode value = find(name);
    return value == null ? null : values.integer(value);
  }

  /// {@return a whole number of up to 64 bits that is not negative; Go cuts fractions off}
  public @Nullable Located<BigInteger> unsigned(String name) {
    YamlNode value = find(name);
    return value == null ? null : values.unsigned(value);
  }

  /// {@return a number}
  public @Nullable Located<Double> number(String name) {
    YamlNode value = find(name);
    return value == null ? null : values.number(value);
  }

  /// {@return a yes or no}
  public @Nullable Located<Boolean> bool(String name) {
    YamlNode value = find(name);
    return value == null ? null : values.bool(value);
  }

  /// {@return what a field's text stands for}
  public <T> @Nullable Located<T> scalar(String name, ScalarForm<T> form) {
    YamlNode value = find(name);
    return value == null ? null : values.scalar(value, form);
  }

  /// {@return what each item of a list becomes; items that become null are left out}
  public <T> List<T> list(String name, Function<YamlNode, @Nullable T> item) {
    return list(name, "string", item);
  }

  /// {@return what each item of a list becomes; items that become null are left out}
  /// @param itemType what an item is, as Go's messages name it: `main.testGroup`
  public <T> List<T> list(String name, String itemType, Function<YamlNode, @Nullable T> item) {
    List<T> result = new ArrayList<>();
    for (YamlNode value : items(name, itemType)) {
      T made = item.apply(value);
      if (made != null) {
        result.add(made);
      }
    }
    return result;
  }

  /// {@return the items of a list}
  public List<YamlNode> items(String name) {
    return items(name, "string");
  }

  /// {@return the items of a list}
  /// @param itemType what an item is, as Go's messages name it: `rulefmt.Rule`
  public List<YamlNode> items(String name, String itemType) {
    YamlNode value = find(name);
    return value == null ? List.of() : values.items(value, itemType);
  }

  /// {@return the texts of a list}
  public List<SourceText> strings(String name) {
    return list(name, values::text);
  }

  /// {@return what each name and text of a mapping becomes}
  public <T> List<T> map(String name, BiFunction<Located<String>, SourceText, T> each) {
    YamlNode value = find(name);
    return value == null ? List.of() : values.map(value, each);
  }

  /// {@return the fields of a field; nothing if it is missing or null}
  public Optional<YamlFields> object(String name, String goType) {
    return node(name).map(value -> of(value, goType, problems));
  }

  /// Reports a field that is missing, null or empty.
  ///
  /// @param message what the program says that the file is written for
  public void require(String name, String message) {
    YamlNode value = find(name);
    boolean there = value != null && !(value instanceof ScalarNode text && text.text().isEmpty());
    if (!there) {
      problems.value("yaml/missing-field", message, value == null ? location() : value.written());
    }
  }

  /// Takes a field as known without looking at it.
  public void allow(String... names) {
    known.addAll(List.of(names));
  }

  /// Reports the fields that nobody asked for.
  public void finish() {
    finish(name -> null);
  }

  /// Reports the fields that nobody asked for.
  ///
  /// @param help what to do about a field by its name, where that is known
  public void finish(Function<String, @Nullable String> help) {
    for (Entry entry : entries) {
      if (!known.contains(entry.name()) || !(entry.key() instanceof ScalarNode)) {
        unknown(entry, help.apply(entry.name()));
      }
    }
  }

  /// {@return the entries that nobody asked for}
  public List<Entry> rest() {
    return entries.stream().filter(entry -> !known.contains(entry.name())).toList();
  }

  private void unknown(Entry entry, @Nullable String knownHelp) {
    String name = entry.name();
    int line = entry.key().written().start().line();
    String goText = "line " + line + ": field " + name + " not found in type " + type;
    String help = knownHelp == null ? suggestion(name) : knownHelp;
    problems.type(
        Diagnostic.error(
                "yaml/unknown-field", "unknown field '" + name + "'", entry.key().written())
            .withHelp(help),
        goText);
  }

  private String suggestion(String name) {
    return Spelling.nearest(name, known)
        .map(nearest -> "did you mean '" + nearest + "'?")
        .orElseGet(() -> "known here: " + String.join(", ", known));
  }

  private @Nullable YamlNode find(String name) {
    Entry entry = entry(name);
    return entry == null || YamlValues.isNull(entry.value()) ? null : entry.value();
  }

  private @Nullable Entry entry(String name) {
    known.add(name);
    for (Entry entry : entries) {
      if (entry.key() instanceof ScalarNode && entry.name().equals(name)) {
        return entry;
      }
    }
    return null;
  }
}
