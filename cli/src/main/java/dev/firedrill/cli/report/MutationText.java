package dev.firedrill.cli.report;

import dev.firedrill.cli.input.MutationRun;
import dev.firedrill.cli.input.MutationRun.Survivor;
import dev.firedrill.cli.input.MutationRun.Untested;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Position;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.test.mutation.Mutant;
import java.io.IOException;

/// Which changes to rules no test notices, for people: each with its place, as a small diff, and
/// with the file of tests where an assertion is missing; then one line of counts.
///
/// @param quiet whether the counts are left out
public record MutationText(MutationRun mutation, boolean quiet) implements Report {
  private static final int PERCENT = 100;

  @Override
  public void write(Appendable out) throws IOException {
    for (Survivor survivor : mutation.survivors()) {
      Mutant mutant = survivor.mutant();
      place(mutant.location(), mutant.original(), out);
      out.append("no test notices: ").append(mutant.change()).append('\n');
      diff(mutant, out);
      out.append("  tests of it: ").append(survivor.testFile()).append("\n\n");
    }
    for (Untested untested : mutation.untested()) {
      place(untested.rule().name().location(), untested.rule(), out);
      out.append("no test asserts on it\n");
      out.append("  tests that load it: ").append(untested.testFile()).append("\n\n");
    }
    if (!quiet) {
      counts(out);
    }
  }

  private void counts(Appendable out) throws IOException {
    int all = mutation.tried();
    int survived = mutation.survivors().size();
    out.append("mutation: ").append(String.valueOf(all - survived)).append(" of ");
    out.append(Counted.of(all, "mutant")).append(" killed");
    if (all > 0) {
      long share = Math.round((double) PERCENT * (all - survived) / all);
      out.append(" (").append(String.valueOf(share)).append("%)");
    }
    int untested = mutation.untested().size();
    if (untested > 0) {
      out.append(", ").append(Counted.of(untested, "rule")).append(" without tests");
    }
    out.append('\n');
  }

  private static void place(Location place, Rule rule, Appendable out) throws IOException {
    Position start = place.start();
    out.append(place.file().path()).append(':').append(String.valueOf(start.line())).append(':');
    out.append(String.valueOf(start.column())).append(": ").append(rule.name().value());
    out.append(": ");
  }

  // The lines of the file where the text stands there as it is read, else the part alone.
  private static void diff(Mutant mutant, Appendable out) throws IOException {
    Location place = mutant.location();
    SourceFile file = place.file();
    String text = file.text();
    int start = place.span().start();
    int end = place.span().end();
    String before = mutant.before();
    String after = mutant.after();
    if (text.substring(start, end).equals(mutant.before())) {
      int from = file.lineStart(place.start().line());
      int to = text.indexOf('\n', end) < 0 ? text.length() : text.indexOf('\n', end);
      before = text.substring(from, to);
      after = text.substring(from, start) + mutant.after() + text.substring(end, to);
    }
    lines(before, '-', out);
    lines(after, '+', out);
  }

  private static void lines(String text, char sign, Appendable out) throws IOException {
    int margin = Integer.MAX_VALUE;
    for (String line : text.lines().toList()) {
      if (!line.isBlank()) {
        margin = Math.min(margin, line.length() - line.stripLeading().length());
      }
    }
    for (String line : text.lines().toList()) {
      if (!line.isBlank()) {
        out.append("  ").append(sign).append(' ');
        out.append(line.substring(margin).stripTrailing()).append('\n');
      }
    }
  }
}
