package dev.firedrill.lint;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.LabelText;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.Rule.AlertingRule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import java.util.ArrayList;
import java.util.List;

/// The lines of those texts of a file that take several of them, such as an expression in a block.
/// No comment of YAML can stand between them, so one at the first is for all.
///
/// @param texts in the order of the rules
record TextLines(List<Text> texts) {
  /// @param first the line that it starts on, with its key or the header of its block
  /// @param last the line that it ends on
  private record Text(int first, int last) {}

  /// {@return the last line of the text that starts on a line; the line itself where none does}
  int lastOf(int line) {
    int last = line;
    for (Text text : texts) {
      if (text.first == line) {
        last = Math.max(last, text.last);
      }
    }
    return last;
  }

  /// {@return the first line of the text that a line is a part of; the line itself where it is a
  ///     part of none}
  int firstOf(int line) {
    int first = line;
    for (Text text : texts) {
      if (text.first < line && line <= text.last) {
        first = Math.min(first, text.first);
      }
    }
    return first;
  }

  /// {@return those of a file}
  static TextLines of(RuleFile file) {
    List<Text> lines = new ArrayList<>();
    for (Rule rule : file.rules()) {
      ScalarNode scalar = rule.expr().scalar();
      if (scalar != null) {
        add(scalar.location().start().line(), scalar.location(), lines);
      }
      List<LabelText> texts = new ArrayList<>(rule.labels());
      if (rule instanceof AlertingRule alert) {
        texts.addAll(alert.annotations());
      }
      for (LabelText text : texts) {
        add(text.name().location().start().line(), text.value().location(), lines);
      }
    }
    return new TextLines(lines);
  }

  private static void add(int first, Location place, List<Text> lines) {
    SourceFile file = place.file();
    int end = place.span().end();
    while (end > place.span().start() && file.text().charAt(end - 1) <= ' ') {
      end--;
    }
    int last = file.position(end).line();
    if (last > first) {
      lines.add(new Text(first, last));
    }
  }
}
