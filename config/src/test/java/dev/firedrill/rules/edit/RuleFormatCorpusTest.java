package dev.firedrill.rules.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.promql.ParseResult.Parsed;
import dev.firedrill.promql.print.PrettyPrinter;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleReading;
import dev.firedrill.rules.edit.RuleFileEdit.Kind;
import dev.firedrill.rules.edit.RuleFormat.Formatted;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Formats real rule files, where the corpus lies beside the repository.
class RuleFormatCorpusTest {
  private static final RuleFileOptions OPTIONS =
      RuleFileOptions.DEFAULT.withPromql(ParseOptions.ALL);

  @Test
  void changesTheLayoutOfExpressionsOnly() throws IOException {
    int formatted = 0;
    for (Path path : files()) {
      RuleReading reading = read(SourceFile.of(path.toString(), Files.readString(path)));
      RuleFile file = reading.file();
      if (file != null && reading.kind().holdsRules()) {
        formatted += check(file);
      }
    }
    assertThat(formatted).isGreaterThan(1000);
  }

  private static int check(RuleFile file) {
    RuleFormat format = new RuleFormat(ExprFormat.DEFAULT);
    Formatted once = format.format(file, OPTIONS);
    assertThat(new RuleFileEdit(OPTIONS, Kind.LAYOUT).isSafe(once.before(), once.after()))
        .as(file.source().path())
        .isTrue();
    assertThat(once.remarks()).allSatisfy(r -> assertThat(r.message()).contains("comment"));
    if (once.changed() > 0) {
      RuleFile after = Objects.requireNonNull(read(once.after()).file());
      assertThat(format.format(after, OPTIONS).changed()).isZero();
      after.rules().forEach(RuleFormatCorpusTest::isPretty);
    }
    return once.changed();
  }

  private static void isPretty(Rule rule) {
    String text = rule.expr().source().text();
    if (rule.expr().result() instanceof Parsed parsed && text.indexOf('#') < 0) {
      assertThat(text.stripTrailing())
          .isEqualTo(PrettyPrinter.print(parsed.expr()).stripTrailing());
    }
  }

  private static RuleReading read(SourceFile file) {
    return RuleFiles.read(file, OPTIONS);
  }

  private static List<Path> files() throws IOException {
    Optional<Path> corpus = Repository.shared("corpus/rules");
    assumeTrue(corpus.isPresent(), "no corpus beside the repository");
    try (Stream<Path> files = Files.walk(corpus.get())) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
