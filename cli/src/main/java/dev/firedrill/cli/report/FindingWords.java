package dev.firedrill.cli.report;

import dev.firedrill.engine.QueryResult.Sample;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.labels.GoQuote;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.Labels;
import dev.firedrill.replay.why.Finding;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Why a part of an expression yields less, in a sentence.
///
/// @param clock shows times
/// @param now what times are seen from, in epoch milliseconds
record FindingWords(ClockText clock, long now) {
  private static final int DIGITS = 6;

  /// {@return the sentence, without a full stop}
  String of(Finding finding) {
    return switch (finding) {
      case Finding.UnknownMetric unknown -> unknownMetric(unknown);
      case Finding.Unmatched unmatched -> unmatched(unmatched);
      case Finding.NotOfInstance other ->
          "nothing for " + other.wanted() + " among " + other.others() + " series";
      case Finding.NoSample gone -> noSample(gone);
      case Finding.TooFewSamples few ->
          few.series()
              + " of "
              + few.of()
              + " series have fewer than "
              + few.needed()
              + " samples in the range: "
              + labels(few.example())
              + " has "
              + few.samples()
              + ", at "
              + clock.after(now, few.last());
      case Finding.Missed missed -> missed(missed);
      case Finding.Unpaired alone -> unpaired(alone);
      case Finding.Removed removed ->
          (removed.regardless() ? "at any threshold, unless takes " : "unless takes ")
              + removed.count()
              + " of "
              + removed.of()
              + " away: "
              + labels(removed.example())
              + ", for there is "
              + series(removed.by());
      case Finding.Ambiguous several -> ambiguous(several);
      case Finding.Duplicates several -> duplicates(several);
      case Finding.SameLabels same -> sameLabels(same);
      case Finding.Apart apart ->
          "nothing passes both sides: the left has "
              + labels(apart.left())
              + ", the right "
              + labels(apart.right());
      case Finding.Ended ended -> ended(ended);
      case Finding.NoNumber none -> noNumber(none);
      case Finding.NoQuantile none ->
          labels(none.example())
              + (none.noInfiniteBucket()
                  ? " is NaN: it has no bucket le=\"+Inf\""
                  : " is NaN: no bucket has observations");
      case Finding.Remarked remarked -> remarked.message();
      case Finding.Present there -> present(there);
      case Finding.NothingAggregated aggregation ->
          aggregation.operator() + " of nothing is nothing, not 0";
      case Finding.NotOne several ->
          "scalar of " + several.series() + " series is not a number: it takes exactly one";
      case Finding.OthersOnly others -> othersOnly(others);
      case Finding.ManyWriters writers ->
          writers.rules() + " rules write what is selected, which are not followed";
      case Finding.WrittenOtherwise record ->
          "the rule "
              + record.rule().name().value()
              + " ("
              + record.rule().location().file().path()
              + ":"
              + record.rule().location().start().line()
              + ") writes this with "
              + record.written();
      case Finding.NothingWritten writers -> nothingWritten(writers);
    };
  }

  private String present(Finding.Present there) {
    @Nullable Long last = there.last();
    return "nothing is absent: there "
        + (there.count() == 1 ? "is " : "are " + there.count() + ", such as ")
        + series(there.example())
        + (Double.isNaN(there.value()) ? "" : " " + GoFloat.general(there.value()))
        + (last == null ? "" : ", with a sample at " + clock.after(now, last));
  }

  private static String nothingWritten(Finding.NothingWritten writers) {
    @Nullable String failure = writers.failure();
    return (writers.rules() == 1 ? "a rule writes this" : writers.rules() + " rules write this")
        + ", but wrote nothing that could be seen"
        + (failure == null ? "" : ", for its evaluation failed: " + failure);
  }

  private static String unknownMetric(Finding.UnknownMetric unknown) {
    @Nullable String nearest = unknown.nearest();
    return "no series is named "
        + unknown.name()
        + (nearest == null ? "" : "; did you mean " + nearest + "?");
  }

