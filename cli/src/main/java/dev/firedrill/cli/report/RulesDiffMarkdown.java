package dev.firedrill.cli.report;

import dev.firedrill.cli.change.PageCounts;
import dev.firedrill.cli.change.RulesDifference;
import dev.firedrill.cli.change.ToldAlert;
import dev.firedrill.cli.routing.RouteDiff;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.replay.RecordingSummary;
import dev.firedrill.replay.ReplayReport;
import dev.firedrill.replay.compare.BehaviourChange;
import dev.firedrill.replay.compare.ReplayComparison;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.compare.Difference;
import dev.firedrill.rules.compare.RuleChange;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a change of rules comes to, as a comment on a pull request: a table of the rules that
/// differ, the rest folded away.
///
/// @param zone in which times are shown
public record RulesDiffMarkdown(RulesDifference difference, ZoneId zone) implements Report {
  private static final int SHOWN = 60;
  private static final int LISTED = 5;

  @Override
  public void write(Appendable out) throws IOException {
    out.append("### Alert rules: ").append(headline()).append("\n\n");
    out.append(stands()).append('\n');
    body(out);
  }

  /// Writes what differs, without a heading.
  void body(Appendable out) throws IOException {
    for (String remark : difference.remarks()) {
      out.append("\n> ").append(Markdown.plain(remark)).append('\n');
    }
    lacking(out);
    for (RulesDifference.Failing failing : difference.failing()) {
      out.append("\n> ").append(Markdown.plain(RulesDiffText.failed(failing))).append('\n');
    }
    List<RuleChange> changes = listed();
    if (!changes.isEmpty()) {
      table(out, changes);
      written(out, changes);
      messages(out, changes);
    }
    windows(out);
    sent(out);
    routes(out);
    untold(out);
    told(out);
    ReplayComparison replay = difference.replay();
    boolean silent =
        difference.behaviour().isEmpty()
            && difference.routing().isEmpty()
            && difference.toldOtherwise().isEmpty();
    if (replay != null && !silent) {
      out.append('\n').append(Markdown.details("Before and after in numbers"));
      out.append(Markdown.block("text", RulesDiffText.totals(replay, difference.pages())));
      out.append(Markdown.endOfDetails());
    }
  }

  /// {@return what matters most, in a few words}
  String headline() {
    int rules = difference.rules().different().size();
    if (difference.replay() == null) {
      return rules == 0 ? "none changed" : Counted.of(rules, "rule") + " changed";
    }
    String fires = fires(difference.firingOtherwise(), difference.relabelled());
    return rules == 0 ? fires : fires + ", " + Counted.of(rules, "rule") + " changed";
  }

  /// {@return how many alerts fire otherwise, in words}
  static String fires(int otherwise, int relabelled) {
    String fires =
        otherwise == 0
            ? "no alert fires otherwise"
            : Counted.of(otherwise, "alert") + (otherwise == 1 ? " fires" : " fire") + " otherwise";
    return relabelled == 0 ? fires : fires + ", " + relabelled + " with other labels";
  }

  /// {@return what the result stands on}
  String stands() {
    String versions =
        Markdown.code(difference.before()) + " to " + Markdown.code(difference.after());
    ReplayComparison replay = difference.replay();
    if (replay == null) {
      return versions + ", no data: only what is written otherwise is known";
    }
    ReplayReport report = replay.ground();
    return versions
        + " on "
        + report.data().series()
        + " series recorded "
        + new ClockText(zone).range(report.range())
        + " "
        + zone.getId();
  }

  // What was not recorded cannot have fired.
  private void lacking(Appendable out) throws IOException {
    ReplayComparison replay = difference.replay();
    if (replay == null) {
      return;
    }
    List<String> missing = new ArrayList<>();
    for (RecordingSummary.SelectorData selector : replay.ground().data().selectors()) {
      if (selector.series() == 0) {
        missing.add(Markdown.code(Printer.print(selector.selector())));
      }
    }
    if (!missing.isEmpty()) {
      List<String> shown = missing.subList(0, Math.min(LISTED, missing.size()));
      out.append("\n> no data for ").append(String.join(", ", shown));
      int more = missing.size() - shown.size();
      out.append(more == 0 ? "\n" : " and " + Counted.of(more, "more selector") + "\n");
    }
  }

  private List<RuleChange> listed() {
    IdentityHashMap<Rule, BehaviourChange> behaviours = RulesDiffText.byRule(difference);
    List<RuleChange> listed = new ArrayList<>();
    for (RuleChange change : difference.rules().changes()) {
      if (!change.same() || behaviours.containsKey(change.latest().rule())) {
        listed.add(change);
      }
    }
    return listed;
  }

