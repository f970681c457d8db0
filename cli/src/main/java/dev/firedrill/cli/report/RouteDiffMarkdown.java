package dev.firedrill.cli.report;

import dev.firedrill.cli.routing.RouteChange;
import dev.firedrill.cli.routing.RouteDiff;
import dev.firedrill.cli.routing.RouteOutcome;
import java.io.IOException;
import java.util.List;

/// Alerts that two versions of a configuration treat differently, as a table in Markdown.
public record RouteDiffMarkdown(RouteDiff diff) implements Report {
  private static final int SHOWN = 60;

  @Override
  public void write(Appendable out) throws IOException {
    long changed = diff.changes().stream().map(RouteChange::rule).distinct().count();
    out.append("**Routing: ").append(String.valueOf(changed)).append(" of ");
    out.append(Counted.of(diff.alerts(), "alert")).append(" changed**\n");
    if (diff.changes().isEmpty()) {
      return;
    }
    out.append("\n| alert | if | changed | before | after |\n| --- | --- | --- | --- | --- |\n");
    List<RouteChange> changes = diff.changes();
    for (RouteChange change : changes.subList(0, Math.min(SHOWN, changes.size()))) {
      String name = Markdown.code(change.rule().name().value());
      List<String> conditions = change.conditions().stream().map(Markdown::code).toList();
      out.append("| ").append(Markdown.cell(name)).append(" | ");
      out.append(Markdown.cell(String.join(" and ", conditions)));
      out.append(" | ").append(String.join(", ", change.kinds())).append(" | ");
      out.append(cell(change, change.before())).append(" | ");
      out.append(cell(change, change.after())).append(" |\n");
    }
    if (changes.size() > SHOWN) {
      out.append("\nand ").append(Counted.of(changes.size() - SHOWN, "more change")).append('\n');
    }
  }

  private static String cell(RouteChange change, List<RouteOutcome> outcomes) {
    boolean receiversOnly = change.kinds().equals(List.of("receivers"));
    List<String> cells =
        outcomes.stream()
            .map(outcome -> receiversOnly ? outcome.receiver() : outcome.text())
            .map(Markdown::code)
            .toList();
    return Markdown.cell(String.join("<br>", cells));
  }
}
