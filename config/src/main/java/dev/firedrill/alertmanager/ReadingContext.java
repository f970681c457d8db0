package dev.firedrill.alertmanager;

import dev.firedrill.alertmanager.receiver.Findings;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.labels.PrometheusDuration;
import dev.firedrill.variable.Placeholder;
import dev.firedrill.yaml.YamlFields;
import dev.firedrill.yaml.YamlNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import dev.firedrill.yaml.YamlProblems;
import dev.firedrill.yaml.YamlValues;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the readers of the parts of a configuration share.
final class ReadingContext {
  private final MatcherMode mode;
  private final boolean placeholders;
  private final YamlProblems problems = new YamlProblems();
  private final YamlProblems checks = new YamlProblems();
  private final List<Diagnostic> warnings = new ArrayList<>();

  ReadingContext(MatcherMode mode, boolean placeholders) {
    this.mode = mode;
    this.placeholders = placeholders;
  }

  MatcherMode mode() {
    return mode;
  }

  /// {@return what is found while the file is decoded}
  YamlProblems problems() {
    return problems;
  }

  /// {@return what is found once the whole file is decoded, which Alertmanager only looks for where
  /// decoding went well}
  YamlProblems checks() {
    return checks;
  }

  /// {@return all of that for the readers of integrations}
  Findings findings() {
    return new Findings(problems, checks, this::isOpen);
  }

  /// {@return what Alertmanager takes, with a warning}
  List<Diagnostic> warnings() {
    return warnings;
  }

  /// {@return whether a text holds a placeholder that nothing was filled into: what it will be is
  /// not known, so it is not judged}
  boolean isOpen(String text) {
    return placeholders && Placeholder.isIn(text);
  }

  /// {@return a duration}
  @Nullable Located<Duration> duration(YamlFields fields, String name) {
    boolean open =
        fields
            .node(name)
            .map(node -> node instanceof YamlNode.ScalarNode s && isOpen(s.text()))
            .orElse(false);
    return open
        ? null
        : fields.scalar(name, text -> Duration.ofMillis(PrometheusDuration.parseMillis(text)));
  }

  /// {@return what each item of a list becomes}
  ///
  /// @param goType the list's type as Go's messages name it
  <T> List<T> list(YamlFields fields, String name, String goType, Function<YamlNode, T> item) {
    YamlNode node = fields.node(name).orElse(null);
    if (node instanceof SequenceNode list) {
      return list.items().stream().map(item).toList();
    }
    if (node != null) {
      new YamlValues(problems).wrongType(node, goType, "a list");
    }
    return List.of();
  }

  /// {@return the texts of a list as values with their places}
  static List<Located<String>> located(List<SourceText> texts) {
    return texts.stream().map(text -> new Located<>(text.text(), text.location())).toList();
  }
}
