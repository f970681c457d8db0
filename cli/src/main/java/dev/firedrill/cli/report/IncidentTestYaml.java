package dev.firedrill.cli.report;

import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.replay.fixture.Fixture;
import dev.firedrill.replay.fixture.IncidentTest;
import dev.firedrill.replay.fixture.TestClock;
import dev.firedrill.rules.run.ActiveAlert;
import dev.firedrill.rules.test.Observation;
import dev.firedrill.series.Series;
import dev.firedrill.series.fixture.SampleGrid;
import dev.firedrill.series.fixture.ValuesText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An incident as a file of unit tests, as promtool runs it.
///
/// @param ruleFiles paths relative to the folder of the test
/// @param data the recording, for people
/// @param faults that were put into it, as they are written
/// @param externalLabels that templates show
public record IncidentTestYaml(
    IncidentTest test,
    List<String> ruleFiles,
    String data,
    List<String> faults,
    Map<String, String> externalLabels)
    implements Report {
  /// What such a file says of itself.
  public static final String ORIGIN = "by firedrill rules test --from-replay";

  public IncidentTestYaml {
    ruleFiles = List.copyOf(ruleFiles);
    faults = List.copyOf(faults);
    externalLabels = new TreeMap<>(externalLabels);
  }

  @Override
  public void write(Appendable out) throws IOException {
    Fixture fixture = test.fixture();
    out.append("# Cut from ").append(data.replace('\n', ' '));
    out.append(" ").append(ORIGIN).append(".\n");
    // Whoever reads it must not take a drill for what happened.
    for (String fault : faults) {
      out.append("# A drill, with an injected fault: ").append(fault.replace('\n', ' '));
      out.append('\n');
    }
    if (test.clock() == TestClock.RECORDED) {
      out.append("# It depends on the date: promtool knows start_timestamp since 3.x.\n");
    }
    if (!test.older()) {
      out.append(
          "# promtool before 3.0 does not pass it: a range held the sample at its very start.\n");
    }
    out.append("rule_files:\n");
    for (String file : ruleFiles) {
      out.append("- ").append(quoted(file)).append('\n');
    }
    groupOrder(out);
    out.append("evaluation_interval: ").append(duration(fixture.step())).append("\n\ntests:\n");
    out.append("- name: ").append(quoted(name())).append('\n');
    out.append("  interval: ").append(duration(fixture.interval())).append('\n');
    if (test.clock() == TestClock.RECORDED) {
      out.append("  start_timestamp: ").append(ClockText.rfc3339(fixture.start())).append('\n');
    }
    if (!externalLabels.isEmpty()) {
      out.append("  external_labels:\n");
      for (Map.Entry<String, String> label : externalLabels.entrySet()) {
        out.append("    ").append(ExpectationYaml.scalar(label.getKey())).append(": ");
        out.append(ExpectationYaml.scalar(label.getValue())).append('\n');
      }
    }
    series(out, fixture);
    out.append("  alert_rule_test:\n");
    @Nullable Long before = test.before();
    if (before != null) {
      expectation(out, before, test.expectedBefore());
    }
    expectation(out, fixture.end(), test.expected());
  }

  // Without it promtool evaluates groups in any order.
  private void groupOrder(Appendable out) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    test.groups().forEach(group -> names.add(group.name().value()));
    if (names.size() > 1 && names.size() == test.groups().size()) {
      out.append("group_eval_order:\n");
      for (String name : names) {
        out.append("- ").append(quoted(name)).append('\n');
      }
    }
  }

  private String name() {
    boolean fires = !test.expected().isEmpty();
    return test.alert()
        + (test.isKept() ? " is kept firing" : fires ? " fires" : " does not fire")
        + ", as at "
        + ClockText.rfc3339(test.evaluation()).replace(".000Z", "Z");
  }

  private static void series(Appendable out, Fixture fixture) throws IOException {
    SampleGrid grid = new SampleGrid(fixture.start(), fixture.interval());
    out.append(fixture.series().isEmpty() ? "  input_series: []\n" : "  input_series:\n");
    for (Series series : fixture.series()) {
      out.append("  - series: ").append(quoted(OpenMetricsText.series(series.labels())));
      out.append("\n    values: ");
      out.append(quoted(ValuesText.of(series.samples(), grid, new ExportTally()))).append('\n');
    }
  }

  private void expectation(Appendable out, long time, List<ActiveAlert> firing) throws IOException {
    out.append("  - eval_time: ").append(duration(time - test.fixture().start())).append('\n');
    out.append("    alertname: ").append(ExpectationYaml.scalar(test.alert())).append('\n');
    if (firing.isEmpty()) {
      out.append("    exp_alerts: []\n");
      return;
    }
    List<Observation> expected = new ArrayList<>();
    for (ActiveAlert alert : firing) {
      expected.add(
          new Observation.FiringAlert(
              new TreeMap<>(alert.labels().toMap()), new TreeMap<>(alert.annotations())));
    }
    out.append("    exp_alerts:\n");
    out.append(ExpectationYaml.items(expected).indent(4));
  }

  private static String duration(long millis) {
    return PrometheusDuration.format(millis);
  }

  private static String quoted(String text) {
    return ExpectationYaml.breaksLines(text)
        ? GoQuote.quote(text)
        : "'" + text.replace("'", "''") + "'";
  }
}
