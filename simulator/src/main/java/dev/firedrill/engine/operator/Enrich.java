package dev.firedrill.engine.operator;

import dev.firedrill.diagnostic.Span;
import dev.firedrill.engine.EvaluationException;
import dev.firedrill.engine.PlanNode;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Adds to each element of a vector the labels of the info series about its target.
///
/// Which info series there are changes from step to step, so the input is evaluated once to know
/// the labels and again to fill in the values.
public final class Enrich implements Operator {
  private final Operator base;
  private final boolean[] isInfo;
  private final InfoSeries infos;
  private final Set<String> wanted = new HashSet<>();
  private final boolean needsInfo;
  private final Span span;
  private final List<Labels> targets = new ArrayList<>();
  private final List<Labels> labels = new ArrayList<>();
  private final Map<Labels, Integer> places = new HashMap<>();
  private final Map<Source, Integer> known = new HashMap<>();
  private final BitSet withoutName = new BitSet();

  private record Source(int base, List<Integer> infos) {}

  /// Enriches a vector.
  ///
  /// @param isInfo for each series whether it is one of the info metrics, and stays as it is
  /// @param matchers conditions on labels of the info series; only these labels are added, all
  ///     where there is no condition
  public Enrich(
      Operator base,
      boolean[] isInfo,
      InfoSeries infos,
      List<LabelMatcher> matchers,
      StepBatches steps,
      Span span) {
    this.base = base;
    this.isInfo = isInfo.clone();
    this.infos = infos;
    this.span = span;
    boolean needs = false;
    for (LabelMatcher matcher : matchers) {
      wanted.add(matcher.name());
      needs |= !matcher.matches("");
    }
    this.needsInfo = needs;
    base.series().forEach(series -> targets.add(InfoSeries.target(series)));
    steps.until(
        run -> {
          collect(run);
          return false;
        });
  }

  private void collect(StepBatches.Run run) {
    Batch in = base.batch(run.first(), run.steps());
    List<InfoSeries.AtStep> current = infos.at(run.first(), run.steps());
    for (int row = 0; row < run.steps(); row++) {
      for (int column = 0; column < in.series(); column++) {
        if (in.has(column, row)) {
          int before = labels.size();
          place(column, current.get(row));
          if (labels.size() > before && base.losesName(column)) {
            withoutName.set(before);
          }
        }
      }
    }
  }

  /// {@return the output series for an element; -1 where it is dropped}
  private int place(int column, InfoSeries.AtStep current) {
    List<Integer> about = isInfo[column] ? List.of() : current.of(targets.get(column));
    if (about.isEmpty() && needsInfo && !isInfo[column]) {
      return -1;
    }
    Source source = new Source(column, about);
    @Nullable Integer place = known.get(source);
    if (place == null) {
      Labels result = enriched(base.series().get(column), about);
      place = places.computeIfAbsent(result, fresh -> labels.size());
      if (place == labels.size()) {
        labels.add(result);
      }
      known.put(source, place);
    }
    return place;
  }

  private Labels enriched(Labels original, List<Integer> about) {
    Map<String, String> added = new TreeMap<>();
    for (int info : about) {
      infos
          .labels(info)
          .forEach(
              (name, value) -> {
                if (isAdded(name)) {
                  add(original, name, value, added);
                }
              });
    }
    return original.toBuilder().setAll(added).build();
  }

  private boolean isAdded(String name) {
    return !name.equals(Labels.METRIC_NAME) && (wanted.isEmpty() || wanted.contains(name));
  }

  private void add(Labels original, String name, String value, Map<String, String> added) {
    if (!value.equals(added.getOrDefault(name, value))) {
      throw new EvaluationException("conflicting label: " + name, span);
    }
    if (!original.has(name)) {
      added.put(name, value);
    }
  }

  @Override
  public List<Labels> series() {
    return labels;
  }

  @Override
  public boolean losesName(int series) {
    return withoutName.get(series);
  }

  @Override
  public boolean mayHoldHistograms() {
    return base.mayHoldHistograms();
  }

  @Override
  public void fill(int first, Batch out) {
    Batch in = base.batch(first, out.steps());
    List<InfoSeries.AtStep> current = infos.at(first, out.steps());
    for (int row = 0; row < out.steps(); row++) {
      for (int column = 0; column < in.series(); column++) {
        int place = in.has(column, row) ? place(column, current.get(row)) : -1;
        if (place >= 0) {
          if (out.has(place, row)) {
            throw LabelMapping.duplicate(span);
          }
          out.copy(place, row, in, column, row);
        }
      }
    }
  }

  @Override
  public String describe() {
    return "add labels of " + infos.times().series().size() + " info series";
  }

  @Override
  public List<PlanNode> inputs() {
    return List.of(base, infos.times());
  }
}
