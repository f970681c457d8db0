package dev.firedrill.rules.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.print.Printer;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleReading;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.edit.CommentSpans;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RuleFormatProperties {
  private static final RuleFileOptions OPTIONS =
      RuleFileOptions.DEFAULT.withPromql(ParseOptions.ALL);

  @Property
  void formattingTwiceIsFormattingOnce(
      @ForAll("files") SourceFile file,
      @ForAll @IntRange(min = 10, max = 120) int width,
      @ForAll boolean keepNumbers) {
    ExprFormat format = new ExprFormat(width, keepNumbers);
    SourceFile once = format(file, format);
    assertThat(format(once, format).text()).isEqualTo(once.text());
  }

  @Property
  void theRulesStayTheSame(
      @ForAll("files") SourceFile file, @ForAll @IntRange(min = 10, max = 120) int width) {
    SourceFile after = format(file, new ExprFormat(width, false));
    assertThat(exprs(after)).isEqualTo(exprs(file));
    assertThat(rest(after)).isEqualTo(rest(file));
    assertThat(after.bytes().length > 0 && after.bytes()[0] == (byte) 0xef)
        .isEqualTo(file.bytes()[0] == (byte) 0xef);
  }

  @Property
  void commentsStayWhereverTheyStand(@ForAll("files") SourceFile file) {
    SourceFile after = format(file, ExprFormat.DEFAULT);
    assertThat(comments(after)).isEqualTo(comments(file));
    for (String word : file.text().split("\\s+", -1)) {
      if (word.startsWith("#")) {
        assertThat(after.text()).contains(word);
      }
    }
  }

  @Property
  void onlyCommentsAreAReasonToLeaveSomethingAlone(@ForAll("files") SourceFile file) {
    assertThat(new RuleFormat(ExprFormat.DEFAULT).format(read(file), OPTIONS).remarks())
        .allSatisfy(remark -> assertThat(remark.message()).contains("comment"));
  }

  @Provide
  Arbitrary<SourceFile> files() {
    return Arbitraries.randomValue((Random random) -> RandomRules.file(random));
  }

  private static SourceFile format(SourceFile file, ExprFormat format) {
    return new RuleFormat(format).format(read(file), OPTIONS).after();
  }

  private static RuleFile read(SourceFile file) {
    RuleReading reading = RuleFiles.read(file, OPTIONS);
    assertThat(reading.problems()).as(file.text()).isEmpty();
    return Objects.requireNonNull(reading.file());
  }

  private static List<String> exprs(SourceFile file) {
    return read(file).rules().stream()
        .map(rule -> Printer.print(((Parsed) rule.expr().result()).expr()))
        .toList();
  }

  private static List<String> rest(SourceFile file) {
    return read(file).rules().stream().map(RuleFormatProperties::withoutExpr).toList();
  }

  private static String withoutExpr(Rule rule) {
    return switch (rule) {
      case Rule.AlertingRule alert ->
          alert.name().value()
              + alert.annotations().stream()
                  .map(label -> label.name().value() + "=" + label.value().text())
                  .toList();
      case Rule.RecordingRule record -> record.name().value();
    };
  }

  private static List<String> comments(SourceFile file) {
    return CommentSpans.texts(Yaml.read(file, YamlDialect.GO_V3));
  }
}
