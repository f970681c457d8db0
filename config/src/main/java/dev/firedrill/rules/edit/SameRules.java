package dev.firedrill.rules.edit;

import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleExpr;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlStream;
import dev.firedrill.yaml.edit.CommentSpans;
import java.util.List;

/// Whether a changed rule file says the same as before, the expressions of rules apart.
final class SameRules {
  private SameRules() {}

  /// {@return whether two files hold the same documents, where the expressions of rules may differ}
  static boolean aroundExprs(YamlStream before, YamlStream after) {
    List<YamlNode> left = before.documents();
    List<YamlNode> right = after.documents();
    if (before.complete() != after.complete() || left.size() != right.size()) {
      return false;
    }
    for (int i = 0; i < left.size(); i++) {
      if (!same(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// {@return whether two files have the same comments}
  static boolean comments(YamlStream before, YamlStream after) {
    return CommentSpans.texts(before).equals(CommentSpans.texts(after));
  }

  /// {@return whether a file has all comments of another, in their order}
  static boolean moreComments(YamlStream before, YamlStream after) {
    List<String> wanted = CommentSpans.texts(before);
    int found = 0;
    for (String comment : CommentSpans.texts(after)) {
      if (found < wanted.size() && comment.equals(wanted.get(found))) {
        found++;
      }
    }
    return found == wanted.size();
  }

  /// {@return whether the expressions of two files are the same to the letter}
  static boolean texts(RuleFile before, RuleFile after) {
    return texts(before).equals(texts(after));
  }

  private static List<String> texts(RuleFile file) {
    return file.rules().stream().map(rule -> rule.expr().source().text()).toList();
  }

  /// {@return whether the expressions of two files are the same, however they are laid out}
  static boolean exprs(RuleFile before, RuleFile after) {
    List<Rule> left = before.rules();
    List<Rule> right = after.rules();
    boolean same = left.size() == right.size();
    for (int i = 0; same && i < left.size(); i++) {
      same = same(left.get(i).expr(), right.get(i).expr());
    }
    return same;
  }

  /// {@return whether all expressions that were valid before still are}
  static boolean staysValid(RuleFile before, RuleFile after) {
    List<Rule> left = before.rules();
    List<Rule> right = after.rules();
    boolean valid = left.size() == right.size();
    for (int i = 0; valid && i < left.size(); i++) {
      boolean was = left.get(i).expr().result() instanceof Parsed;
      valid = !was || right.get(i).expr().result() instanceof Parsed;
    }
    return valid;
  }

  private static boolean same(RuleExpr left, RuleExpr right) {
    return (left.result() instanceof Parsed before && right.result() instanceof Parsed after)
        ? Printer.print(before.expr()).equals(Printer.print(after.expr()))
        : left.source().text().equals(right.source().text());
  }

  private static boolean same(YamlNode left, YamlNode right) {
    if (left.isAlias() != right.isAlias()) {
      return false;
    }
    return switch (left) {
      case ScalarNode scalar ->
          right instanceof ScalarNode other
              && scalar.text().equals(other.text())
              && scalar.kind() == other.kind();
      case SequenceNode list ->
          right instanceof SequenceNode other && sameItems(list.items(), other.items());
      case MappingNode mapping ->
          right instanceof MappingNode other && sameEntries(mapping.literal(), other.literal());
    };
  }

  private static boolean sameItems(List<YamlNode> left, List<YamlNode> right) {
    boolean same = left.size() == right.size();
    for (int i = 0; same && i < left.size(); i++) {
      same = same(left.get(i), right.get(i));
    }
    return same;
  }

  private static boolean sameEntries(List<Entry> left, List<Entry> right) {
    boolean same = left.size() == right.size();
    for (int i = 0; same && i < left.size(); i++) {
      Entry one = left.get(i);
      Entry other = right.get(i);
      boolean expr =
          one.name().equals("expr")
              && one.value() instanceof ScalarNode
              && other.value() instanceof ScalarNode
              && isRule(left);
      same = same(one.key(), other.key()) && (expr || same(one.value(), other.value()));
    }
    return same;
  }

  private static boolean isRule(List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry.name().equals("alert") || entry.name().equals("record")) {
        return true;
      }
    }
    return false;
  }
}
