package dev.firedrill.cli.report;

import dev.firedrill.engine.QueryResult.Sample;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.replay.why.ExplainedExpr;
import dev.firedrill.replay.why.ExplainedRule;
import dev.firedrill.replay.why.Finding;
import dev.firedrill.replay.why.Outcome;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An explained expression as a tree: each part with what it was and why it was no more.
///
/// @param most how many series of a part are listed
record WhyTree(ExplainedExpr root, ClockText clock, Paint paint, int most) {
  private static final int WIDTH = 70;
  private static final int SIDE = 30;
  private static final long LINGERING = 60_000;

  /// Something that branches off.
  private sealed interface Branch {
    record Part(ExplainedExpr expr) implements Branch {}

    record Written(ExplainedRule rule) implements Branch {}
  }

  /// Whether series are shown with the names of their metrics: where there are several.
  private enum Names {
    SHOWN,
    LEFT_OUT;

    static Names of(Stream<Labels> series) {
      return series.map(Labels::metricName).distinct().limit(2).count() > 1 ? SHOWN : LEFT_OUT;
    }

    String text(Labels labels) {
      return this == SHOWN ? QueryText.metric(labels) : FindingWords.labels(labels);
    }
  }

  void write(Appendable out) throws IOException {
    part(out, root, root.time(), "", "", "");
  }

  private void part(
      Appendable out, ExplainedExpr part, long above, String indent, String branch, String below)
      throws IOException {
    out.append(indent).append(branch).append(text(part.expr()));
    if (part.time() != above) {
      out.append(paint.faint(" at " + clock.after(above, part.time())));
    }
    out.append("  ").append(summary(part)).append('\n');
    List<Branch> branches = new ArrayList<>();
    part.parts().forEach(each -> branches.add(new Branch.Part(each)));
    part.rules().forEach(each -> branches.add(new Branch.Written(each)));
    String margin = indent + below + (branches.isEmpty() ? "   " : "│  ");
    for (String line : lines(part)) {
      out.append(margin).append(line).append('\n');
    }
    for (int i = 0; i < branches.size(); i++) {
      boolean last = i == branches.size() - 1;
      String fork = last ? "└─ " : "├─ ";
      String under = last ? "   " : "│  ";
      switch (branches.get(i)) {
        case Branch.Part inner -> part(out, inner.expr(), part.time(), indent + below, fork, under);
        case Branch.Written rule -> rule(out, rule.rule(), indent + below, fork, under);
      }
    }
  }

  private void rule(
      Appendable out, ExplainedRule written, String indent, String branch, String below)
      throws IOException {
    var place = written.rule().location();
    out.append(indent).append(branch).append("by rule ");
    out.append(written.rule().name().value()).append(" (").append(place.file().path());
    out.append(':').append(String.valueOf(place.start().line())).append(')');
    @Nullable Long evaluated = written.evaluated();
    @Nullable ExplainedExpr expr = written.expr();
    @Nullable String failure = written.failure();
    boolean told = expr != null && expr.outcome() instanceof Outcome.Failed;
    String failed =
        failure == null ? "" : paint.bad(", which failed" + (told ? "" : ": " + failure));
    if (evaluated == null) {
      out.append(", which was not evaluated yet\n");
    } else if (expr == null) {
      out.append(", evaluated at ").append(clock.after(root.time(), evaluated));
      out.append(failed).append(", told further up\n");
    } else {
      out.append(", evaluated at ").append(clock.after(root.time(), evaluated));
      out.append(failed).append(":\n");
      part(out, expr, expr.time(), indent + below, "", "");
    }
  }

  private String summary(ExplainedExpr part) {
    return switch (part.outcome()) {
      case Outcome.Scalar scalar -> paint.strong(FindingWords.number(scalar.value()));
      // Of one below it, it is told there.
      case Outcome.Failed failed ->
          paint.bad(
              part.parts().stream().anyMatch(each -> each.outcome().equals(failed))
                  ? "fails"
                  : "fails: " + failed.message());
      case Outcome.Vector vector -> counted(vector.samples().size(), vector.all().size());
      case Outcome.Range range -> counted(range.series().size(), range.all());
    };
  }

  private String counted(int wanted, int all) {
    if (wanted == 0) {
      return paint.warning(all == 0 ? "nothing" : "nothing of " + all + " series");
    }
    return paint.faint(wanted + (wanted == all ? "" : " of " + all) + " series");
  }

  private List<String> lines(ExplainedExpr part) {
    List<String> lines = new ArrayList<>();
    switch (part.outcome()) {
      case Outcome.Vector vector -> {
        Names names = Names.of(vector.samples().stream().map(Sample::labels));
        vector.samples().stream()
            .limit(most)
            .forEach(each -> lines.add(sample(each, names) + taken(vector, each, part.time())));
        rest(vector.samples().size(), lines);
      }
      case Outcome.Range range -> {
        Names names = Names.of(range.series().stream().map(Series::labels));
        range.series().stream()
            .limit(most)
            .forEach(each -> lines.add(samples(each, names, part.time())));
        rest(range.series().size(), lines);
      }
      case Outcome.Scalar _, Outcome.Failed _ -> {}
    }
    FindingWords words = new FindingWords(clock, part.time());
    for (Finding finding : part.findings()) {
      // How a rule failed stands below.
      Finding told =
          finding instanceof Finding.NothingWritten none
              ? new Finding.NothingWritten(none.rules(), null)
              : finding;
      lines.add(paint.warning(words.of(told)));
    }
    return lines;
  }

  private void rest(int count, List<String> lines) {
    if (count > most) {
      lines.add(paint.faint("and " + (count - most) + " more"));
    }
  }

  private static String sample(Sample sample, Names names) {
    @Nullable NativeHistogram histogram = sample.histogram();
    return names.text(sample.labels())
        + " "
        + (histogram == null ? FindingWords.number(sample.value()) : histogram.toString());
  }

  // Told where it lingers: no sample came for a while.
  private String taken(Outcome.Vector vector, Sample sample, long time) {
    @Nullable Long taken = vector.times().get(sample.labels());
    return taken == null || Math.abs(time - taken) <= LINGERING
        ? ""
        : paint.faint(" sampled at " + clock.after(time, taken));
  }

  private String samples(Series series, Names names, long time) {
    Samples samples = series.samples();
    int last = samples.size() - 1;
    @Nullable NativeHistogram histogram = samples.histogram(last);
    return names.text(series.labels())
        + " "
        + Counted.of(samples.size(), "sample")
        + ", last "
        + (histogram == null ? FindingWords.number(samples.value(last)) : histogram.toString())
        + " at "
        + clock.after(time, samples.time(last));
  }

  /// {@return an expression on one line; of a long one that joins two, just how it does}
  static String text(Expr expr) {
    String line = Printer.print(expr);
    if (line.length() <= WIDTH) {
      return line;
    }
    if (expr instanceof Expr.Binary binary) {
      // What stands between the sides, matching included.
      String left = Printer.print(binary.left());
      String right = Printer.print(binary.right());
      String between = line.substring(left.length(), line.length() - right.length());
      return side(left) + between + side(right);
    }
    return line.substring(0, WIDTH - 3) + "...";
  }

  private static String side(String text) {
    return text.length() <= SIDE ? text : "...";
  }
}
