package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Position;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.test.coverage.Branch.Way;
import dev.firedrill.rules.test.coverage.Coverage;
import dev.firedrill.rules.test.coverage.RuleCoverage;
import dev.firedrill.rules.test.coverage.RuleCoverage.BranchCoverage;

/// What tests cover, as the member `coverage` of a JSON document.
public record CoverageJson(Coverage coverage) {
  /// Writes the member.
  public void write(Json json) {
    json.name("coverage").object().name("summary").object();
    json.name("rules").value(coverage.rules().size());
    json.name("rules_covered").value(coverage.coveredRules());
    json.name("branches").value(coverage.branches());
    json.name("branches_covered").value(coverage.takenBranches());
    json.end().name("rules").array();
    coverage.rules().forEach(rule -> rule(json, rule));
    json.end().end();
  }

  private static void rule(Json json, RuleCoverage covered) {
    Rule rule = covered.rule();
    Location place = rule.name().location();
    json.object().name("path").value(place.file().path());
    json.name("line").value(place.start().line());
    json.name("kind").value(rule instanceof Rule.AlertingRule ? "alert" : "record");
    json.name("name").value(rule.name().value());
    json.name("group").value(covered.group().name().value());
    json.name("tests").value(covered.tests());
    json.name("branches").array();
    covered.branches().forEach(branch -> branch(json, branch));
    json.end().end();
  }

  private static void branch(Json json, BranchCoverage covered) {
    Position start = covered.location().start();
    Way way = covered.branch().way();
    json.object().name("line").value(start.line());
    json.name("column").value(start.column());
    json.name("kind").value(way.point().word());
    json.name("way").value(way.word());
    json.name("text").value(covered.branch().text());
    json.name("tests").value(covered.tests()).end();
  }
}
