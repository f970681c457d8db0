package dev.firedrill.rules.test;

import java.util.List;

/// Looks on while files of tests run. Several files may run at a time.
public interface BenchObserver {
  /// Looks at nothing.
  BenchObserver NONE = new BenchObserver() {};

  /// {@return an observer for several}
  static BenchObserver all(List<? extends BenchObserver> observers) {
    return new BenchObserver() {
      @Override
      public void prepared(TestBench bench) {
        observers.forEach(each -> each.prepared(bench));
      }

      @Override
      public void ran(TestBench bench, UnitTest test, TestEvidence evidence) {
        observers.forEach(each -> each.ran(bench, test, evidence));
      }
    };
  }

  /// Takes note of a file whose tests are about to run.
  default void prepared(TestBench bench) {}

  /// Takes note of a test whose rules could all be evaluated, whether or not it passed.
  default void ran(TestBench bench, UnitTest test, TestEvidence evidence) {}
}