  private static String unmatched(Finding.Unmatched unmatched) {
    List<LabelMatcher> culprits = unmatched.culprits();
    String wanted =
        culprits.stream().map(LabelMatcher::toString).collect(Collectors.joining(" and "));
    boolean one = culprits.size() == 1;
    StringBuilder text = new StringBuilder(wanted);
    text.append(one ? " leaves nothing; without it " : " leave nothing; without them ");
    text.append(unmatched.without() == 1 ? "there is 1" : "there are " + unmatched.without());
    String label = culprits.getFirst().name();
    if (unmatched.values().isEmpty()) {
      return text.append(", which have no ").append(label).toString();
    }
    text.append(", with ").append(label).append(' ');
    text.append(unmatched.values().stream().map(GoQuote::quote).collect(Collectors.joining(", ")));
    int more = unmatched.allValues() - unmatched.values().size();
    text.append(more > 0 ? " and " + more + " more" : "");
    @Nullable String nearest = unmatched.nearest();
    return nearest == null
        ? text.toString()
        : text.append("; did you mean ").append(GoQuote.quote(nearest)).append('?').toString();
  }

  private String noSample(Finding.NoSample gone) {
    @Nullable Long last = gone.last();
    @Nullable Long next = gone.next();
    @Nullable Long marker = gone.marker();
    if (last == null) {
      return next == null
          ? "there are no samples"
          : labels(gone.example()) + " begins only at " + clock.after(now, next) + sought(gone);
    }
    StringBuilder text = new StringBuilder("the last sample of ").append(labels(gone.example()));
    text.append(" was ").append(new ValueText(gone.value(), gone.histogram()).general());
    text.append(" at ");
    long age = gone.sought() - last;
    text.append(clock.after(now, last)).append(", ").append(ClockText.duration(age));
    text.append(" before");
    text.append(gone.sought() == now ? "" : " " + clock.after(now, gone.sought()));
    if (marker != null) {
      text.append("; it was gone by ").append(clock.after(now, marker));
    } else {
      String window = ClockText.duration(gone.window());
      boolean just = age == gone.window();
      text.append(", and ").append(just ? "what is " : "").append(window);
      text.append(just ? " old counts no more" : " are looked back");
    }
    if (next != null) {
      text.append("; the next is at ").append(clock.after(now, next));
    }
    int others = gone.series() - 1;
    return others == 0
        ? text.toString()
        : text.append("; ").append(others).append(" more ended no later").toString();
  }

  private static String ambiguous(Finding.Ambiguous several) {
    StringBuilder text = new StringBuilder();
    text.append(several.of()).append(" on the left meet ").append(series(several.partner()));
    text.append(": ");
    text.append(
        several.series().stream().map(FindingWords::series).collect(Collectors.joining(", ")));
    int more = several.of() - several.series().size();
    return text.append(more > 0 ? " and " + more + " more" : "").toString();
  }

  private static String duplicates(Finding.Duplicates several) {
    StringBuilder text = new StringBuilder();
    text.append(several.of()).append(" on the ").append(several.left() ? "left" : "right");
    text.append(several.key().size() == 0 ? " are compared by nothing" : " have ");
    text.append(several.key().size() == 0 ? "" : several.key().toString()).append(": ");
    text.append(
        several.series().stream().map(FindingWords::series).collect(Collectors.joining(", ")));
    int more = several.of() - several.series().size();
    text.append(more > 0 ? " and " + more + " more" : "");
    return several.differing().isEmpty()
        ? text.toString()
        : text.append("; they differ in ")
            .append(String.join(", ", several.differing()))
            .toString();
  }

  private String ended(Finding.Ended ended) {
    boolean one = ended.series() == 1;
    String value = new ValueText(ended.value(), ended.histogram()).general();
    return (one ? labels(ended.example()) + " has" : ended.series() + " others have")
        + " ended: the last sample was "
        + value
        + (one ? "" : " of " + labels(ended.example()))
        + " at "
        + clock.after(now, ended.last());
  }

  private static String sameLabels(Finding.SameLabels same) {
    return series(same.one())
        + " and "
        + series(same.other())
        + (same.differing().isEmpty()
            ? " differ in the name of the metric alone, which " + same.by() + " drops"
            : " differ in "
                + String.join(", ", same.differing())
                + ", which "
                + same.by()
                + " overwrites");
  }

  private static String noNumber(Finding.NoNumber none) {
    String text =
        number(none.left())
            + " "
            + none.operator().symbol()
            + " "
            + number(none.right())
            + " is NaN, for "
            + labels(none.example());
    return none.count() == 1 ? text : text + " and " + (none.count() - 1) + " more";
  }

