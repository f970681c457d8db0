package dev.firedrill.cli.report;

import dev.firedrill.cli.change.Review;
import dev.firedrill.cli.change.ReviewTests;
import dev.firedrill.cli.change.RulesDifference;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.TextStyle;
import dev.firedrill.replay.compare.ReplayComparison;
import dev.firedrill.rules.compare.GroupedRule;
import java.io.IOException;
import java.time.ZoneId;

/// A review for people.
///
/// @param zone in which times are shown
/// @param style how failures of tests are shown, and whether in colours
/// @param quiet whether headers and totals are left out
/// @param verbose whether all windows are shown, however many
public record ReviewText(
    Review review, ZoneId zone, FailureStyle style, boolean quiet, boolean verbose)
    implements Report {
  @Override
  public void write(Appendable out) throws IOException {
    if (!quiet) {
      out.append(review.before()).append(" to ").append(review.after()).append("\n\n");
    }
    TextStyle text =
        TextStyle.PLAIN.withColours(style.colored()).withMasking(review.findings().masking());
    new FindingsReport(review.findings(), text, true, verbose).write(out);
    for (Review.StackReview stack : review.stacks()) {
      stack(out, stack);
    }
    untested(out);
    tests(out);
    if (!quiet) {
      out.append(ReviewWords.summary(review)).append('\n');
      for (String remark : review.findings().remarks()) {
        out.append(remark).append('\n');
      }
      SkippedText.write(review.findings().skipped(), verbose, out);
    }
  }

  private void stack(Appendable out, Review.StackReview stack) throws IOException {
    RulesDifference difference = stack.difference();
    boolean named = review.stacks().size() > 1;
    for (String remark : stack.remarks()) {
      out.append(named ? stack.name() + ": " : "").append(remark).append("\n\n");
    }
    if (difference == null) {
      return;
    }
    for (String remark : difference.remarks()) {
      out.append(named ? stack.name() + ": " : "").append(remark).append("\n\n");
    }
    ReplayComparison replay = difference.replay();
    if (replay != null && !quiet) {
      out.append(named ? "stack " + stack.name() + "\n" : "");
      new GroundText(replay.ground().data(), replay.ground().range(), zone).write(out);
    }
    new RulesDiffText(difference, zone, new Paint(style.colored()), quiet, verbose).body(out);
    if (replay != null && !quiet && !difference.behaviour().isEmpty()) {
      out.append(RulesDiffText.totals(replay, difference.pages()));
    }
  }

  private void untested(Appendable out) throws IOException {
    for (GroupedRule rule : review.untested()) {
      Location place = rule.rule().name().location();
      out.append(place.file().path()).append(':').append(String.valueOf(place.start().line()));
      out.append(": ").append(rule.name()).append(": changed, and no unit test asserts on it\n");
    }
    out.append(review.untested().isEmpty() ? "" : "\n");
  }

  private void tests(Appendable out) throws IOException {
    ReviewTests tests = review.tests();
    if (!tests.passed()) {
      new UnitTestsText(tests.unit(), style).write(out);
      new RouteTestsText(tests.routes(), style.colored()).write(out);
    }
  }
}
