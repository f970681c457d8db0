package dev.firedrill.template;

import dev.firedrill.diagnostic.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What templates use: which data they read, which functions and templates they call.
///
/// @param reads in the order of the text, templates after the calls that lead to them
/// @param functions every use of a function
/// @param templates every `{{template}}` and `{{block}}`
public record References(
    List<Read> reads, List<FunctionUse> functions, List<TemplateUse> templates) {
  /// Stands in a path for an element of a list or map that is ranged over.
  public static final String ELEMENT = "*";

  public References {
    reads = List.copyOf(reads);
    functions = List.copyOf(functions);
    templates = List.copyOf(templates);
  }

  /// {@return what the templates of a set use; those that are never called from its main one are
  /// walked last, without knowing their dot}
  public static References of(TemplateSet templates) {
    return new ReferenceWalk(templates).walk();
  }

  /// {@return the reads below a field of the data: for `Labels`, the labels by name}
  public List<Read> below(String field) {
    return reads.stream()
        .filter(read -> read.path.size() > 1 && read.path.getFirst().equals(field))
        .toList();
  }

  /// A read of the data.
  ///
  /// @param path names of the fields from the root, as in `Labels`, `instance` for
  ///     `$labels.instance`, `.Labels.instance`, or `index .Labels "instance"`
  /// @param bound whether the value is only given to a variable, the dot or a template here
  /// @param source the text that the span is within
  /// @param span of the operand, or of the command where it is an `index`
  public record Read(List<String> path, boolean bound, TemplateSource source, Span span) {
    public Read {
      path = List.copyOf(path);
    }

    /// {@return the last name of the path}
    public String name() {
      return path.getLast();
    }
  }

  /// A use of a function.
  ///
  /// @param command the command it is part of: the function and its arguments
  /// @param span of the function's name
  public record FunctionUse(String name, Node.Command command, TemplateSource source, Span span) {}

  /// A call of a template.
  ///
  /// @param caller name of the template that the call is in
  /// @param span of the quoted name
  /// @param argument what it is given, or null
  public record TemplateUse(
      String name,
      String caller,
      Node.@Nullable Pipeline argument,
      TemplateSource source,
      Span span) {}
}
