package dev.firedrill.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Fix;
import dev.firedrill.diagnostic.Fixes;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.diagnostic.Span;
import dev.firedrill.labels.LabelMatcher;
import dev.firedrill.labels.LabelMatcher.Operator;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.ast.Expr;
import dev.firedrill.promql.ast.Expr.Binary;
import dev.firedrill.promql.ast.Expr.InstantSelector;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.promql.walk.ExprWalk;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.edit.RuleFileEdit;
import dev.firedrill.rules.edit.RuleFileEdit.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Fixes, made until none is left, in expressions that are written in all sorts of ways.
class FixProperties {
  private static final int ROUNDS = 20;
  private static final Set<String> ALL =
      Set.of("promql/regex", "promql/number-style", "promql/format", "threshold/bool");
  private static final Span NOWHERE = Span.at(0);

  @Property(tries = 500)
  void changeWhatTheyAreForAndNothingElse(@ForAll("files") SourceFile file) {
    SourceFile after = fixed(file, ALL);
    assertThat(meaning(after)).as("%s%n->%n%s", file.text(), after.text()).isEqualTo(meaning(file));
    for (Diagnostic finding : found(after, ALL)) {
      assertThat(finding.fixes()).as("%s%n%s", after.text(), finding.message()).isEmpty();
    }
    assertThat(fixed(after, ALL).text()).isEqualTo(after.text());
  }

  @Property(tries = 500)
  void leaveLinesAsTheyAre(@ForAll("files") SourceFile file) {
    SourceFile after = fixed(file, Set.of("promql/regex", "promql/number-style"));
    List<String> words = List.of("\r\n", "  # note", "# bool", "alert: A");
    for (String word : words) {
      assertThat(after.text().split(word, -1)).hasSameSizeAs(file.text().split(word, -1));
    }
    assertThat(after.bytes()[0]).isEqualTo(file.bytes()[0]);
    assertThat(after.text().endsWith("\n")).isEqualTo(file.text().endsWith("\n"));
  }

  @Provide
  Arbitrary<SourceFile> files() {
    return Arbitraries.randomValue(FixProperties::file);
  }

