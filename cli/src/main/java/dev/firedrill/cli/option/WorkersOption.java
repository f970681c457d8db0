package dev.firedrill.cli.option;

import dev.firedrill.parallel.InParallel;

/// `-j`: how much is done at a time.
public final class WorkersOption {
  private final Value workers;

  private WorkersOption(Value workers) {
    this.workers = workers;
  }

  /// {@return the option, declared where it was not yet}
  public static WorkersOption of(Options options) {
    return options.shared(
        WorkersOption.class,
        all -> {
          WorkersOption option =
              new WorkersOption(all.value("-j", "N", "use N threads (default: one for each core)"));
          all.whenParsed(option::count);
          return option;
        });
  }

  /// {@return how many threads are used, at most}
  public int count() {
    return workers.integer(InParallel.defaultWorkers(), 1);
  }
}
