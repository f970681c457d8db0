package dev.firedrill.alertmanager.edit;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlStream;
import dev.firedrill.yaml.edit.CommentSpans;
import java.util.ArrayList;
import java.util.List;

/// The lines of a YAML file and the comments on them.
final class Lines {
  private final String text;
  private final List<Span> comments;
  private final int listIndent;

  Lines(YamlStream stream) {
    text = stream.file().text();
    comments = CommentSpans.of(stream);
    listIndent = stream.first().map(root -> listIndent(root)).orElse(0);
  }

  String text() {
    return text;
  }

  String lineBreak() {
    return text.contains("\r\n") ? "\r\n" : "\n";
  }

  /// {@return how far lists are indented against their keys, as the first list of the file does it}
  int listIndent() {
    return Math.max(0, listIndent);
  }

  /// {@return -1 where there is no list}
  private int listIndent(YamlNode node) {
    if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.literal()) {
        int found =
            entry.value() instanceof SequenceNode list && !isFlow(list) && !list.items().isEmpty()
                ? dashColumn(list) - column(entry.key().written().span().start())
                : listIndent(entry.value());
        if (found >= 0) {
          return found;
        }
      }
    } else if (node instanceof SequenceNode list && !node.isAlias()) {
      for (YamlNode item : list.items()) {
        int found = listIndent(item);
        if (found >= 0) {
          return found;
        }
      }
    }
    return -1;
  }

  /// {@return the column of the dashes of a list, from 0}
  int dashColumn(SequenceNode list) {
    int at = list.items().getFirst().written().span().start() - 1;
    while (at > 0 && text.charAt(at) != '-') {
      at--;
    }
    return column(at);
  }

  int column(int offset) {
    return offset - lineStart(offset);
  }

  int lineStart(int offset) {
    return text.lastIndexOf('\n', offset - 1) + 1;
  }

  /// {@return where the line of a place ends, before its line break}
  int lineEnd(int offset) {
    int end = text.indexOf('\n', offset);
    end = end < 0 ? text.length() : end;
    return end > offset && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  int trimmedEnd(YamlNode node) {
    Span span = node.written().span();
    int end = span.end();
    while (end > span.start() && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return end;
  }

  boolean isFlow(YamlNode node) {
    int start = node.location().span().start();
    return start < text.length() && (text.charAt(start) == '[' || text.charAt(start) == '{');
  }

  /// {@return whether a value has neither anchor nor tag}
  boolean isBare(Entry entry) {
    return entry.value().written().span().equals(entry.value().location().span());
  }

  /// {@return the comment between a place and the end of its line; empty where there is none}
  String commentBehind(int offset) {
    int end = lineEnd(offset);
    for (Span comment : comments) {
      if (offset <= comment.start() && comment.start() < end) {
        return text.substring(comment.start(), comment.end()).strip();
      }
    }
    return "";
  }

  /// {@return the comments that begin between two places}
  List<String> commentsBetween(int from, int to) {
    List<String> found = new ArrayList<>();
    for (Span comment : comments) {
      if (from <= comment.start() && comment.start() < to) {
        found.add(text.substring(comment.start(), comment.end()).strip());
      }
    }
    return found;
  }

  int comments(Span span) {
    return commentsBetween(span.start(), span.end()).size();
  }
}
