package dev.firedrill.alertmanager.route;

import dev.firedrill.template.Dialect;
import dev.firedrill.template.Node;
import dev.firedrill.template.Operand;
import dev.firedrill.template.TemplateResult;
import dev.firedrill.template.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the template of a rule's label can come to: the texts of all branches, with labels of the
/// series filled in where they are known.
final class LabelTemplate {
  private static final int MAX_TEXTS = 64;

  private final String name;
  private final KnownLabels series;

  private LabelTemplate(String name, KnownLabels series) {
    this.name = name;
    this.series = series;
  }

  /// {@return what is known of a label's value}
  ///
  /// @param name of the label
  /// @param text its value as written
  /// @param series the labels of the series that the expression returns
  static LabelKnowledge values(String name, String text, KnownLabels series) {
    if (!text.contains("{{")) {
      return LabelKnowledge.of(text);
    }
    return switch (Templates.parse("", text, Dialect.RULE)) {
      case TemplateResult.Rejected _ -> LabelKnowledge.anything();
      case TemplateResult.Parsed(var templates) ->
          new LabelTemplate(name, series).knowledge(templates.main().body());
    };
  }

  private LabelKnowledge knowledge(Node.Body body) {
    Optional<Set<String>> texts = texts(body);
    if (texts.isPresent()) {
      return LabelKnowledge.oneOf(texts.get());
    }
    return neverEmpty(body) ? LabelKnowledge.present(name) : LabelKnowledge.anything();
  }

  private Optional<Set<String>> texts(Node.Body body) {
    Set<String> texts = new TreeSet<>(List.of(""));
    for (Node node : body.nodes()) {
      Optional<Set<String>> next = texts(node);
      if (next.isEmpty() || texts.size() * next.get().size() > MAX_TEXTS) {
        return Optional.empty();
      }
      Set<String> longer = new TreeSet<>();
      for (String start : texts) {
        next.get().forEach(end -> longer.add(start + end));
      }
      texts = longer;
    }
    return Optional.of(texts);
  }

  private Optional<Set<String>> texts(Node node) {
    return switch (node) {
      case Node.Text(String text, var _) -> Optional.of(Set.of(text));
      case Node.Action(Node.Pipeline pipeline, var _) -> texts(pipeline);
      case Node.If choice -> texts(choice.then()).flatMap(then -> with(then, choice.otherwise()));
      // The dot is another one in there, or the text is written any number of times.
      case Node.With _, Node.Range _, Node.TemplateCall _, Node.Break _, Node.Continue _ ->
          Optional.empty();
    };
  }

  private Optional<Set<String>> with(Set<String> texts, Node.Body body) {
    return texts(body)
        .map(
            others -> {
              Set<String> both = new TreeSet<>(texts);
              both.addAll(others);
              return both;
            });
  }

  private Optional<Set<String>> texts(Node.Pipeline pipeline) {
    if (!pipeline.variables().isEmpty()) {
      return Optional.of(Set.of(""));
    }
    return operand(pipeline).flatMap(this::texts);
  }

  private Optional<Set<String>> texts(Operand operand) {
    return switch (operand) {
      case Operand.StringLiteral literal -> Optional.of(Set.of(literal.value()));
      case Operand.Parenthesized inner -> operand(inner.pipeline()).flatMap(this::texts);
      case Operand.Variable _, Operand.Field _ ->
          label(operand)
              .flatMap(
                  known ->
                      known instanceof LabelKnowledge.OneOf(List<String> values)
                          ? Optional.of(Set.copyOf(values))
                          : Optional.empty());
      case Operand.Dot _,
          Operand.Nil _,
          Operand.BoolLiteral _,
          Operand.NumberLiteral _,
          Operand.FunctionName _,
          Operand.Chain _ ->
          Optional.empty();
    };
  }

  // A pipeline that is nothing but one value.
  private static Optional<Operand> operand(Node.Pipeline pipeline) {
    return pipeline.commands().size() == 1 && pipeline.commands().getFirst().operands().size() == 1
        ? Optional.of(pipeline.commands().getFirst().operands().getFirst())
        : Optional.empty();
  }

  private Optional<LabelKnowledge> label(Operand operand) {
    List<String> path = new ArrayList<>();
    switch (operand) {
      case Operand.Variable variable when variable.name().equals("$labels") -> {
        path.add("Labels");
        path.addAll(variable.fields());
      }
      case Operand.Field field -> path.addAll(field.fields());
      default -> {
        return Optional.empty();
      }
    }
    return path.size() == 2 && path.getFirst().equals("Labels")
        ? Optional.of(series.of(path.getLast()))
        : Optional.empty();
  }

  // Whether something is surely written: text, or a label that is there.
  private boolean neverEmpty(Node.Body body) {
    for (Node node : body.nodes()) {
      boolean writes =
          switch (node) {
            case Node.Text(String text, var _) -> !text.isEmpty();
            case Node.Action action ->
                action.pipeline().variables().isEmpty()
                    && operand(action.pipeline())
                        .flatMap(this::label)
                        .filter(known -> !known.mayBeMissing())
                        .isPresent();
            case Node.If choice -> neverEmpty(choice.then()) && neverEmpty(choice.otherwise());
            case Node.With _, Node.Range _, Node.TemplateCall _, Node.Break _, Node.Continue _ ->
                false;
          };
      if (writes) {
        return true;
      }
    }
    return false;
  }
}
