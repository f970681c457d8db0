package dev.firedrill.cli.option;

import dev.firedrill.cli.console.RejectedException;
import dev.firedrill.cli.console.UsageException;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Json;
import dev.firedrill.diagnostic.Loaded;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.GoFormatException;
import dev.firedrill.labels.Labels;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ParseResult.Rejected;
import dev.firedrill.promql.Promql;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.type.ValueType;
import dev.firedrill.promql.type.ValueTypes;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `--expr`, `--for`, `--keep-firing-for` and mostly `--label`: an alert that is not in a file yet.
public final class InlineRuleOptions {
  /// What such an alert is called where no label names it.
  public static final String NAME = "Expression";

  private static final String LABELS = "    labels:\n";

  private final Value expr;
  private final Value hold;
  private final Value keep;
  private final @Nullable Values labels;

  /// Declares the options.
  public InlineRuleOptions(Options options) {
    this(options, true);
  }

  /// Declares the options but for `--label`, which means something else.
  public static InlineRuleOptions withoutLabels(Options options) {
    return new InlineRuleOptions(options, false);
  }

  private InlineRuleOptions(Options options, boolean labelled) {
    expr = options.value("--expr", "EXPR", "an alert that is not in a file yet: its expression");
    hold = options.value("--for", "DURATION", "how long the expression of --expr must hold");
    keep =
        options.value(
            "--keep-firing-for", "DURATION", "how long that alert stays when it no longer holds");
    labels =
        labelled
            ? options.values("--label", "NAME=VALUE", "a label of that alert; alertname names it")
            : null;
    options.whenParsed(this::check);
  }

  private List<String> labels() {
    Values given = labels;
    return given == null ? List.of() : given.get();
  }

  private void check() {
    boolean details = hold.get().isPresent() || keep.get().isPresent() || !labels().isEmpty();
    if (details && !given()) {
      throw new UsageException(
          labels == null
              ? "--for and --keep-firing-for are for --expr"
              : "--for, --keep-firing-for and --label are for --expr");
    }
    LabelSets.of(labels());
  }

  /// {@return whether there is such an alert}
  public boolean given() {
    return expr.get().isPresent();
  }

  /// {@return a file with that alert; empty where none is given}
  ///
  /// @param reading which syntax is accepted
  /// @throws RejectedException when Prometheus would refuse it
  public Optional<RuleFile> file(RuleFileOptions reading) {
    if (!given()) {
      return Optional.empty();
    }
    checkDuration(hold);
    checkDuration(keep);
    switch (Promql.parse(expr.required(), reading.promql())) {
      case Rejected rejected -> throw new RejectedException(ExprArgument.diagnostics(rejected));
      case Parsed parsed -> checkType(parsed.expr());
    }
    Loaded<RuleFile> loaded =
        RuleFiles.read(SourceFile.of("<expression>", yaml()), reading).loaded();
    RuleFile file = loaded.value();
    if (file == null || loaded.failed()) {
      throw rejected(loaded.diagnostics());
    }
    return Optional.of(file);
  }

  // Prometheus loads rules with such expressions, and fails at each evaluation.
  private void checkType(Expr parsed) {
    ValueType type = ValueTypes.of(parsed);
    if (type == ValueType.INSTANT_VECTOR || type == ValueType.SCALAR) {
      return;
    }
    throw new RejectedException(
        List.of(
            Diagnostic.error(
                    "promql/evaluation",
                    "rule result is not a vector or scalar",
                    ExprArgument.source(expr.required()).locate(parsed.span()))
                .withHelp(
                    type == ValueType.STRING
                        ? "the expression is a string: an alert needs a condition, as in"
                            + " queue_depth > 10"
                        : "the expression is a range vector: take a function of it, as in"
                            + " max_over_time(queue_depth[5m]) > 10")));
  }

  // Nobody wrote the file, so what is wrong with a label is told of the option.
  private static RuntimeException rejected(List<Diagnostic> found) {
    Diagnostic first = found.getFirst();
    int labels = first.location().file().text().indexOf(LABELS);
    return labels >= 0 && first.location().span().start() > labels
        ? new UsageException("--label: " + first.message())
        : new RejectedException(found);
  }

  private static void checkDuration(Value duration) {
    duration.get().ifPresent(text -> checkDuration(duration.name(), text));
  }

  private static void checkDuration(String name, String text) {
    try {
      PrometheusDuration.parseMillis(text);
    } catch (GoFormatException e) {
      throw new UsageException(name + " '" + text + "': expected 30s, 5m, 1h30m");
    }
  }

  // JSON strings are YAML too.
  private String yaml() {
    Labels given = LabelSets.of(labels());
    String name = given.has(Labels.ALERT_NAME) ? given.get(Labels.ALERT_NAME) : NAME;
    StringBuilder yaml = new StringBuilder("groups:\n- name: expression\n  rules:\n");
    yaml.append("  - alert: ").append(Json.quote(name)).append('\n');
    yaml.append("    expr: ").append(Json.quote(expr.required())).append('\n');
    hold.get().ifPresent(time -> yaml.append("    for: ").append(Json.quote(time)).append('\n'));
    keep.get()
        .ifPresent(
            time -> yaml.append("    keep_firing_for: ").append(Json.quote(time)).append('\n'));
    Labels others = given.without(Labels.ALERT_NAME);
    yaml.append(others.size() == 0 ? "" : LABELS);
    others.forEach(
        (label, value) ->
            yaml.append("      ")
                .append(Json.quote(label))
                .append(": ")
                .append(Json.quote(value))
                .append('\n'));
    return yaml.toString();
  }
}