  // Where the selector itself says that it looks at another time.
  private String sought(Finding.NoSample gone) {
    return gone.sought() == now ? "" : "; the selector looks at " + clock.after(now, gone.sought());
  }

  private static String othersOnly(Finding.OthersOnly others) {
    StringBuilder text = new StringBuilder();
    @Nullable Sample left = others.left();
    if (left != null) {
      text.append(value(left)).append(" is not among them: ");
    }
    text.append(others.of() == 1 ? "there is only " : "there are only ");
    String between = "";
    for (Sample sample : others.taken()) {
      text.append(between).append(value(sample));
      between = ", ";
    }
    int more = others.of() - others.taken().size();
    return text.append(more > 0 ? " and " + more + " more" : "").toString();
  }

  private static String value(Sample sample) {
    String labels = labels(sample.labels());
    return labels + " " + new ValueText(sample.value(), sample.histogram()).general();
  }

  private static String missed(Finding.Missed missed) {
    Finding.Miss nearest = missed.nearest().getFirst();
    StringBuilder text = new StringBuilder();
    if (missed.of() > 1) {
      text.append(missed.count()).append(" of ").append(missed.of()).append(" are not ");
      text.append(missed.operator().symbol()).append(' ');
      boolean same =
          missed.nearest().stream()
              .allMatch(each -> Double.compare(each.bound(), nearest.bound()) == 0);
      text.append(same ? number(nearest.bound()) : "the other side").append("; nearest is ");
    }
    text.append(labels(nearest.labels())).append(' ').append(number(nearest.value()));
    if (missed.of() == 1) {
      text.append(" is not ").append(missed.operator().symbol()).append(' ');
      text.append(number(nearest.bound()));
    }
    return text.append(distance(nearest)).toString();
  }

  private static String distance(Finding.Miss miss) {
    // Between infinities there is no distance, and none to what is no number.
    if (Double.isNaN(miss.distance()) || miss.distance() == 0) {
      return "";
    }
    String by = GoFloat.general(miss.distance(), DIGITS);
    return ", " + by + (miss.value() < miss.bound() ? " below" : " above");
  }

  private static String unpaired(Finding.Unpaired alone) {
    StringBuilder text = new StringBuilder();
    text.append(alone.regardless() ? "at any threshold, " : "");
    text.append(alone.count()).append(" of ").append(alone.of()).append(" on the ");
    text.append(alone.left() ? "left" : "right").append(" find no partner: ");
    text.append(labels(alone.example()));
    @Nullable Labels nearest = alone.nearest();
    if (nearest != null && !alone.differing().isEmpty()) {
      text.append(" has ").append(values(alone.example(), alone.differing()));
      text.append(", the nearest ").append(values(nearest, alone.differing()));
    }
    if (alone.labels().equals(alone.otherLabels())) {
      text.append("; both sides have ").append(names(alone.labels()));
    } else {
      text.append("; left has ").append(names(alone.left() ? alone.labels() : alone.otherLabels()));
      text.append(", right has ");
      text.append(names(alone.left() ? alone.otherLabels() : alone.labels()));
    }
    Finding.@Nullable Advice advice = alone.advice();
    if (advice != null) {
      text.append("; on(").append(String.join(", ", advice.on())).append(')');
      text.append(advice.group().isEmpty() ? "" : " " + advice.group() + "()");
      text.append(" would pair them");
    }
    return text.toString();
  }

  private static String values(Labels labels, List<String> names) {
    return names.stream()
        .map(name -> labels.has(name) ? name + "=" + GoQuote.quote(labels.get(name)) : "no " + name)
        .collect(Collectors.joining(", "));
  }

  private static String names(List<String> names) {
    return names.isEmpty() ? "no labels" : "{" + String.join(", ", names) + "}";
  }

  private static String series(Labels labels) {
    return QueryText.metric(labels);
  }

  /// {@return labels without the metric's name}
  static String labels(Labels labels) {
    return labels.without(Labels.METRIC_NAME).toString();
  }

  /// {@return a number in as many digits as it needs}
  static String number(double value) {
    return GoFloat.general(value);
  }
}
