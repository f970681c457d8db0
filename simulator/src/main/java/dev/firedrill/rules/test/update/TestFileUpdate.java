package dev.firedrill.rules.test.update;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.labels.Labels;
import dev.firedrill.promql.series.SeriesNotation;
import dev.firedrill.promql.series.SeriesResult;
import dev.firedrill.promql.series.SeriesValue;
import dev.firedrill.rules.test.Observation;
import dev.firedrill.rules.test.TestFailure;
import dev.firedrill.rules.test.TestFileOutcome;
import dev.firedrill.rules.test.TestOutcome;
import dev.firedrill.rules.test.UnitTest;
import dev.firedrill.rules.test.UnitTest.AlertExpectation;
import dev.firedrill.rules.test.UnitTest.ExpectedAlert;
import dev.firedrill.rules.test.UnitTest.ExpectedSample;
import dev.firedrill.rules.test.UnitTestFile;
import dev.firedrill.rules.test.UnitTestReader;
import dev.firedrill.yaml.Yaml;
import dev.firedrill.yaml.YamlDialect;
import dev.firedrill.yaml.edit.CommentSpans;
import dev.firedrill.yaml.edit.EditRefused;
import dev.firedrill.yaml.edit.YamlEditor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A file of unit tests with what its rules really do as what is expected of them.
///
/// Only `exp_alerts` and `exp_samples` of assertions that failed change, and of these only what
/// differs. The new text is tried before anybody sees it: the assertions must pass, and all
/// comments must be there. Otherwise the file is left alone.
///
/// @param outcome of the file as it should now be; of the file as it is where it is left alone
/// @param before what is in the file
/// @param after what should be in it; the same where it is left alone
/// @param assertions how many assertions were brought up to date
/// @param diagnostics why the file was left alone
public record TestFileUpdate(
    TestFileOutcome outcome,
    SourceFile before,
    SourceFile after,
    int assertions,
    List<Diagnostic> diagnostics) {
  public TestFileUpdate {
    diagnostics = List.copyOf(diagnostics);
  }

  /// Brings a file up to date.
  ///
  /// @param outcome of the tests of the file
  /// @param rerun runs the same tests on another text of the file
  public static TestFileUpdate of(
      TestFileOutcome outcome, Function<SourceFile, TestFileOutcome> rerun) {
    UnitTestFile file = UnitTestReader.read(outcome.source()).value();
    List<TestFailure> failures = file == null ? List.of() : updatable(outcome, file);
    if (file == null || failures.isEmpty()) {
      return unchanged(outcome);
    }
    try {
      SourceFile after = edited(file, failures);
      TestFileOutcome again = rerun.apply(after);
      check(outcome, again, failures);
      return new TestFileUpdate(again, outcome.source(), after, failures.size(), List.of());
    } catch (EditRefused e) {
      return refused(outcome, e);
    }
  }

  /// {@return whether there is anything to write}
  public boolean changed() {
    return !before.text().equals(after.text());
  }

  private static TestFileUpdate unchanged(TestFileOutcome outcome) {
    return new TestFileUpdate(outcome, outcome.source(), outcome.source(), 0, List.of());
  }

  private static TestFileUpdate refused(TestFileOutcome outcome, EditRefused refusal) {
    Diagnostic diagnostic =
        Diagnostic.of(
                "test/update",
                Severity.WARNING,
                "the file is left alone: " + refusal.getMessage(),
                refusal.location())
            .withHelp("update it by hand");
    return new TestFileUpdate(outcome, outcome.source(), outcome.source(), 0, List.of(diagnostic));
  }

  private static List<TestFailure> updatable(TestFileOutcome outcome, UnitTestFile file) {
    List<TestFailure> failures = new ArrayList<>();
    for (TestOutcome test : outcome.outcomes()) {
      for (TestFailure failure : test.failures()) {
        boolean differs =
            switch (failure.kind()) {
              case ALERT, EXPR -> failure.message().isEmpty();
              case NOTIFICATION, RULE, SETUP -> false;
            };
        if (differs && AssertionPlace.at(file, failure.location().span()).isPresent()) {
          failures.add(failure);
        }
      }
    }
    return failures;
  }

  private static SourceFile edited(UnitTestFile file, List<TestFailure> failures)
      throws EditRefused {
    YamlEditor editor = new YamlEditor(file.source(), YamlDialect.GO_V2);
    for (TestFailure failure : failures) {
      Optional<AssertionPlace> place = AssertionPlace.at(file, failure.location().span());
      if (place.isPresent()) {
        List<Observation> written = written(file, place.get());
        new AssertionUpdate(editor, place.get(), written, failure).run();
      }
    }
    return editor.file();
  }

  private static List<Observation> written(UnitTestFile file, AssertionPlace place)
      throws EditRefused {
    UnitTest test = file.tests().get(place.test());
    List<Observation> written = new ArrayList<>();
    if (place.alerts()) {
      AlertExpectation expectation = test.alerts().get(place.index());
      for (ExpectedAlert alert : expectation.expected()) {
        SortedMap<String, String> labels = new TreeMap<>(alert.labels());
        labels.put(Labels.ALERT_NAME, expectation.alertname());
        written.add(new Observation.FiringAlert(labels, alert.annotations()));
      }
    } else {
      for (ExpectedSample sample : test.exprs().get(place.index()).expected()) {
        written.add(
            new Observation.ResultSample(labels(sample), sample.value(), histogram(sample)));
      }
    }
    return written;
  }

  private static SortedMap<String, String> labels(ExpectedSample sample) throws EditRefused {
    return switch (SeriesNotation.parseMetric(sample.labels().value())) {
      case SeriesResult.Parsed parsed -> {
        Map<String, String> labels = parsed.series().labels().toMap();
        yield new TreeMap<>(labels);
      }
      case SeriesResult.Rejected rejected ->
          throw new EditRefused(rejected.error().message(), sample.location());
    };
  }

  // As promtool compares it, however it is written.
  private static @Nullable String histogram(ExpectedSample sample) {
    String text = sample.histogram().value();
    if (SeriesNotation.parse("{} " + text) instanceof SeriesResult.Parsed parsed
        && parsed.series().values().size() == 1
        && parsed.series().values().getFirst() instanceof SeriesValue.HistogramSample read) {
      return read.histogram().toNotation();
    }
    return text.isEmpty() ? null : text;
  }

  private static void check(
      TestFileOutcome before, TestFileOutcome after, List<TestFailure> failures)
      throws EditRefused {
    Location place = failures.getFirst().location();
    int expected = count(before) - failures.size();
    if (after.outcomes().size() != before.outcomes().size() || count(after) != expected) {
      throw new EditRefused("the tests would not pass afterwards", place);
    }
    if (!comments(before.source()).equals(comments(after.source()))) {
      throw new EditRefused("comments would be lost", place);
    }
  }

  private static int count(TestFileOutcome outcome) {
    return outcome.outcomes().stream().mapToInt(test -> test.failures().size()).sum();
  }

  private static List<String> comments(SourceFile file) {
    return CommentSpans.texts(Yaml.read(file, YamlDialect.GO_V2)).stream().sorted().toList();
  }
}
