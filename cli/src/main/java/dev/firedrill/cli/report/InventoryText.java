package dev.firedrill.cli.report;

import dev.firedrill.cli.inventory.ListedRule;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.promql.flow.LabelFlow;
import dev.firedrill.rules.Rule.AlertingRule;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The rules there are, for people: by file and group.
///
/// @param quiet whether the summary is left out
public record InventoryText(List<ListedRule> rules, boolean quiet) implements Report {
  public InventoryText {
    rules = List.copyOf(rules);
  }

  @Override
  public void write(Appendable out) throws IOException {
    SourceFile file = null;
    Location group = null;
    int alerts = 0;
    for (ListedRule rule : rules) {
      if (!rule.file().source().equals(file)) {
        file = rule.file().source();
        out.append(file.path()).append('\n');
      }
      if (!rule.group().location().equals(group)) {
        group = rule.group().location();
        out.append("  group ").append(rule.group().name().value());
        out.append(duration(", every ", rule.group().interval())).append('\n');
      }
      write(rule, out);
      alerts += rule.isAlert() ? 1 : 0;
    }
    if (!quiet) {
      out.append(Counted.of(alerts, "alert")).append(", ");
      out.append(Counted.of(rules.size() - alerts, "record")).append('\n');
    }
  }

  private static void write(ListedRule rule, Appendable out) throws IOException {
    out.append(rule.isAlert() ? "    alert " : "    record ").append(rule.name());
    if (rule.rule() instanceof AlertingRule alert) {
      out.append(rule.severity().isEmpty() ? "" : ", " + rule.severity());
      out.append(duration(", for ", alert.holdDuration()));
      out.append(duration(", keeps firing for ", alert.keepFiringFor()));
    }
    out.append('\n');
    line("labels", labels(rule.labels()), out);
    line("reads", rule.reads().stream().map(InventoryText::name).toList(), out);
    line("receivers", rule.receivers(), out);
  }

  private static String name(ListedRule.Dependency read) {
    return read.alert() ? "alert " + read.name() : read.name();
  }

  private static void line(String title, List<String> words, Appendable out) throws IOException {
    if (!words.isEmpty()) {
      out.append("      ").append(title).append(": ").append(String.join(", ", words));
      out.append('\n');
    }
  }

  // `a="b"` and `a` are surely there, `a?` may be; `...` stands for labels that nothing is known
  // of.
  private static List<String> labels(LabelFlow flow) {
    List<String> words = new ArrayList<>();
    for (String name : new TreeSet<>(flow.sure())) {
      String value = flow.values().get(name);
      words.add(value == null ? name : name + "=\"" + value + '"');
    }
    if (flow.open()) {
      words.add("...");
    } else {
      TreeSet<String> possible = new TreeSet<>(flow.named());
      possible.removeAll(flow.sure());
      possible.forEach(name -> words.add(name + '?'));
    }
    return words;
  }

  private static String duration(String title, @Nullable Located<Duration> duration) {
    return duration == null || duration.value().isZero()
        ? ""
        : title + PrometheusDuration.format(duration.value().toMillis());
  }
}
