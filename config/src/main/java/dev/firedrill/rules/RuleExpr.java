package dev.firedrill.rules;

import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.diagnostic.TextEdit;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.edit.ScalarEdits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The expression of a rule.
///
/// @param source as written, with the place of each character
/// @param result the tree, or why there is none
/// @param scalar the YAML that it is written as; null where the rule has none
public record RuleExpr(SourceText source, ParseResult result, @Nullable ScalarNode scalar) {
  /// {@return the edit of the file that replaces a part of the expression, quoted and escaped as
  ///     the YAML around it asks for; empty where that cannot hold it}
  ///
  /// @param part within the text of the expression; empty to insert
  /// @param text what stands there afterwards, on one line
  public Optional<TextEdit> replace(Span part, String text) {
    ScalarNode written = scalar();
    return written == null ? Optional.empty() : ScalarEdits.replace(written, part, text);
  }
}
