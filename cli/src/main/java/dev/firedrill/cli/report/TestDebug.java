package dev.firedrill.cli.report;

import dev.firedrill.cli.input.UnitTestRun;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.labels.StaleNaN;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.test.BenchObserver;
import dev.firedrill.rules.test.TestBench;
import dev.firedrill.rules.test.TestEvidence;
import dev.firedrill.rules.test.TestFileOutcome;
import dev.firedrill.rules.test.TestOutcome;
import dev.firedrill.rules.test.UnitTest;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.TimeRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// What went on in tests, evaluation by evaluation: the samples that were new, what rules recorded,
/// and what the alerts were.
public final class TestDebug implements BenchObserver {
  private static final String ALERTS = "ALERTS";
  private static final String ALERTS_FOR_STATE = "ALERTS_FOR_STATE";
  private static final String ALERT_STATE = "alertstate";

  private final Map<Location, String> texts = new ConcurrentHashMap<>();

  @Override
  public void ran(TestBench bench, UnitTest test, TestEvidence evidence) {
    texts.put(test.location(), new Evaluations(records(bench), evidence).text());
  }

  /// Writes what was seen of the tests of a run, in its order.
  public void write(UnitTestRun run, Appendable out) throws IOException {
    for (TestFileOutcome file : run.files()) {
      for (TestOutcome outcome : file.outcomes()) {
        UnitTest test = outcome.test();
        Location place = test.location();
        String name = test.name().isEmpty() ? "without a name" : "'" + test.name() + "'";
        out.append("DEBUG: ").append(place.file().path()).append(':');
        out.append(String.valueOf(place.start().line())).append(": test ").append(name);
        out.append('\n');
        String text = texts.get(place);
        out.append(text == null ? "  stopped before its end: see its failures\n" : text);
      }
    }
  }

  private static Set<String> records(TestBench bench) {
    Set<String> names = new HashSet<>();
    for (RuleGroup group : bench.groups()) {
      for (Rule rule : group.rules()) {
        if (rule instanceof Rule.RecordingRule) {
          names.add(rule.name().value());
        }
      }
    }
    return names;
  }

  /// The lines about each evaluation of one test.
  private static final class Evaluations {
    private final TestEvidence evidence;
    private final List<List<String>> inputs = new ArrayList<>();
    private final List<List<String>> recorded = new ArrayList<>();
    private final List<TreeMap<Labels, String>> alerts = new ArrayList<>();

    Evaluations(Set<String> records, TestEvidence evidence) {
      this.evidence = evidence;
      for (int i = 0; i < evidence.ticks().count(); i++) {
        inputs.add(new ArrayList<>());
        recorded.add(new ArrayList<>());
        alerts.add(new TreeMap<>());
      }
      LabelMatcher named = LabelMatcher.of(Labels.METRIC_NAME, Operator.NOT_EQUAL, "");
      TimeRange whole = new TimeRange(Long.MIN_VALUE, evidence.ticks().end());
      for (Series series : evidence.source().select(List.of(named), whole)) {
        String name = series.labels().metricName();
        if (name.equals(ALERTS) && !series.labels().get(ALERT_STATE).isEmpty()) {
          addAlert(series);
        } else if (!name.equals(ALERTS_FOR_STATE)) {
          add(series, records.contains(name) ? recorded : inputs);
        }
      }
    }

    private void add(Series series, List<List<String>> lines) {
      String metric = QueryText.metric(series.labels());
      Samples samples = series.samples();
      for (int i = 0; i < samples.size(); i++) {
        int tick = tick(samples.time(i));
        if (tick < lines.size()) {
          lines.get(tick).add(metric + " " + value(samples, i) + offGrid(samples.time(i), tick));
        }
      }
    }

    // The end of the pending alert is at the evaluation at which it begins to fire.
    private void addAlert(Series series) {
      Labels.Builder labels = series.labels().toBuilder();
      labels.set(ALERT_STATE, "").set(Labels.METRIC_NAME, "");
      Labels instance = labels.build();
      String state = series.labels().get(ALERT_STATE);
      Samples samples = series.samples();
      for (int i = 0; i < samples.size(); i++) {
        int tick = tick(samples.time(i));
        if (tick < alerts.size()) {
          if (StaleNaN.isStale(samples.value(i))) {
            alerts.get(tick).putIfAbsent(instance, "inactive");
          } else {
            alerts.get(tick).put(instance, state);
          }
        }
      }
    }

    /// {@return the first evaluation that sees a sample}
    private int tick(long time) {
      long since = Math.max(0, time - evidence.ticks().start());
      return (int) Math.min(Integer.MAX_VALUE, Math.ceilDiv(since, evidence.ticks().step()));
    }

    private static String value(Samples samples, int index) {
      @Nullable NativeHistogram histogram = samples.histogram(index);
      if (histogram != null) {
        return histogram.toNotation();
      }
      double value = samples.value(index);
      return StaleNaN.isStale(value) ? "stale" : GoFloat.json(value);
    }

    private String offGrid(long time, int tick) {
      return time == evidence.ticks().time(tick) ? "" : " at " + since(time);
    }

    private String since(long time) {
      long millis = time - evidence.ticks().start();
      return millis < 0
          ? "-" + PrometheusDuration.format(-millis)
          : PrometheusDuration.format(millis);
    }

    String text() {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < alerts.size(); i++) {
        out.append("  ").append(since(evidence.ticks().time(i))).append('\n');
        inputs.get(i).forEach(line -> out.append("    input     ").append(line).append('\n'));
        recorded.get(i).forEach(line -> out.append("    recorded  ").append(line).append('\n'));
        alerts.get(i).forEach((labels, state) -> alert(labels, state, out));
      }
      return out.toString();
    }

    private static void alert(Labels labels, String state, StringBuilder out) {
      out.append("    ").append(state).append(" ".repeat(Math.max(1, 10 - state.length())));
      out.append(labels.get(Labels.ALERT_NAME));
      Labels rest = labels.toBuilder().set(Labels.ALERT_NAME, "").build();
      out.append(rest.size() == 0 ? "" : rest.toString()).append('\n');
    }
  }
}
