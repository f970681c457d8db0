package dev.firedrill.cli.report;

import dev.firedrill.alertmanager.route.Condition;
import dev.firedrill.alertmanager.route.PossibleRoute;
import dev.firedrill.cli.routing.RuleRouting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Where the alerts of rules go, for people: a row for each alert and each set of receivers that
/// is told under the same conditions.
public record RuleRoutingText(List<RuleRouting> routings, Paint paint) implements Report {
  // Of a route that takes what dozens of others leave, the first few say enough.
  private static final int CONDITIONS = 4;

  public RuleRoutingText {
    routings = List.copyOf(routings);
  }

  @Override
  public void write(Appendable out) throws IOException {
    TextTable table = new TextTable("alert", "severity", "receivers", "group_by", "warnings");
    for (RuleRouting routing : routings) {
      rows(table, routing);
    }
    table.write(out, paint);
  }

  private static void rows(TextTable table, RuleRouting routing) {
    List<Row> rows = new ArrayList<>();
    for (PossibleRoute match : routing.walk().matched()) {
      String groupBy = String.join(", ", groupBy(match));
      Row last = rows.isEmpty() ? null : rows.getLast();
      if (last != null && last.conditions.equals(match.conditions())) {
        last.add(match.route().receiver(), groupBy);
      } else {
        rows.add(new Row(match, groupBy));
      }
    }
    int lines = Math.max(rows.size(), routing.warnings().size());
    for (int i = 0; i < lines; i++) {
      table.row(
          i == 0 ? routing.rule().name().value() : "",
          i == 0 ? routing.severity() : "",
          i < rows.size() ? rows.get(i).told() : "",
          i < rows.size() ? String.join("; ", rows.get(i).groupBys) : "",
          i < routing.warnings().size() ? routing.warnings().get(i) : "");
    }
  }

  private static List<String> groupBy(PossibleRoute match) {
    return RouteTitles.groupByNames(match.route().settings().groupBy().value());
  }

  private static final class Row {
    private final List<Condition> conditions;
    private final List<String> receivers = new ArrayList<>();
    private final List<String> groupBys = new ArrayList<>();

    Row(PossibleRoute first, String groupBy) {
      conditions = first.conditions();
      add(first.route().receiver(), groupBy);
    }

    void add(String receiver, String groupBy) {
      receivers.add(receiver);
      if (!groupBys.contains(groupBy)) {
        groupBys.add(groupBy);
      }
    }

    String told() {
      String told = String.join(", ", receivers);
      if (conditions.isEmpty()) {
        return told;
      }
      List<String> some =
          conditions.stream().limit(CONDITIONS).map(RuleRoutingText::inParentheses).toList();
      int more = conditions.size() - some.size();
      return told
          + " if "
          + String.join(" and ", some)
          + (more == 0 ? "" : " and " + Counted.of(more, "more condition"));
    }
  }

  private static String inParentheses(Condition condition) {
    return condition.anyOf().size() > 1 ? "(" + condition + ")" : condition.toString();
  }
}