  private static SourceFile file(Random random) {
    StringBuilder yaml = new StringBuilder("groups:\n- name: g\n  rules:\n");
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      yaml.append("  - alert: A").append(i).append("  # note\n    expr: ");
      String expr = expr(random);
      String flat = expr.replaceAll("#[^\n]*", "").replace("\n", " ");
      switch (random.nextInt(5)) {
        case 0 -> yaml.append("|\n      ").append(expr.replace("\n", "\n      "));
        case 1 -> yaml.append(">-\n      ").append(flat.replace(" and ", "\n      and "));
        case 2 -> yaml.append('\'').append(flat.replace("'", "''")).append('\'');
        case 3 -> {
          String escaped = expr.replace("\\", "\\\\").replace("\"", "\\\"");
          yaml.append('"').append(escaped.replace("\n", "\\n\\\n      ")).append("\"  # note");
        }
        default -> yaml.append(flat.replace(" and ", "\n      and "));
      }
      yaml.append('\n');
    }
    String text = random.nextBoolean() ? yaml.toString().replace("\n", "\r\n") : yaml.toString();
    text = random.nextBoolean() ? text : text.stripTrailing();
    return SourceFile.of("rules.yml", random.nextInt(4) == 0 ? "\uFEFF" + text : text);
  }

  private static String expr(Random random) {
    String gap = pick(random, " ", "\n", "  # bool or not\n", "   ");
    String left = pick(random, "up", "é:x", "errors_total").replace("é", "e") + matchers(random);
    String right = pick(random, "0", "1000000", "-86400000", "12345", "1e6", "123456.5");
    String comparison = left + " >" + gap + pick(random, "", "bool ", "BOOL   ") + right;
    return switch (random.nextInt(3)) {
      case 0 -> comparison;
      case 1 -> "(" + comparison + ")";
      default -> "sum by (a) (up" + matchers(random) + ") and " + comparison;
    };
  }

  private static String matchers(Random random) {
    List<String> matchers = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      String operator = pick(random, "=~", "!~", "=");
      String value = pick(random, "api", "^api.*$", ".*", "a|b", "^é$", "it's", "=~", "c=~d");
      String quote = value.contains("'") ? "\"" : pick(random, "\"", "'", "`");
      matchers.add("l" + i + pick(random, "", " ") + operator + quote + value + quote);
    }
    return matchers.isEmpty() ? "" : "{" + String.join(pick(random, ",", ", "), matchers) + "}";
  }

  private static String pick(Random random, String... from) {
    return List.of(from).get(random.nextInt(from.length));
  }

  private static SourceFile fixed(SourceFile file, Set<String> checks) {
    SourceFile now = file;
    RuleFileEdit edit = new RuleFileEdit(RuleFileOptions.DEFAULT, Kind.REWRITE);
    for (int round = 0; round < ROUNDS; round++) {
      List<Fix> fixes = new ArrayList<>();
      for (Diagnostic finding : found(now, checks)) {
        fixes.addAll(finding.fixes());
      }
      List<Fix> chosen = Fixes.compatible(fixes);
      if (chosen.isEmpty()) {
        return now;
      }
      Fixes.Applied applied = edit.apply(now, chosen.stream().map(Fix::edits).toList());
      assertThat(applied.left()).as(now.text()).isEmpty();
      now = applied.file();
    }
    throw new AssertionError("no end: " + file.text());
  }

  private static List<Diagnostic> found(SourceFile file, Set<String> checks) {
    ScopedSettings settings = ScopedSettings.DEFAULT.choose(checks, Set.of());
    return new Linter(Checks.all(), settings).lint(new RuleSet(List.of(read(file))));
  }

  private static RuleFile read(SourceFile file) {
    return Objects.requireNonNull(RuleFiles.read(file, RuleFileOptions.DEFAULT).file());
  }

  private static List<String> meaning(SourceFile file) {
    return read(file).rules().stream()
        .map(
            rule -> {
              assertThat(rule.expr().result()).as(file.text()).isInstanceOf(Parsed.class);
              Expr expr = ((Parsed) rule.expr().result()).expr();
              Expr meant = ExprWalk.fold(expr, FixProperties::meant);
              return Printer.print(meant);
            })
        .toList();
  }

  // What the fixes are for, made in the tree.
  private static Expr meant(Expr part, List<Expr> parts) {
    return switch (part) {
      case InstantSelector s ->
          new InstantSelector(
              s.name(),
              s.matchers().stream()
                  .filter(m -> m.operator() != Operator.REGEX || !m.value().equals(".*"))
                  .map(FixProperties::meant)
                  .toList(),
              s.modifiers(),
              s.trusted(),
              NOWHERE);
      case Binary b ->
          new Binary(b.operator(), false, b.matching(), parts.getFirst(), parts.getLast(), NOWHERE);
      case Expr.Paren _ -> new Expr.Paren(parts.getFirst(), NOWHERE);
      case Expr.Aggregation a ->
          new Expr.Aggregation(a.operator(), a.grouping(), null, parts.getLast(), NOWHERE);
      default -> part;
    };
  }

  private static LabelMatcher meant(LabelMatcher matcher) {
    if (!matcher.operator().isRegex() || matcher.value().equals(".*")) {
      return matcher;
    }
    String regex = matcher.value().replace("^", "").replace("$", "");
    boolean plain = regex.chars().noneMatch(c -> ".*|".indexOf(c) >= 0);
    Operator equality = matcher.operator().isNegative() ? Operator.NOT_EQUAL : Operator.EQUAL;
    return LabelMatcher.of(matcher.name(), plain ? equality : matcher.operator(), regex);
  }
}
