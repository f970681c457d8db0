package dev.firedrill.rules.test.update;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.rules.test.UnitTest;
import dev.firedrill.rules.test.UnitTestFile;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.edit.EditRefused;
import java.util.Optional;

/// Which assertion of a file it is, however the text around it changes.
///
/// @param test the number of the test
/// @param alerts whether it expects alerts rather than samples
/// @param index the number among the assertions of its kind
record AssertionPlace(int test, boolean alerts, int index) {
  /// {@return the assertion that stands at a place of the file}
  static Optional<AssertionPlace> at(UnitTestFile file, Span span) {
    for (int i = 0; i < file.tests().size(); i++) {
      UnitTest test = file.tests().get(i);
      for (int j = 0; j < test.alerts().size(); j++) {
        if (test.alerts().get(j).location().span().equals(span)) {
          return Optional.of(new AssertionPlace(i, true, j));
        }
      }
      for (int j = 0; j < test.exprs().size(); j++) {
        if (test.exprs().get(j).location().span().equals(span)) {
          return Optional.of(new AssertionPlace(i, false, j));
        }
      }
    }
    return Optional.empty();
  }

  /// {@return the key of what is expected}
  String itemsKey() {
    return alerts ? "exp_alerts" : "exp_samples";
  }

  /// {@return the assertion}
  MappingNode find(YamlNode root) throws EditRefused {
    YamlNode found = item(item(root, "tests", test), listKey(), index);
    if (found instanceof MappingNode assertion) {
      return assertion;
    }
    throw new EditRefused("expected a mapping", found.written());
  }

  private String listKey() {
    return alerts ? "alert_rule_test" : "promql_expr_test";
  }

  private static YamlNode item(YamlNode node, String key, int index) throws EditRefused {
    if (node instanceof MappingNode mapping
        && mapping.get(key).orElse(null) instanceof SequenceNode list
        && index < list.items().size()) {
      YamlNode item = list.items().get(index);
      if (list.isAlias() || item.isAlias()) {
        throw new EditRefused("an alias stands for it", item.written());
      }
      return item;
    }
    throw new EditRefused("expected a list of '" + key + "'", node.written());
  }
}
