package dev.firedrill.rules;

import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Parses the expressions of rule files.
@FunctionalInterface
public interface ExpressionParser {
  /// Parses each expression anew, so that no two rules have a tree in common.
  ExpressionParser DIRECT = Promql::parse;

  /// {@return what an expression is, or why it is none}
  ParseResult parse(String text, ParseOptions options);

  /// {@return a parser that parses a text once, however many rules have it: folders often hold the
  ///     same rules for each of several clusters. Their rules then have one tree in common. For
  ///     several threads}
  static ExpressionParser shared() {
    Map<String, ParseResult> known = new ConcurrentHashMap<>();
    Map<ParseOptions, Map<String, ParseResult>> byOptions = new ConcurrentHashMap<>();
    return (text, options) -> {
      Map<String, ParseResult> results =
          options.equals(ParseOptions.DEFAULT)
              ? known
              : byOptions.computeIfAbsent(options, any -> new ConcurrentHashMap<>());
      ParseResult result = results.get(text);
      if (result == null) {
        result = Promql.parse(text, options);
        ParseResult earlier = results.putIfAbsent(text, result);
        result = earlier == null ? result : earlier;
      }
      return result;
    };
  }
}
