package dev.firedrill.cli.report;

import dev.firedrill.cli.change.Review;
import dev.firedrill.cli.change.RulesDifference;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.DiagnosticOrder;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.rules.compare.GroupedRule;
import dev.firedrill.rules.test.TestOutcome;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A review as a comment on a pull request: what matters first, the rest folded away. Begins with a
/// mark that nobody sees, by which the comment of an earlier run can be found. Stays within what
/// GitHub takes as a comment.
///
/// @param zone in which times are shown
public record ReviewMarkdown(Review review, ZoneId zone) implements Report {
  private static final String MARK = "<!-- firedrill review -->\n";
  private static final int SHOWN = 50;
  private static final int WIDTH = 100;

  // GitHub takes 65,536 characters.
  private static final int LONGEST = 60_000;

  @Override
  public void write(Appendable out) throws IOException {
    out.append(MARK).append("### Alerts: ").append(ReviewWords.summary(review)).append("\n\n");
    out.append(Markdown.code(review.before())).append(" to ");
    out.append(Markdown.code(review.after())).append('\n');
    int left = LONGEST;
    for (Part part : parts()) {
      StringBuilder text = new StringBuilder();
      part.report().write(text);
      if (text.length() > left) {
        text.setLength(0);
        text.append("\n> ").append(part.title()).append(": too long for this comment\n");
      }
      left -= text.length();
      out.append(text);
    }
  }

  /// A part of the comment that may be left out.
  private record Part(String title, Report report) {}

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part("New findings", this::findings));
    for (Review.StackReview stack : review.stacks()) {
      parts.add(new Part("Rules of " + Markdown.plain(stack.name()), out -> stack(out, stack)));
    }
    parts.add(new Part("Untested rules", this::untested));
    parts.add(new Part("Tests", this::tests));
    return parts;
  }

  private void findings(Appendable out) throws IOException {
    List<Diagnostic> findings = new ArrayList<>();
    List<Diagnostic> remarks = new ArrayList<>();
    for (Diagnostic finding : DiagnosticOrder.sorted(review.findings().findings())) {
      (finding.severity() == Severity.INFO ? remarks : findings).add(finding);
    }
    // The worst ones are there where not all are.
    findings.sort(Comparator.comparing(Diagnostic::severity));
    if (!findings.isEmpty()) {
      out.append("\n#### New findings\n\n");
      table(out, findings);
    }
    if (!remarks.isEmpty()) {
      out.append('\n').append(Markdown.details(Counted.of(remarks.size(), "new remark")));
      table(out, remarks);
      out.append(Markdown.endOfDetails());
    }
  }

  private void table(Appendable out, List<Diagnostic> findings) throws IOException {
    out.append("| | where | what |\n| --- | --- | --- |\n");
    for (Diagnostic finding : findings.subList(0, Math.min(SHOWN, findings.size()))) {
      Location place = finding.location();
      out.append("| ").append(finding.severity().word()).append(" | ");
      String where = Markdown.code(place.file().path() + ":" + place.start().line());
      out.append(Markdown.cell(where)).append(" | ");
      out.append(words(finding.message(), finding.location()))
          .append(' ')
          .append(Markdown.code(finding.check()));
      String help = finding.help();
      out.append(help == null ? "" : "<br>" + words(help, finding.location()));
      out.append(" |\n");
    }
    if (findings.size() > SHOWN) {
      out.append("\nand ").append(Counted.of(findings.size() - SHOWN, "more finding"));
      out.append('\n');
    }
  }

  private String words(String text, Location place) {
    return Markdown.cell(Markdown.plain(review.findings().mask(text, place)));
  }

  private void stack(Appendable out, Review.StackReview stack) throws IOException {
    String title = review.stacks().size() > 1 ? " of " + Markdown.plain(stack.name()) : "";
    for (String remark : stack.remarks()) {
      out.append("\n> ").append(Markdown.plain(remark)).append('\n');
    }
    RulesDifference difference = stack.difference();
    if (difference == null) {
      return;
    }
    boolean changed = difference.differs() || !difference.rules().different().isEmpty();
    if (changed || !difference.remarks().isEmpty()) {
      RulesDiffMarkdown rules = new RulesDiffMarkdown(difference, zone);
      out.append("\n#### Rules").append(title).append(": ").append(rules.headline());
      out.append("\n\n").append(rules.stands()).append('\n');
      rules.body(out);
    }
  }

  private void untested(Appendable out) throws IOException {
    if (review.untested().isEmpty()) {
      return;
    }
    out.append("\n#### Changed, and no unit test asserts on it\n\n");
    List<GroupedRule> rules = review.untested();
    for (GroupedRule rule : rules.subList(0, Math.min(SHOWN, rules.size()))) {
      Location place = rule.rule().location();
      out.append("- ").append(Markdown.code(rule.name())).append(" in ");
      out.append(Markdown.code(place.file().path() + ":" + place.start().line())).append('\n');
    }
    if (rules.size() > SHOWN) {
      out.append("- and ").append(Counted.of(rules.size() - SHOWN, "more rule")).append('\n');
    }
  }

  private void tests(Appendable out) throws IOException {
    if (review.tests().passed()) {
      return;
    }
    out.append("\n#### Tests: ").append(ReviewWords.tests(review.tests())).append("\n\n");
    List<TestOutcome> failed =
        review.tests().unit().files().stream()
            .flatMap(file -> file.outcomes().stream())
            .filter(outcome -> !outcome.passed())
            .toList();
    for (TestOutcome outcome : failed.subList(0, Math.min(SHOWN, failed.size()))) {
      failed(out, outcome);
    }
    if (failed.size() > SHOWN) {
      out.append("- and ").append(Counted.of(failed.size() - SHOWN, "more test")).append('\n');
    }
    StringBuilder text = new StringBuilder();
    FailureStyle style = FailureStyle.of(false, WIDTH, false);
    new UnitTestsText(review.tests().unit(), style).write(text);
    new RouteTestsText(review.tests().routes(), false).write(text);
    out.append('\n').append(Markdown.details("Failures"));
    out.append(Markdown.block("text", text.toString())).append(Markdown.endOfDetails());
  }

  private static void failed(Appendable out, TestOutcome outcome) throws IOException {
    Location place = outcome.test().location();
    String name = outcome.test().name();
    out.append("- ").append(Markdown.code(place.file().path() + ":" + place.start().line()));
    out.append(name.isEmpty() ? "" : " " + Markdown.plain(name)).append(": ");
    List<String> titles =
        outcome.failures().stream().map(TestFailureText::title).distinct().toList();
    int more = titles.size() - 1;
    out.append(Markdown.plain(titles.getFirst()));
    out.append(more == 0 ? "\n" : " and " + Counted.of(more, "more failure") + "\n");
  }
}