  private void table(Appendable out, List<RuleChange> changes) throws IOException {
    IdentityHashMap<Rule, BehaviourChange> behaviours = RulesDiffText.byRule(difference);
    boolean replayed = difference.replay() != null;
    out.append(replayed ? "\n| rule | written | fires |\n" : "\n| rule | written |\n");
    out.append(replayed ? "| --- | --- | --- |\n" : "| --- | --- |\n");
    for (RuleChange change : changes.subList(0, Math.min(SHOWN, changes.size()))) {
      String name = Markdown.code(change.latest().name());
      out.append("| ").append(Markdown.cell(name)).append(" | ");
      String written = DifferenceWords.brief(change).replace("->", "→");
      out.append(Markdown.cell(Markdown.plain(written)));
      if (replayed) {
        BehaviourChange behaviour = behaviours.get(change.latest().rule());
        out.append(" | ").append(fires(change, behaviour));
      }
      out.append(" |\n");
    }
    if (changes.size() > SHOWN) {
      out.append("\nand ").append(Counted.of(changes.size() - SHOWN, "more rule")).append('\n');
    }
  }

  private String fires(RuleChange change, @Nullable BehaviourChange behaviour) {
    if (!change.latest().alerting()) {
      return "";
    }
    if (behaviour == null) {
      return difference.fired(change.latest().rule()) ? "as before" : "never";
    }
    List<String> words = new ArrayList<>();
    if (!behaviour.firesOtherwise()) {
      words.add("as before");
    }
    count(words, behaviour.added().size(), "added");
    count(words, behaviour.removed().size(), "removed");
    count(words, behaviour.moved().size(), "moved");
    count(words, behaviour.relabelled().size(), "with other labels");
    return String.join(", ", words);
  }

  private static void count(List<String> words, int count, String what) {
    if (count > 0) {
      words.add(count + " " + what);
    }
  }

  private static void written(Appendable out, List<RuleChange> changes) throws IOException {
    StringBuilder diff = new StringBuilder();
    for (RuleChange change : changes) {
      List<Difference> differences = DifferenceWords.differences(change);
      if (!differences.isEmpty()) {
        diff.append("  ").append(change.latest().name()).append('\n');
      }
      for (Difference each : differences) {
        line(diff, '-', each.subject(), each.before());
        line(diff, '+', each.subject(), each.after());
      }
    }
    if (!diff.isEmpty()) {
      out.append('\n').append(Markdown.details("As written"));
      out.append(Markdown.block("diff", DifferenceWords.mask(diff.toString())));
      out.append(Markdown.endOfDetails());
    }
  }

  private void messages(Appendable out, List<RuleChange> changes) throws IOException {
    String diff = new MessageWords(difference, false).diff(changes);
    if (!diff.isEmpty()) {
      out.append('\n').append(Markdown.details("Messages"));
      out.append(Markdown.block("diff", diff)).append(Markdown.endOfDetails());
    }
  }

  private void untold(Appendable out) throws IOException {
    List<ToldAlert> told = difference.told();
    for (ToldAlert each : told.subList(0, Math.min(SHOWN, told.size()))) {
      out.append("\n> ").append(Markdown.code(each.alert())).append(": ");
      out.append(Markdown.plain(each.words())).append('\n');
    }
    if (told.size() > SHOWN) {
      out.append("\n> and ").append(Counted.of(told.size() - SHOWN, "more alert")).append('\n');
    }
  }

  private void sent(Appendable out) throws IOException {
    String diff = new SentWords(difference, false).diff();
    if (!diff.isEmpty()) {
      String alerts = Counted.of(difference.reworded(), "alert");
      out.append('\n').append(Markdown.details(alerts + " told in other words"));
      out.append(Markdown.block("diff", diff)).append(Markdown.endOfDetails());
    }
  }

  private static void line(StringBuilder diff, char sign, String subject, String text) {
    if (!text.isEmpty()) {
      String line = text.strip().replaceAll("\\s*\n\\s*", " ");
      diff.append(sign).append(' ').append(subject).append(": ").append(line).append('\n');
    }
  }

  private void windows(Appendable out) throws IOException {
    if (difference.behaviour().isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder();
    int left = SHOWN;
    for (BehaviourChange change : difference.behaviour()) {
      for (Map.Entry<Labels, List<String>> instance :
          new WindowWords(zone).lines(change).entrySet()) {
        if (left > 0) {
          String labels = instance.getKey().without(Labels.ALERT_NAME).toString();
          text.append("  ").append(change.name()).append(labels).append('\n');
        }
        for (String line : instance.getValue()) {
          if (left-- > 0) {
            text.append(line.startsWith("~") ? "!" + line.substring(1) : line).append('\n');
          }
        }
      }
    }
    text.append(left < 0 ? "  and " + Counted.of(-left, "more window") + "\n" : "");
    out.append('\n').append(Markdown.details("Windows"));
    out.append(Markdown.block("diff", text.toString())).append(Markdown.endOfDetails());
  }

  private void told(Appendable out) throws IOException {
    PageCounts pages = difference.pages();
    if (pages == null || pages.changed().isEmpty()) {
      return;
    }
    out.append("\n| told of firing alerts | before | after |\n| --- | ---: | ---: |\n");
    for (String receiver : pages.changed()) {
      out.append("| ").append(Markdown.cell(Markdown.code(receiver))).append(" | ");
      out.append(pages.before(receiver) + " | " + pages.after(receiver) + " |\n");
    }
  }

  private void routes(Appendable out) throws IOException {
    RouteDiff routes = difference.routes();
    if (routes != null && !routes.changes().isEmpty()) {
      out.append('\n');
      new RouteDiffMarkdown(routes).write(out);
    }
  }
}
