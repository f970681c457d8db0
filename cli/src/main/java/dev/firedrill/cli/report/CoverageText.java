package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Position;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.test.coverage.Branch;
import dev.firedrill.rules.test.coverage.Coverage;
import dev.firedrill.rules.test.coverage.RuleCoverage;
import dev.firedrill.rules.test.coverage.RuleCoverage.BranchCoverage;
import java.io.IOException;

/// What tests leave out, for people: a line for each rule that no test asserts on and for each
/// branch that no test took, and one line of counts.
///
/// @param quiet whether the counts are left out
public record CoverageText(Coverage coverage, boolean quiet) implements Report {
  private static final int PERCENT = 100;

  @Override
  public void write(Appendable out) throws IOException {
    for (RuleCoverage rule : coverage.rules()) {
      if (rule.covered()) {
        branches(rule, out);
      } else {
        line(rule.rule().name().location(), rule.rule(), "no test asserts on it", out);
      }
    }
    if (!quiet) {
      out.append("coverage: ");
      out.append(share(coverage.coveredRules(), coverage.rules().size(), "rule")).append(", ");
      out.append(share(coverage.takenBranches(), coverage.branches(), "branch")).append('\n');
    }
  }

  private static void branches(RuleCoverage rule, Appendable out) throws IOException {
    for (BranchCoverage covered : rule.branches()) {
      if (!covered.taken()) {
        Branch branch = covered.branch();
        String message = "`" + branch.text() + "` " + branch.way().untaken();
        line(covered.location(), rule.rule(), message, out);
      }
    }
  }

  private static void line(Location place, Rule rule, String message, Appendable out)
      throws IOException {
    Position start = place.start();
    out.append(place.file().path()).append(':').append(String.valueOf(start.line())).append(':');
    out.append(String.valueOf(start.column())).append(": ").append(rule.name().value());
    out.append(": ").append(message).append('\n');
  }

  private static String share(int some, int all, String noun) {
    String nouns = all == 1 ? noun : noun.endsWith("ch") ? noun + "es" : noun + "s";
    String share = some + " of " + all + " " + nouns;
    return all == 0 ? share : share + " (" + Math.round((double) PERCENT * some / all) + "%)";
  }
}
