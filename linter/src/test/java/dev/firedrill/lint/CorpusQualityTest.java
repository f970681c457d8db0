package dev.firedrill.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleFileOptions;
import dev.firedrill.rules.RuleFiles;
import dev.firedrill.rules.RuleProblem;
import dev.firedrill.rules.RuleReading;
import dev.firedrill.testkit.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// All checks over public rule files, by the preset `recommended`: nothing breaks, and what is
/// said does not grow unnoticed. The numbers and how they were judged stand in docs/quality.md.
///
/// `-Dfiredrill.quality=FILE` writes all findings, one a line.
class CorpusQualityTest {
  private static final Set<String> KINDS = Set.of("rules", "crd");

  // What lies in these folders belongs to no common server: fixtures of programs, files to choose
  // from, copies for one environment each.
  private static final Set<String> SINGLE =
      Set.of(
          "cloudflare-pint",
          "prometheus",
          "victoriametrics",
          "fusakla-promruval",
          "prometheus-operator",
          "samber-awesome-prometheus-alerts",
          "rhobs-configuration");

  private static final List<Found> FOUND = new ArrayList<>();
  private static final Map<String, Integer> RULES = new TreeMap<>();

  /// A finding and where it was met.
  private record Found(String path, Diagnostic diagnostic) {
    String line() {
      return String.join(
          "\t",
          diagnostic.severity().word(),
          diagnostic.check(),
          path,
          String.valueOf(diagnostic.location().start().line()),
          diagnostic.message());
    }
  }

  @BeforeAll
  static void lintTheCorpus() throws IOException {
    Optional<Path> corpus = Repository.shared("corpus");
    assumeTrue(corpus.isPresent(), "the corpus of public rule files is not here");
    for (List<String> set : sets(corpus.get()).values()) {
      lint(corpus.get(), set);
    }
    String dump = System.getProperty("firedrill.quality");
    if (dump != null) {
      Files.write(Path.of(dump), FOUND.stream().map(Found::line).toList());
    }
  }

  private static Map<String, List<String>> sets(Path corpus) throws IOException {
    JsonNode index = new ObjectMapper().readTree(corpus.resolve("index.json").toFile());
    Map<String, List<String>> sets = new TreeMap<>();
    index
        .properties()
        .forEach(
            entry -> {
              String path = entry.getKey();
              if (KINDS.contains(entry.getValue().path("kind").asText())
                  && Files.exists(corpus.resolve(path))) {
                String source = path.split("/", 3)[1];
                String folder = path.substring(0, path.lastIndexOf('/'));
                sets.computeIfAbsent(
                        SINGLE.contains(source) ? path : folder, set -> new ArrayList<>())
                    .add(path);
              }
            });
    return sets;
  }

  private static void lint(Path corpus, List<String> paths) throws IOException {
    List<RuleFile> files = new ArrayList<>();
    List<Diagnostic> found = new ArrayList<>();
    for (String path : paths) {
      String text = Files.readString(corpus.resolve(path), StandardCharsets.UTF_8);
      RuleReading reading = RuleFiles.read(SourceFile.of(path, text), RuleFileOptions.DEFAULT);
      if (!reading.kind().holdsRules()) {
        continue;
      }
      for (RuleProblem problem : reading.problems()) {
        found.add(problem.diagnostic());
      }
      RuleFile file = reading.file();
      if (file != null) {
        files.add(file);
        RULES.put(path, file.rules().size());
      }
    }
    found.addAll(new Linter(Checks.all(), ScopedSettings.DEFAULT, 1).lint(new RuleSet(files)));
    LocalDate day = LocalDate.of(2026, 11, 21);
    for (Diagnostic diagnostic : Suppressions.apply(files, found, ScopedSettings.DEFAULT, day)) {
      FOUND.add(new Found(diagnostic.location().file().path(), diagnostic));
    }
  }

  private static long count(Severity severity) {
    return FOUND.stream().filter(found -> found.diagnostic.severity() == severity).count();
  }

  @Test
  void readsAllOfIt() {
    assertThat(RULES).hasSizeGreaterThan(580);
    assertThat(RULES.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(6000);
  }

  @Test
  void saysNoMoreThanWasJudged() {
    assertThat(count(Severity.ERROR)).isLessThan(790);
    assertThat(count(Severity.WARNING)).isLessThan(2950);
  }

  @Test
  void saysNothingFalseOfTheKubernetesMixins() {
    assertThat(FOUND)
        .filteredOn(found -> found.diagnostic.severity() == Severity.ERROR)
        .extracting(Found::path)
        .noneMatch(path -> path.startsWith("tests/kubernetes-mixin/"))
        .noneMatch(path -> path.startsWith("rules/kube-prometheus/manifests/"))
        .noneMatch(path -> path.startsWith("rules/kube-prometheus/crd/"))
        .noneMatch(path -> path.startsWith("rules/monitoring-mixins/assets/kubernetes/"));
  }

  @Test
  void isQuietOnWellKeptMixins() {
    for (String source :
        List.of("rules/kube-prometheus/", "tests/kubernetes-mixin/", "rules/monitoring-mixins/")) {
      long said =
          FOUND.stream()
              .filter(found -> found.path.startsWith(source))
              .filter(found -> found.diagnostic.severity() != Severity.INFO)
              .count();
      int rules =
          RULES.entrySet().stream()
              .filter(entry -> entry.getKey().startsWith(source))
              .mapToInt(Map.Entry::getValue)
              .sum();
      assertThat(rules).as(source).isPositive();
      assertThat((double) said / rules).as(source).isLessThan(0.2);
    }
  }
}
