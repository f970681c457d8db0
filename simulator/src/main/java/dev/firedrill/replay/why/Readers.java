package dev.firedrill.replay.why;

import dev.firedrill.diagnostic.Located;
import dev.firedrill.engine.TimeGrid;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.ReplayTrace;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import dev.firedrill.rules.run.RuleFailure;
import dev.firedrill.rules.run.RuleOutput;
import dev.firedrill.series.MergedSource;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.series.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Shows what each rule could see when it was evaluated.
final class Readers {
  private final ReplayTrace trace;
  private final List<Writer> writers = new ArrayList<>();
  private final List<Writer> records = new ArrayList<>();

  /// A rule and what it writes.
  ///
  /// @param position in the order of evaluation
  record Writer(int position, Rule rule, RuleGroup group, RuleOutput output) {
    /// {@return milliseconds that the rule looks back, and by which what it writes is older}
    long offset() {
      Located<Duration> offset = group.queryOffset();
      return offset == null ? 0 : offset.value().toMillis();
    }
  }

  /// @param files all rules that there are, those that were not needed included
  Readers(ReplayTrace trace, List<RuleFile> files) {
    this.trace = trace;
    for (RuleFile file : files) {
      for (RuleGroup group : file.groups()) {
        for (Rule rule : group.rules()) {
          if (rule instanceof Rule.RecordingRule) {
            records.add(new Writer(Integer.MAX_VALUE, rule, group, RuleOutput.of(rule, group)));
          }
        }
      }
    }
    for (RuleGroup group : trace.groups()) {
      for (Rule rule : group.rules()) {
        writers.add(new Writer(writers.size(), rule, group, RuleOutput.of(rule, group)));
      }
    }
  }

  /// {@return the alerting rules of a name}
  List<Writer> alerts(String name) {
    return writers.stream()
        .filter(each -> each.rule() instanceof Rule.AlertingRule)
        .filter(each -> each.rule().name().value().equals(name))
        .toList();
  }

  /// {@return the rules that may write what is selected}
  List<Writer> writersOf(List<LabelMatcher> matchers) {
    boolean named =
        matchers.stream()
            .anyMatch(
                each ->
                    each.name().equals(Labels.METRIC_NAME)
                        && each.operator() == LabelMatcher.Operator.EQUAL);
    return named
        ? writers.stream().filter(each -> each.output().mayMatch(matchers)).toList()
        : List.of();
  }

  /// {@return a rule that writes the metric that is selected, with other labels than are}
  Optional<Finding> writtenOtherwise(List<LabelMatcher> matchers) {
    List<LabelMatcher> name =
        matchers.stream().filter(each -> each.name().equals(Labels.METRIC_NAME)).toList();
    for (Writer record : records) {
      if (record.output().mayMatch(name) && !record.output().mayMatch(matchers)) {
        Labels.Builder written = new Labels.Builder();
        for (LabelMatcher matcher : matchers) {
          String value = record.output().labels().get(matcher.name());
          if (value != null && !matcher.matches(value)) {
            written.set(matcher.name(), value);
          }
        }
        return Optional.of(new Finding.WrittenOtherwise(record.rule(), written.build()));
      }
    }
    return Optional.empty();
  }

  /// {@return the evaluation whose result a reader sees, in epoch milliseconds}
  /// @param evaluation of the reader
  /// @param time up to which it reads
  Optional<Long> lastWritten(Writer writer, Writer reader, long evaluation, long time) {
    long last = Math.min(time, visible(writer, reader, evaluation)) + writer.offset();
    return trace.times(writer.group()).flatMap(grid -> atOrBefore(grid, last));
  }

  /// {@return how an evaluation of a rule failed, which wrote nothing then; empty where it did not}
  Optional<RuleFailure> failure(Writer writer, long evaluation) {
    return trace.report().failures().stream()
        .filter(each -> each.time() == evaluation)
        .filter(each -> each.rule().location().equals(writer.rule().location()))
        .findFirst();
  }

  /// {@return the last time of a grid by a given one}
  static Optional<Long> atOrBefore(TimeGrid grid, long time) {
    if (time < grid.start()) {
      return Optional.empty();
    }
    long step = Math.min((time - grid.start()) / grid.step(), grid.count() - 1L);
    return Optional.of(grid.start() + step * grid.step());
  }

  // A rule sees what those before it wrote at the same time; its own and later ones' is older.
  private static long visible(Writer writer, Writer reader, long evaluation) {
    boolean before = writer.position() < reader.position();
    return evaluation - writer.offset() - (before ? 0 : 1);
  }

  /// {@return what was recorded, rather than written by the rules}
  SeriesSource recording() {
    return trace.recording();
  }

  /// {@return all that a rule could see at an evaluation}
  SeriesSource seenBy(Writer reader, long evaluation) {
    return MergedSource.of(List.of(trace.recording(), new Seen(reader, evaluation)));
  }

  private final class Seen implements SeriesSource {
    private final Writer reader;
    private final long evaluation;

    Seen(Writer reader, long evaluation) {
      this.reader = reader;
      this.evaluation = evaluation;
    }

    @Override
    public List<Series> select(List<LabelMatcher> matchers, TimeRange range) {
      List<Series> seen = new ArrayList<>();
      for (Series series : trace.written().select(matchers, range)) {
        Samples samples = series.samples().between(Long.MIN_VALUE, last(series.labels()));
        if (!samples.isEmpty()) {
          seen.add(new Series(series.labels(), samples));
        }
      }
      return seen;
    }

    private long last(Labels series) {
      long last = evaluation;
      for (Writer writer : writers) {
        if (writer.output().names().contains(series.metricName()) && isOf(series, writer)) {
          last = Math.min(last, visible(writer, reader, evaluation));
        }
      }
      return last;
    }

    private static boolean isOf(Labels series, Writer writer) {
      return writer.output().labels().entrySet().stream()
          .allMatch(each -> series.get(each.getKey()).equals(each.getValue()));
    }

    @Override
    public Optional<TimeRange> extent() {
      return trace.written().extent();
    }
  }
}
