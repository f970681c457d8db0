package dev.firedrill.rules;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.type.PrometheusVersion;
import dev.firedrill.promql.type.SyntaxVersions;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;

/// What the Prometheus that will load the rules does not know yet.
final class NewerSyntax {
  private static final PrometheusVersion LIMIT = new PrometheusVersion(2, 31);
  private static final PrometheusVersion KEEP_FIRING_FOR = new PrometheusVersion(2, 42);
  private static final PrometheusVersion QUERY_OFFSET = new PrometheusVersion(2, 53);
  private static final PrometheusVersion GROUP_LABELS = new PrometheusVersion(3, 0);

  private final PrometheusVersion version;
  private final RuleProblems problems;

  NewerSyntax(PrometheusVersion version, RuleProblems problems) {
    this.version = version;
    this.problems = problems;
  }

  void expr(RuleExpr expr) {
    if (version.compareTo(PrometheusVersion.NEWEST) < 0 && expr.result() instanceof Parsed parsed) {
      for (SyntaxVersions.Newer newer :
          SyntaxVersions.newer(parsed.expr(), expr.source().text(), version)) {
        report(newer.what(), newer.since(), expr.source().locate(newer.span()));
      }
    }
  }

  void rule(YamlFields fields) {
    field(fields, "keep_firing_for", KEEP_FIRING_FOR);
  }

  void group(YamlFields fields) {
    field(fields, "limit", LIMIT);
    field(fields, "query_offset", QUERY_OFFSET);
    field(fields, "labels", GROUP_LABELS);
  }

  private void field(YamlFields fields, String name, PrometheusVersion since) {
    if (since.compareTo(version) > 0) {
      fields
          .key(name)
          .map(YamlNode::written)
          .ifPresent(key -> report("'" + name + "'", since, key));
    }
  }

  private void report(String what, PrometheusVersion since, Location place) {
    problems.unprinted(
        Diagnostic.error(
                "promql/experimental",
                what + " came with Prometheus " + since + ": " + version + " refuses the file",
                place)
            .withHelp("upgrade Prometheus first, or write it without"));
  }
}
