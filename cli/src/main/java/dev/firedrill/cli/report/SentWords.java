package dev.firedrill.cli.report;

import dev.firedrill.cli.change.ChangedMessage;
import dev.firedrill.cli.change.RulesDifference;
import java.io.IOException;
import java.util.List;

/// What receivers are told in other words than before.
///
/// @param all whether all messages are shown, however many
record SentWords(RulesDifference difference, boolean all) {
  private static final int SHOWN = 10;

  /// Writes it for people.
  void write(Appendable out, Paint paint) throws IOException {
    for (ChangedMessage message : shown()) {
      out.append(message.receiver()).append(" (").append(message.integration());
      out.append(") is told of ").append(message.alert()).append(message.labels().toString());
      out.append(" in other words\n");
      for (ChangedMessage.Field field : message.fields()) {
        out.append("  ").append(field.name()).append(":\n");
        for (String line : ChangedText.lines(field.before(), field.after())) {
          boolean came = line.startsWith("+");
          out.append("  ").append(came ? paint.good(line) : paint.bad(line)).append('\n');
        }
      }
      out.append('\n');
    }
    if (more() > 0) {
      out.append("and ").append(Counted.of(more(), "more message"));
      out.append(": --verbose shows all\n\n");
    }
  }

  /// {@return it as lines of a diff; empty where there is nothing}
  String diff() {
    StringBuilder diff = new StringBuilder();
    for (ChangedMessage message : shown()) {
      diff.append("  ").append(message.receiver()).append(" (").append(message.integration());
      diff.append("): ").append(message.alert()).append(message.labels()).append('\n');
      for (ChangedMessage.Field field : message.fields()) {
        for (String line : ChangedText.lines(field.before(), field.after())) {
          diff.append(line, 0, 2).append(field.name()).append(": ").append(line, 2, line.length());
          diff.append('\n');
        }
      }
    }
    return diff + (more() > 0 ? "  and " + Counted.of(more(), "more message") + "\n" : "");
  }

  private List<ChangedMessage> shown() {
    List<ChangedMessage> sent = difference.sent();
    return all ? sent : sent.subList(0, Math.min(SHOWN, sent.size()));
  }

  private int more() {
    return difference.sent().size() - shown().size();
  }
}
