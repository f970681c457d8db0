package dev.firedrill.rules;

import dev.firedrill.diagnostic.Fix;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.Promql;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.edit.ScalarEdits;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The expression of a rule.
///
/// @param source as written, with the place of each character
/// @param result the tree, or why there is none
/// @param scalar the YAML that it is written as; null where the rule has none
public record RuleExpr(SourceText source, ParseResult result, @Nullable ScalarNode scalar) {
  /// {@return a fix that replaces a part of the expression, quoted and escaped as the YAML around
  ///     it asks for; empty where that cannot hold the new text, or a valid expression would not
  ///     stay valid}
  ///
  /// @param title what it does, as an instruction
  /// @param part within the text of the expression; empty to insert
  /// @param text what stands there afterwards, on one line
  public Optional<Fix> fix(String title, Span part, String text) {
    ScalarNode written = scalar();
    if (written == null || (result instanceof Parsed && !isValid(part, text))) {
      return Optional.empty();
    }
    return ScalarEdits.replace(written, part, text).map(edit -> new Fix(title, List.of(edit)));
  }

  private boolean isValid(Span part, String text) {
    String before = source.text();
    String after = before.substring(0, part.start()) + text + before.substring(part.end());
    return Promql.parse(after, ParseOptions.ALL.withOldNames(true)) instanceof Parsed;
  }
}
