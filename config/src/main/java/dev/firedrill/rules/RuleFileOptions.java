package dev.firedrill.rules;

import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.type.PrometheusVersion;
import java.util.Set;

/// How rule files are read.
///
/// @param promql the syntax that expressions may use
/// @param legacyNames whether names of labels, annotations and records must match
///     `[a-zA-Z_][a-zA-Z0-9_]*` (records: `:` too), as before Prometheus 3
/// @param ignoreUnknownFields whether fields that Prometheus does not know are passed over, as with
///     promtool's `--ignore-unknown-fields`
/// @param dialects whose additional fields are passed over
/// @param expressions parses expressions
/// @param version of the Prometheus that will load them: what is newer is an error
public record RuleFileOptions(
    ParseOptions promql,
    boolean legacyNames,
    boolean ignoreUnknownFields,
    Set<RuleDialect> dialects,
    ExpressionParser expressions,
    PrometheusVersion version) {
  /// As Prometheus 3.14 reads them without flags.
  public static final RuleFileOptions DEFAULT =
      new RuleFileOptions(
          ParseOptions.DEFAULT,
          false,
          false,
          Set.of(),
          ExpressionParser.DIRECT,
          PrometheusVersion.NEWEST);

  public RuleFileOptions {
    dialects = Set.copyOf(dialects);
  }

  /// {@return these with other syntax for expressions}
  public RuleFileOptions withPromql(ParseOptions options) {
    return new RuleFileOptions(
        options, legacyNames, ignoreUnknownFields, dialects, expressions, version);
  }

  /// {@return these with or without unknown fields passed over}
  public RuleFileOptions withIgnoreUnknownFields(boolean ignore) {
    return new RuleFileOptions(promql, legacyNames, ignore, dialects, expressions, version);
  }

  /// {@return these with the names of Prometheus 2}
  public RuleFileOptions withLegacyNames(boolean legacy) {
    return new RuleFileOptions(promql, legacy, ignoreUnknownFields, dialects, expressions, version);
  }

  /// {@return these with the fields of other programs passed over}
  public RuleFileOptions withDialects(Set<RuleDialect> others) {
    return new RuleFileOptions(
        promql, legacyNames, ignoreUnknownFields, others, expressions, version);
  }

  /// {@return these for a Prometheus of another version; before 3.0 names are the old ones,
  ///     those of functions, too}
  public RuleFileOptions withVersion(PrometheusVersion other) {
    boolean old = other.major() < 3;
    return new RuleFileOptions(
        promql.withOldNames(old),
        legacyNames || old,
        ignoreUnknownFields,
        dialects,
        expressions,
        other);
  }

  /// {@return these with a text of an expression parsed once, however many rules have it}
  public RuleFileOptions withSharedExpressions() {
    return new RuleFileOptions(
        promql, legacyNames, ignoreUnknownFields, dialects, ExpressionParser.shared(), version);
  }
}
