package dev.firedrill.alertmanager.edit;

import com.google.re2j.PatternSyntaxException;
import dev.firedrill.alertmanager.Matcher;
import dev.firedrill.alertmanager.MatcherMode;
import dev.firedrill.alertmanager.MatcherParser;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlValues;
import dev.firedrill.yaml.edit.EditRefused;
import java.util.ArrayList;
import java.util.List;

/// One key with the matchers under it, taken apart into matchers and comments.
///
/// @param comment what stands behind the key, or behind a value in brackets or braces; may be empty
/// @param flow whether the value is in brackets or braces, or there is none
/// @param span from the key to the end of its last line, comments included
record MatcherEntry(Entry entry, List<MatcherItem> items, String comment, boolean flow, Span span) {
  MatcherEntry {
    items = List.copyOf(items);
  }

  /// Takes an entry apart.
  ///
  /// @param operator of the matchers in a mapping
  static MatcherEntry of(Entry entry, Operator operator, Lines lines) throws EditRefused {
    YamlNode value = entry.value();
    int start = entry.key().written().span().start();
    if (value.isAlias() || !lines.isBare(entry)) {
      throw new EditRefused("it is used elsewhere, or has a tag", value.written());
    }
    boolean flow = YamlValues.isNull(value) || lines.isFlow(value);
    int end = Math.max(entry.key().written().span().end(), lines.trimmedEnd(value));
    Span span = new Span(start, lines.lineEnd(end));
    List<MatcherItem> items = new ArrayList<>();
    String comment = flow ? lines.commentBehind(end) : lines.commentBehind(start);
    int at = flow ? start : lines.lineEnd(start);
    for (Part part : parts(value, operator)) {
      int partEnd = lines.trimmedEnd(part.end);
      String behind = flow ? "" : lines.commentBehind(partEnd);
      List<String> above =
          flow ? List.of() : lines.commentsBetween(at, part.start.written().span().start());
      at = lines.lineEnd(partEnd);
      boolean first = true;
      for (Matcher matcher : part.matchers) {
        items.add(new MatcherItem(matcher, first ? above : List.of(), first ? behind : ""));
        first = false;
      }
    }
    MatcherEntry made = new MatcherEntry(entry, items, comment, flow, span);
    if (lines.comments(span) != made.comments()) {
      throw new EditRefused("a comment stands within it", value.written());
    }
    return made;
  }

  private int comments() {
    int count = comment.isEmpty() ? 0 : 1;
    for (MatcherItem item : items) {
      count += item.above().size() + (item.behind().isEmpty() ? 0 : 1);
    }
    return count;
  }

  private record Part(YamlNode start, YamlNode end, List<Matcher> matchers) {}

  private static List<Part> parts(YamlNode value, Operator operator) throws EditRefused {
    List<Part> parts = new ArrayList<>();
    switch (value) {
      case SequenceNode list -> {
        for (YamlNode item : list.items()) {
          parts.add(new Part(item, item, parsed(item)));
        }
      }
      case MappingNode mapping -> {
        for (Entry each : mapping.literal()) {
          parts.add(new Part(each.key(), each.value(), List.of(matcher(each, operator))));
        }
      }
      case ScalarNode scalar -> {
        if (!scalar.isNull()) {
          throw new EditRefused("it is no list", scalar.written());
        }
      }
    }
    return parts;
  }

  private static List<Matcher> parsed(YamlNode item) throws EditRefused {
    List<Matcher> matchers = matchers(item);
    if (matchers.isEmpty() || item.isAlias()) {
      throw new EditRefused("it is no list of matchers", item.written());
    }
    return matchers;
  }

  /// {@return the matchers of an item; none where there are none or it cannot be read}
  static List<Matcher> matchers(YamlNode item) {
    return item instanceof ScalarNode scalar
        ? new MatcherParser(MatcherMode.FALLBACK).parse(scalar.text()).matchers()
        : List.of();
  }

  private static Matcher matcher(Entry entry, Operator operator) throws EditRefused {
    if (!(entry.value() instanceof ScalarNode scalar) || entry.value().isAlias()) {
      throw new EditRefused("the value is written elsewhere", entry.value().written());
    }
    try {
      return Matcher.of(entry.name(), operator, scalar.isNull() ? "" : scalar.text());
    } catch (PatternSyntaxException e) {
      throw new EditRefused("it is no regular expression", scalar.written());
    }
  }
}
