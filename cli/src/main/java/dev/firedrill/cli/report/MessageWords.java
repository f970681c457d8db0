package dev.firedrill.cli.report;

import dev.firedrill.cli.change.RulesDifference;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.compare.BehaviourChange.Rewritten;
import dev.firedrill.rules.compare.RuleChange;
import java.io.IOException;
import java.util.List;

/// How annotations of alerts read that fire in both versions of a rule.
///
/// @param all whether all instances are shown, however many
record MessageWords(RulesDifference difference, boolean all) {
  private static final int SHOWN = 3;

  /// Writes them for people, below what differs about the rule.
  void write(Appendable out, RuleChange change, Paint paint) throws IOException {
    List<Rewritten> messages = messages(change);
    for (Rewritten each : messages.subList(0, shown(messages))) {
      out.append("  ").append(each.annotation()).append(" of ").append(instance(each));
      out.append(":\n");
      out.append(paint.bad("  - " + text(each.before()))).append('\n');
      out.append(paint.good("  + " + text(each.after()))).append('\n');
    }
    int more = messages.size() - shown(messages);
    if (more > 0) {
      out.append("  and ").append(Counted.of(more, "more message"));
      out.append(": --verbose shows all\n");
    }
  }

  /// {@return them as lines of a diff, of several rules}
  String diff(List<RuleChange> changes) {
    StringBuilder diff = new StringBuilder();
    for (RuleChange change : changes) {
      List<Rewritten> messages = messages(change);
      for (Rewritten each : messages.subList(0, shown(messages))) {
        diff.append("  ").append(change.latest().name()).append(instance(each)).append('\n');
        diff.append("- ").append(each.annotation()).append(": ").append(text(each.before()));
        diff.append("\n+ ").append(each.annotation()).append(": ").append(text(each.after()));
        diff.append('\n');
      }
      int more = messages.size() - shown(messages);
      diff.append(more > 0 ? "  and " + Counted.of(more, "more message") + "\n" : "");
    }
    return diff.toString();
  }

  private List<Rewritten> messages(RuleChange change) {
    return difference.messages().getOrDefault(change.latest().rule(), List.of());
  }

  private int shown(List<Rewritten> messages) {
    return all ? messages.size() : Math.min(SHOWN, messages.size());
  }

  private static String instance(Rewritten message) {
    return message.labels().without(Labels.ALERT_NAME).toString();
  }

  private static String text(String message) {
    return DifferenceWords.line(DifferenceWords.text(message));
  }
}
