package dev.firedrill.cli.report;

import dev.firedrill.cli.routing.Explanation;
import dev.firedrill.labels.Labels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Where many alerts go, for people: a row for each.
public record RouteTableText(List<Explanation> explanations, Paint paint) implements Report {
  public RouteTableText {
    explanations = List.copyOf(explanations);
  }

  @Override
  public void write(Appendable out) throws IOException {
    TextTable table = new TextTable("alert", "severity", "receivers", "group", "held back");
    for (Explanation explanation : explanations) {
      Labels labels = explanation.alert().labels();
      table.row(
          named(labels),
          dash(labels.get("severity")),
          String.join(", ", explanation.receivers()),
          String.join(" ", groups(explanation)),
          String.join(", ", heldBack(explanation)));
    }
    table.write(out, paint);
  }

  private static String named(Labels labels) {
    String name = labels.get(Labels.ALERT_NAME);
    return name.isEmpty() ? labels.toString() : name;
  }

  private static String dash(String text) {
    return text.isEmpty() ? "-" : text;
  }

  private static List<String> groups(Explanation explanation) {
    return explanation.matched().stream()
        .map(match -> match.groupLabels().toString())
        .distinct()
        .toList();
  }

  private static List<String> heldBack(Explanation explanation) {
    List<String> reasons = new ArrayList<>();
    if (!explanation.inhibitions().isEmpty()) {
      int line = explanation.inhibitions().getFirst().rule().location().start().line();
      reasons.add("inhibited (line " + line + ")");
    }
    if (!explanation.silences().isEmpty()) {
      reasons.add("silenced by " + explanation.silences().getFirst().id());
    }
    for (int i = 0; i < explanation.mutes().size(); i++) {
      if (explanation.mutes().get(i).muted()) {
        reasons.add(
            explanation.matched().get(i).route().receiver()
                + " muted by "
                + String.join(" ", explanation.mutes().get(i).names()));
      }
    }
    return reasons;
  }
}
