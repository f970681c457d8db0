package dev.firedrill.yaml;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Located;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.SourceText;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.yaml.YamlNode.Entry;
import dev.firedrill.yaml.YamlNode.MappingNode;
import dev.firedrill.yaml.YamlNode.ScalarNode;
import dev.firedrill.yaml.YamlNode.SequenceNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// Turns nodes into values of the type wanted, as Go's YAML libraries do, and reports those that do
/// not fit: a reported value is null.
public final class YamlValues {
  private static final Set<String> YES = Set.of("y", "yes", "on", "true");
  private static final Set<String> NO = Set.of("n", "no", "off", "false");
  private static final BigInteger MAX_INT = BigInteger.valueOf(Integer.MAX_VALUE);

  private final YamlProblems problems;

  /// Values whose errors go to `problems`.
  public YamlValues(YamlProblems problems) {
    this.problems = problems;
  }

  /// {@return whether a node is a null: nothing, `~` or `null`}
  public static boolean isNull(YamlNode node) {
    return node instanceof ScalarNode scalar && scalar.isNull();
  }

  /// {@return the text of a scalar, whatever it looks like; of a null the empty text}
  public @Nullable SourceText text(YamlNode node) {
    if (!(node instanceof ScalarNode scalar)) {
      wrongType(node, "string", "a text");
      return null;
    }
    return scalar.isNull()
        ? SourceText.of(scalar.location().file(), Span.at(scalar.location().span().start()))
        : scalar.value();
  }

  /// {@return what the text of a scalar stands for}
  public <T> @Nullable Located<T> scalar(YamlNode node, ScalarForm<T> form) {
    SourceText text = text(node);
    if (text == null) {
      return null;
    }
    try {
      return new Located<>(form.read(text.text()), text.location());
    } catch (IllegalArgumentException refused) {
      String message = String.valueOf(refused.getMessage());
      String help =
          message.contains("duration") ? "a duration is numbers with units: 30s, 5m, 1h30m" : null;
      problems.value(Diagnostic.error("yaml/value", message, place(node)).withHelp(help), message);
      return null;
    }
  }

  /// {@return a whole number; the fraction of a float is cut off}
  public @Nullable Located<Integer> integer(YamlNode node) {
    Optional<BigInteger> number =
        node instanceof ScalarNode scalar ? whole(scalar) : Optional.empty();
    if (number.isEmpty() || number.get().abs().compareTo(MAX_INT) > 0) {
      wrongType(node, "int", "a whole number");
      return null;
    }
    return new Located<>(number.get().intValue(), place(node));
  }

  /// {@return a whole number of up to 64 bits that is not negative; the fraction of a float is cut
  ///     off}
  public @Nullable Located<BigInteger> unsigned(YamlNode node) {
    Optional<BigInteger> number =
        node instanceof ScalarNode scalar ? whole(scalar) : Optional.empty();
    if (number.isEmpty() || number.get().signum() < 0 || number.get().bitLength() > 64) {
      wrongType(node, "uint64", "a whole number that is not negative");
      return null;
    }
    return new Located<>(number.get(), place(node));
  }

  private static Optional<BigInteger> whole(ScalarNode scalar) {
    String digits = scalar.text().replace("_", "");
    return switch (scalar.kind()) {
      case INT -> GoNumbers.parseInt(digits);
      case FLOAT ->
          GoNumbers.isFloat(digits) && digits.length() < 30
              ? Optional.of(new BigDecimal(Double.parseDouble(digits)).toBigInteger())
              : Optional.empty();
      case NULL, BOOL, TIMESTAMP, MERGE, BINARY, STRING -> Optional.empty();
    };
  }

  /// {@return a number}
  public @Nullable Located<Double> number(YamlNode node) {
    if (node instanceof ScalarNode scalar) {
      String text = scalar.text().replace("_", "");
      if (scalar.kind() == ScalarKind.INT) {
        Optional<BigInteger> whole = GoNumbers.parseInt(text);
        if (whole.isPresent()) {
          return new Located<>(whole.get().doubleValue(), place(node));
        }
      }
      if (scalar.kind() == ScalarKind.FLOAT) {
        return new Located<>(parseFloat(text), place(node));
      }
    }
    wrongType(node, "float64", "a number");
    return null;
  }

