package dev.firedrill.cli.report;

import dev.firedrill.promql.print.Printer;
import dev.firedrill.replay.why.Blamed;
import dev.firedrill.rules.Rule;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was to blame for an expression, a line for each cause.
record BlamedText(ClockText clock, Paint paint) {
  /// Writes them.
  ///
  /// @param time that causes are seen from, in epoch milliseconds
  void write(Appendable out, List<Blamed> causes, long time, String indent) throws IOException {
    for (Blamed blamed : causes) {
      out.append(indent).append(words(blamed, time)).append('\n');
    }
  }

  // Parts may be evaluated at another time, which the words tell then.
  private String words(Blamed blamed, long time) {
    String words = new FindingWords(clock, time).of(blamed.finding());
    @Nullable Rule record = blamed.record();
    return (record == null ? "" : "in " + record.name().value() + ": ")
        + Printer.print(blamed.part().expr())
        + ": "
        + paint.warning(words);
  }
}
