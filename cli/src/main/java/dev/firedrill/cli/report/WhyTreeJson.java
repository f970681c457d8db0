package dev.firedrill.cli.report;

import dev.firedrill.diagnostic.Json;
import dev.firedrill.engine.QueryResult.Sample;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.labels.GoFloat;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.replay.why.ExplainedExpr;
import dev.firedrill.replay.why.ExplainedRule;
import dev.firedrill.replay.why.Finding;
import dev.firedrill.replay.why.Outcome;
import dev.firedrill.series.Samples;
import dev.firedrill.series.Series;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An explained expression as JSON.
final class WhyTreeJson {
  private static final int LISTED = 100;

  private WhyTreeJson() {}

  /// Writes an object.
  static void write(Json json, ExplainedExpr part) {
    json.object().name("expr").value(Printer.print(part.expr()));
    json.name("type").value(ValueTypes.of(part.expr()).title());
    json.name("time").value(ClockText.rfc3339(part.time()));
    outcome(json, part.outcome());
    json.name("findings").array();
    for (Finding finding : part.findings()) {
      FindingJson.write(json, finding, part.time());
    }
    json.end().name("rules").array();
    part.rules().forEach(rule -> rule(json, rule));
    json.end().name("parts").array();
    part.parts().forEach(each -> write(json, each));
    json.end().end();
  }

  private static void outcome(Json json, Outcome outcome) {
    switch (outcome) {
      case Outcome.Scalar scalar -> json.name("value").value(GoFloat.json(scalar.value()));
      case Outcome.Failed failed -> json.name("error").value(failed.message());
      case Outcome.Vector vector -> {
        json.name("series").value(vector.samples().size());
        json.name("all_series").value(vector.all().size());
        json.name("values").array();
        List<Sample> samples = vector.samples();
        samples
            .subList(0, Math.min(LISTED, samples.size()))
            .forEach(each -> sample(json, each, vector.times().get(each.labels())));
        json.end();
      }
      case Outcome.Range range -> {
        json.name("series").value(range.series().size());
        json.name("all_series").value(range.all());
        json.name("values").array();
        List<Series> series = range.series();
        series.subList(0, Math.min(LISTED, series.size())).forEach(each -> series(json, each));
        json.end();
      }
    }
  }

  private static void sample(Json json, Sample sample, @Nullable Long taken) {
    json.object();
    FindingJson.labels(json, "labels", sample.labels());
    if (taken != null) {
      json.name("sampled").value(ClockText.rfc3339(taken));
    }
    value(json, sample.value(), sample.histogram());
    json.end();
  }

  private static void series(Json json, Series series) {
    Samples samples = series.samples();
    int last = samples.size() - 1;
    json.object();
    FindingJson.labels(json, "labels", series.labels());
    json.name("samples").value(samples.size());
    json.name("last").value(ClockText.rfc3339(samples.time(last)));
    value(json, samples.value(last), samples.histogram(last));
    json.end();
  }

  private static void value(Json json, double value, @Nullable NativeHistogram histogram) {
    json.name("value").value(histogram == null ? GoFloat.json(value) : histogram.toString());
  }

  private static void rule(Json json, ExplainedRule written) {
    json.object().name("name").value(written.rule().name().value());
    json.name("path").value(written.rule().location().file().path());
    json.name("line").value(written.rule().location().start().line());
    @Nullable Long evaluated = written.evaluated();
    if (evaluated != null) {
      json.name("evaluated").value(ClockText.rfc3339(evaluated));
    }
    @Nullable String failure = written.failure();
    if (failure != null) {
      json.name("failure").value(failure);
    }
    @Nullable ExplainedExpr expr = written.expr();
    if (expr != null) {
      write(json.name("expression"), expr);
    }
    json.end();
  }
}
