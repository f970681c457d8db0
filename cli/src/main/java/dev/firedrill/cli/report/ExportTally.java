package dev.firedrill.cli.report;

import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.series.fixture.ValuesText;
import java.util.ArrayList;
import java.util.List;

/// What an export of series held, and what of them its format could not hold.
public final class ExportTally implements ValuesText.Moves {
  private long series;
  private long samples;
  private long stale;
  private long histograms;
  private long nameless;
  private long moved;
  private long furthest;
  private long hidden;

  /// Counts a series that was written.
  void series() {
    series++;
  }

  /// Counts samples that were written.
  void samples(long count) {
    samples += count;
  }

  /// Counts staleness markers that were left out.
  void stale(long count) {
    stale += count;
  }

  /// Counts a native histogram that was left out.
  void histogram() {
    histograms++;
  }

  /// Counts a series that was left out for want of a name.
  void nameless() {
    nameless++;
  }

  @Override
  public void later(long millis) {
    moved++;
    furthest = Math.max(furthest, millis);
  }

  @Override
  public void hidden() {
    hidden++;
  }

  /// {@return how many series were written}
  public long seriesWritten() {
    return series;
  }

  /// {@return how many samples were written}
  public long samplesWritten() {
    return samples;
  }

  /// {@return whether samples were moved, or left out as a later one took their place}
  public boolean moves() {
    return moved + hidden > 0;
  }

  /// {@return a sentence for each thing that is not as it was in the data}
  ///
  /// @param format its name, for people
  /// @param step milliseconds between the values of a grid
  public List<String> losses(String format, long step) {
    List<String> losses = new ArrayList<>();
    add(losses, stale, "staleness marker", "left out: " + format + " has none");
    add(losses, histograms, "native histogram", "left out: " + format + " has none");
    losses.addAll(nameless == 0 ? List.of() : List.of(nameless + " series left out: no name"));
    String length = PrometheusDuration.format(step);
    String by = " by up to " + PrometheusDuration.format(furthest) + ", to the next step of ";
    add(losses, moved, "sample", "moved" + by + length);
    add(losses, hidden, "sample", "left out: a later one is in the same step of " + length);
    return losses;
  }

  private static void add(List<String> losses, long count, String noun, String what) {
    if (count > 0) {
      losses.add(Counted.of(count, noun) + " " + what);
    }
  }
}