  private static double parseFloat(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case ".nan" -> Double.NaN;
      case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
      case "-.inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  /// {@return a yes or no; Go accepts the old words `yes`, `on`, `off` and so on where it knows
  /// that a boolean is wanted}
  public @Nullable Located<Boolean> bool(YamlNode node) {
    if (node instanceof ScalarNode scalar) {
      String word = scalar.text().toLowerCase(Locale.ROOT);
      boolean wordLike = scalar.kind() == ScalarKind.BOOL || scalar.kind() == ScalarKind.STRING;
      boolean spelled = !scalar.kind().equals(ScalarKind.STRING) || !isTrueOrFalse(word);
      if (wordLike && spelled && (YES.contains(word) || NO.contains(word))) {
        return new Located<>(YES.contains(word), place(node));
      }
    }
    wrongType(node, "bool", "true or false");
    return null;
  }

  private static boolean isTrueOrFalse(String word) {
    return word.equals("true") || word.equals("false");
  }

  /// {@return the items of a list; none of a null}
  public List<YamlNode> items(YamlNode node) {
    return items(node, "string");
  }

  /// {@return the items of a list; none of a null}
  /// @param itemType what an item is, as Go's messages name it
  public List<YamlNode> items(YamlNode node, String itemType) {
    if (node instanceof SequenceNode sequence) {
      return sequence.items();
    }
    if (!isNull(node)) {
      wrongType(node, "[]" + itemType, "a list");
    }
    return List.of();
  }

  /// {@return what each name and text of a mapping becomes}
  public <T> List<T> map(YamlNode node, BiFunction<Located<String>, SourceText, T> each) {
    if (!(node instanceof MappingNode mapping)) {
      if (!isNull(node)) {
        wrongType(node, "map[string]string", "a mapping");
      }
      return List.of();
    }
    List<T> result = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      SourceText key = text(entry.key());
      SourceText value = text(entry.value());
      if (key != null && value != null) {
        result.add(each.apply(new Located<>(key.text(), key.location()), value));
      }
    }
    return result;
  }

  /// Reports a node that is not of the type wanted.
  ///
  /// @param goType the type as Go names it
  /// @param wanted the type as people name it: `a list`
  public void wrongType(YamlNode node, String goType, String wanted) {
    String found = node.tagName();
    String goText =
        "line "
            + node.written().start().line()
            + ": cannot unmarshal "
            + found
            + quoted(node)
            + " into "
            + goType;
    String message = "expected " + wanted + ", found " + described(node);
    Diagnostic problem = Diagnostic.error("yaml/type", message, place(node));
    problems.type(problem.withHelp(goType.equals("float64") ? numberHelp(node) : null), goText);
  }

  private static @Nullable String numberHelp(YamlNode node) {
    String text = node instanceof ScalarNode scalar ? scalar.text() : "";
    return text.matches("[+-]?(?i:inf|nan)") ? "YAML writes .inf, -.inf and .nan" : null;
  }

  private static String quoted(YamlNode node) {
    if (!(node instanceof ScalarNode scalar) || scalar.text().isEmpty()) {
      return "";
    }
    String text = scalar.text();
    return text.length() > 10 ? " `" + text.substring(0, 7) + "...`" : " `" + text + "`";
  }

  private static String described(YamlNode node) {
    return switch (node) {
      case MappingNode _ -> "a mapping";
      case SequenceNode _ -> "a list";
      case ScalarNode scalar ->
          switch (scalar.kind()) {
            case NULL -> "nothing";
            case BOOL -> "true or false";
            case INT, FLOAT -> "a number";
            case TIMESTAMP -> "a time";
            case MERGE, BINARY, STRING -> "a text";
          };
    };
  }

  /// {@return the place to report of a node: a value's text, or the first line of a block or
  /// collection}
  private static Location place(YamlNode node) {
    return node instanceof ScalarNode scalar && !scalar.text().isEmpty()
        ? scalar.value().location()
        : node.written();
  }
}
