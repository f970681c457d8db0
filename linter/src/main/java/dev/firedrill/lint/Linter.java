package dev.firedrill.lint;

import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.parallel.InParallel;
import dev.firedrill.rules.RuleFile;
import java.util.ArrayList;
import java.util.List;

/// Runs checks over a rule set.
///
/// Checks of single rules go over the files in several threads, a run of files each; checks of the
/// whole set run beside them. A check keeps no state between two calls, so that all threads share
/// it.
public final class Linter {
  // So few rules take less time than to start a thread.
  private static final int RULES_WORTH_A_THREAD = 100;

  private final List<Check> checks;
  private final ScopedSettings settings;
  private final int workers;

  /// A linter that uses all cores.
  ///
  /// @param checks those to choose from
  /// @param settings which of them run where, and how
  public Linter(List<Check> checks, ScopedSettings settings) {
    this(checks, settings, InParallel.defaultWorkers());
  }

  /// A linter.
  ///
  /// @param checks those to choose from
  /// @param settings which of them run where, and how
  /// @param workers how many threads it may use
  public Linter(List<Check> checks, ScopedSettings settings, int workers) {
    this.checks = checks.stream().filter(check -> settings.runsSomewhere(check.info())).toList();
    this.settings = settings;
    this.workers = workers;
  }

  /// {@return what the checks find, by check and in the order of the rules, whatever the number of
  /// threads}
  public List<Diagnostic> lint(RuleSet rules) {
    int threads = rules.size() < RULES_WORTH_A_THREAD ? 1 : workers;
    rules.prepare(threads);
    List<List<List<Diagnostic>>> found = new ArrayList<>();
    List<Runnable> tasks = new ArrayList<>();
    // Those of the whole set first: they are the longest.
    for (Check each : checks) {
      List<List<Diagnostic>> parts = new ArrayList<>();
      found.add(parts);
      if (each instanceof RuleSetCheck check) {
        Findings findings = new Findings(check.info(), settings, rules, part(parts));
        tasks.add(() -> check.check(findings));
      } else if (each instanceof DeploymentCheck check) {
        Findings findings = new Findings(check.info(), settings, rules, part(parts));
        tasks.add(() -> check.check(rules.deployment(), findings));
      } else if (each instanceof RoutingCheck check) {
        Findings findings = new Findings(check.info(), settings, rules, part(parts));
        rules.routing().ifPresent(routing -> tasks.add(() -> check.check(routing, findings)));
      } else if (each instanceof GrafanaCheck check && !rules.deployment().grafana().isEmpty()) {
        Findings findings = new Findings(check.info(), settings, rules, part(parts));
        tasks.add(() -> check.check(rules.deployment().grafana(), findings));
      }
    }
    for (List<RuleFile> files : runs(rules)) {
      RuleLook look = new RuleLook(rules, settings);
      for (int i = 0; i < checks.size(); i++) {
        look.add(checks.get(i), part(found.get(i)));
      }
      tasks.add(() -> look.at(files));
    }
    InParallel.run(tasks, threads);
    List<Diagnostic> all = new ArrayList<>();
    found.forEach(parts -> parts.forEach(all::addAll));
    return all;
  }

  private static List<Diagnostic> part(List<List<Diagnostic>> parts) {
    List<Diagnostic> part = new ArrayList<>();
    parts.add(part);
    return part;
  }

  /// The files cut into runs of about as many rules each.
  private static List<List<RuleFile>> runs(RuleSet rules) {
    List<List<RuleFile>> runs = new ArrayList<>();
    List<RuleFile> run = new ArrayList<>();
    int size = 0;
    for (RuleFile file : rules.files()) {
      run.add(file);
      size += file.rules().size();
      if (size >= RULES_WORTH_A_THREAD) {
        runs.add(run);
        run = new ArrayList<>();
        size = 0;
      }
    }
    runs.add(run);
    return runs;
  }
}
