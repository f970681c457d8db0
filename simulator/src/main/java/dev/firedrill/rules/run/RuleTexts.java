package dev.firedrill.rules.run;

import dev.firedrill.engine.Engine;
import dev.firedrill.engine.QueryResult;
import dev.firedrill.histogram.NativeHistogram;
import dev.firedrill.promql.ParseResult;
import dev.firedrill.promql.Promql;
import dev.firedrill.series.SeriesSource;
import dev.firedrill.template.function.Environment;
import dev.firedrill.template.run.RuleData;
import dev.firedrill.template.run.RuleTemplate;
import dev.firedrill.template.value.Value;
import dev.firedrill.template.value.ValueFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Expands the templates of alerting rules as Prometheus does. Each template is parsed once.
public final class RuleTexts implements TextExpander {
  private final Engine engine;
  private final SeriesSource source;
  private final Map<String, String> externalLabels;
  private final String externalUrl;
  private final boolean serverHasUrl;
  private final Map<String, Map<String, RuleTemplate>> templates = new HashMap<>();

  /// An expander.
  ///
  /// @param engine evaluates the queries of templates
  /// @param source what they read
  /// @param externalLabels for `$externalLabels`
  /// @param externalUrl for `$externalURL`
  /// @param serverHasUrl whether the functions `externalURL` and `pathPrefix` know the URL too;
  ///     promtool's unit tests have none
  public RuleTexts(
      Engine engine,
      SeriesSource source,
      Map<String, String> externalLabels,
      String externalUrl,
      boolean serverHasUrl) {
    this.engine = engine;
    this.source = source;
    this.externalLabels = Map.copyOf(externalLabels);
    this.externalUrl = externalUrl;
    this.serverHasUrl = serverHasUrl;
  }

  @Override
  public String expand(String alert, String text, QueryResult.Sample sample, long time) {
    RuleTemplate template =
        templates
            .computeIfAbsent(alert, name -> new HashMap<>())
            .computeIfAbsent(text, written -> RuleTemplate.of(alert, written));
    RuleData data =
        new RuleData(sample.labels().toMap(), externalLabels, externalUrl, value(sample));
    return template.expand(data, new AtTime(time)).text();
  }

  private static Value value(QueryResult.Sample sample) {
    @Nullable NativeHistogram histogram = sample.histogram();
    return histogram == null
        ? Value.of(sample.value())
        : Environment.histogram(histogram.toString(), histogram.count(), histogram.sum());
  }

  private final class AtTime implements Environment {
    private final long time;

    AtTime(long time) {
      this.time = time;
    }

    @Override
    public List<Value> query(String expression) {
      ParseResult.Parsed parsed =
          switch (Promql.parse(expression, engine.options().syntax())) {
            case ParseResult.Parsed accepted -> accepted;
            case ParseResult.Rejected rejected ->
                throw new ValueFailure(ParseErrors.text(expression, rejected.first()));
          };
      try {
        List<Value> samples = new ArrayList<>();
        for (QueryResult.Sample found : new StepQuery(engine, source, parsed.expr()).at(time)) {
          samples.add(Environment.sample(found.labels().toMap(), value(found)));
        }
        return samples;
      } catch (RuleException e) {
        throw new ValueFailure(e.text());
      }
    }

    @Override
    public long now() {
      return time;
    }

    @Override
    public Optional<String> externalUrl() {
      return serverHasUrl ? Optional.of(externalUrl) : Optional.empty();
    }
  }
}
