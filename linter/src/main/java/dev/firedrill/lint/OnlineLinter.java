package dev.firedrill.lint;

import dev.firedrill.client.ClientException;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.Location;
import dev.firedrill.rules.Rule;
import dev.firedrill.rules.RuleFile;
import dev.firedrill.rules.RuleGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Runs the checks that ask a server. All rules are looked at at once, and wait for the server
/// together; how much it is asked at a time is for the client to limit.
public final class OnlineLinter {
  private final List<OnlineCheck> checks = new ArrayList<>();
  private final ScopedSettings settings;
  private final Online online;
  private final AtomicReference<@Nullable String> away = new AtomicReference<>();
  private final AtomicReference<@Nullable String> unanswered = new AtomicReference<>();
  private final Set<Location> failures = ConcurrentHashMap.newKeySet();

  /// A linter.
  ///
  /// @param all checks to choose from; only those that ask a server are run
  /// @param settings which of them run where, and how
  public OnlineLinter(List<Check> all, ScopedSettings settings, Online online) {
    this.settings = settings;
    this.online = online;
    for (Check check : all) {
      if (check instanceof OnlineCheck mine && settings.runsSomewhere(check.info())) {
        checks.add(mine);
      }
    }
  }

  /// What came of the questions.
  ///
  /// @param findings by check and in the order of the rules
  /// @param away why the server could not be asked; null where it could
  /// @param unanswered of how many rules it did not answer all questions otherwise
  /// @param reason why it did not answer one of those
  public record Outcome(
      List<Diagnostic> findings, @Nullable String away, int unanswered, @Nullable String reason) {
    public Outcome {
      findings = List.copyOf(findings);
    }
  }

  /// {@return what the checks find in a rule set}
  public Outcome lint(RuleSet rules) {
    List<Diagnostic> found = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Diagnostic>>> answers = new ArrayList<>();
      for (OnlineCheck check : checks) {
        ask(check, rules, threads, answers);
      }
      for (Future<List<Diagnostic>> answer : answers) {
        found.addAll(result(answer));
      }
    }
    return new Outcome(found, away.get(), failures.size(), unanswered.get());
  }

  private void ask(
      OnlineCheck check,
      RuleSet rules,
      ExecutorService threads,
      List<Future<List<Diagnostic>>> answers) {
    for (RuleFile file : rules.files()) {
      for (RuleGroup group : file.groups()) {
        for (Rule rule : group.rules()) {
          CheckSettings here = settings.at(new RulePlace(file, group, rule));
          RuleExpression expr = rules.expression(rule).orElse(null);
          if (expr != null && here.runs(check.info())) {
            Inquiry inquiry = new Inquiry(check.info(), here, rules, online);
            answers.add(threads.submit(() -> findings(check, expr, here, inquiry)));
          }
        }
      }
    }
  }

  private List<Diagnostic> findings(
      OnlineCheck check, RuleExpression expr, CheckSettings here, Inquiry inquiry) {
    if (away.get() != null) {
      return List.of();
    }
    try {
      return check.check(expr, inquiry).stream()
          .map(finding -> here.adjust(check.info(), finding))
          .toList();
    } catch (ClientException e) {
      if (e.isServerAway()) {
        away.compareAndSet(null, e.getMessage());
      } else {
        failures.add(expr.rule().location());
        unanswered.compareAndSet(null, e.getMessage());
      }
      return List.of();
    }
  }

  private static <T> T result(Future<T> answer) {
    try {
      return answer.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
