package dev.firedrill.yaml;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A piece of YAML that knows where it stands.
///
/// An alias is the node it refers to: [#location] is then where that node is defined, [#written]
/// where the alias stands.
public sealed interface YamlNode {
  /// {@return where the value stands, without anchor and tag; of an alias, where it is defined}
  Location location();

  /// {@return where the node is written, with its anchor and tag; of an alias, the alias itself}
  Location written();

  /// {@return this node as an alias used at `place`}
  YamlNode usedAt(Location place);

  /// {@return whether this came by an alias}
  default boolean isAlias() {
    return written().span().end() <= location().span().start()
        || location().span().end() < written().span().start();
  }

  /// {@return the tag as Go's messages name it: `!!map`, `!!seq`, `!!str`, `!!int` and so on}
  String tagName();

  /// A text, number or whatever else is not made of parts.
  ///
  /// @param value the text that the YAML stands for, with the place of each of its characters
  /// @param tag the tag as written, such as `!!str`; null where there is none
  /// @param kind what Go takes it for
  record ScalarNode(
      SourceText value,
      ScalarStyle style,
      @Nullable String tag,
      ScalarKind kind,
      Location location,
      Location written)
      implements YamlNode {
    /// {@return the text}
    public String text() {
      return value.text();
    }

    /// {@return whether this is a null: nothing, `~` or `null`}
    public boolean isNull() {
      return kind == ScalarKind.NULL;
    }

    @Override
    public ScalarNode usedAt(Location place) {
      return new ScalarNode(value, style, tag(), kind, location, place);
    }

    @Override
    public String tagName() {
      return kind.tag();
    }
  }

  /// A list.
  record SequenceNode(List<YamlNode> items, Location location, Location written)
      implements YamlNode {
    public SequenceNode {
      items = List.copyOf(items);
    }

    @Override
    public SequenceNode usedAt(Location place) {
      return new SequenceNode(items, location, place);
    }

    @Override
    public String tagName() {
      return "!!seq";
    }
  }

  /// Names and values.
  ///
  /// @param entries what the mapping holds once merge keys (`<<`) have been followed, as the
  ///     dialect does it; the first of duplicate keys only
  /// @param literal the entries as written, merge keys and duplicates among them
  record MappingNode(List<Entry> entries, List<Entry> literal, Location location, Location written)
      implements YamlNode {
    public MappingNode {
      entries = List.copyOf(entries);
      literal = List.copyOf(literal);
    }

    /// {@return the value of a key}
    public Optional<YamlNode> get(String name) {
      for (Entry entry : entries) {
        if (entry.name().equals(name)) {
          return Optional.of(entry.value());
        }
      }
      return Optional.empty();
    }

    /// {@return whether there is such a key}
    public boolean has(String name) {
      return get(name).isPresent();
    }

    @Override
    public MappingNode usedAt(Location place) {
      return new MappingNode(entries, literal, location, place);
    }

    @Override
    public String tagName() {
      return "!!map";
    }
  }

  /// A key of a mapping and its value.
  record Entry(YamlNode key, YamlNode value) {
    /// {@return the text of the key; empty where the key is a list or a mapping}
    public String name() {
      return key instanceof ScalarNode scalar ? scalar.text() : "";
    }
  }
}
