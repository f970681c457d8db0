package dev.firedrill.cli.input;

import dev.firedrill.cli.console.Session;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Severity;
import dev.firedrill.parallel.InParallel;
import dev.firedrill.promql.ParseOptions;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.test.mutation.Mutant;
import dev.firedrill.rules.test.mutation.MutationBench;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Mutants of rules that met their unit tests.
///
/// @param tried how many there were
/// @param survivors those that no test noticed, in the order of files and lines
/// @param untested rules that no test asserts on, whose mutants were not tried
public record MutationRun(int tried, List<Survivor> survivors, List<Untested> untested) {
  public MutationRun {
    survivors = List.copyOf(survivors);
    untested = List.copyOf(untested);
  }

  /// A mutant that no test noticed.
  ///
  /// @param testFile where an assertion would fit
  public record Survivor(Mutant mutant, String testFile) {}

  /// A rule that no test asserts on.
  ///
  /// @param testFile where an assertion would fit
  public record Untested(Rule rule, String testFile) {}

  /// Tries all mutants, several at a time. Progress is shown on a terminal.
  ///
  /// @param options the syntax that expressions may use
  /// @param workers how many mutants at a time, at most
  public static MutationRun of(
      Session session, MutationBench bench, ParseOptions options, int workers) {
    List<Mutant> mutants = bench.mutants(options);
    AtomicInteger done = new AtomicInteger();
    List<Boolean> survived =
        InParallel.map(
            mutants,
            workers,
            mutant -> {
              boolean survives = bench.survives(mutant);
              progress(session, done.incrementAndGet(), mutants.size());
              return survives;
            });
    List<Survivor> survivors = new ArrayList<>();
    for (int i = 0; i < mutants.size(); i++) {
      if (survived.get(i)) {
        Mutant mutant = mutants.get(i);
        survivors.add(new Survivor(mutant, bench.testFile(mutant.original())));
      }
    }
    List<Untested> untested = new ArrayList<>();
    for (Rule rule : bench.untested()) {
      untested.add(new Untested(rule, bench.testFile(rule)));
    }
    return new MutationRun(mutants.size(), survivors, untested);
  }

  private static void progress(Session session, int done, int all) {
    if (session.watched()) {
      synchronized (session) {
        session
            .err()
            .print("\r" + done + " of " + all + " mutants" + (done == all ? "\r\033[K" : ""));
        session.err().flush();
      }
    }
  }

  /// {@return a warning for each survivor and each rule that no test asserts on}
  public List<Diagnostic> diagnostics() {
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Survivor survivor : survivors) {
      Mutant mutant = survivor.mutant();
      diagnostics.add(
          Diagnostic.of("test/survivor", Severity.WARNING, mutant.change(), mutant.location()));
    }
    for (Untested rule : untested) {
      diagnostics.add(
          Diagnostic.of(
              "test/untested",
              Severity.WARNING,
              "no test asserts on it",
              rule.rule().name().location()));
    }
    return diagnostics;
  }
}
