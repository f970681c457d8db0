package dev.firedrill.cli.input;

import dev.firedrill.cli.console.Session;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.engine.remote.DifferingFunctions;
import dev.firedrill.engine.remote.KeptAnswers;
import dev.firedrill.engine.remote.QueryRangeEngine;
import dev.firedrill.rules.RuleFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The engine of the server that holds the data, and what is to be told of its answers.
///
/// @param engine evaluates
/// @param kept answers until the run is done
/// @param differences of the server's results from Prometheus's, in words
public record ServerEngine(QueryRangeEngine engine, KeptAnswers kept, List<String> differences) {
  public ServerEngine {
    differences = List.copyOf(differences);
  }

  /// {@return the engine of a server}
  ///
  /// @param answers where answers are kept until the run is done
  /// @param interval milliseconds, the step of subqueries that do not say
  /// @param rules that will be evaluated
  public static ServerEngine of(
      PrometheusApi server, Path answers, long interval, List<RuleFile> rules) {
    KeptAnswers kept = KeptAnswers.in(answers, server.identity(), System.currentTimeMillis());
    List<String> differences = differences(server, rules);
    return new ServerEngine(
        new QueryRangeEngine(server, interval, kept, differences), kept, differences);
  }

  private static List<String> differences(PrometheusApi server, List<RuleFile> rules) {
    if (!server.isVictoriaMetrics()) {
      return List.of();
    }
    List<String> differences = new ArrayList<>();
    String who = server.address() + " is VictoriaMetrics, which by design ";
    String instead = ": --engine local evaluates as Prometheus does";
    Set<String> differing = DifferingFunctions.of(rules);
    if (!differing.isEmpty()) {
      differences.add(
          who
              + "gives other results than Prometheus for "
              + String.join(", ", differing)
              + instead);
    }
    if (DifferingFunctions.readsLatest(rules)) {
      differences.add(
          who
              + "ends series that stop without a staleness marker by how far their samples are"
              + " apart, not after 5 minutes, so that alerts may end sooner"
              + instead);
    }
    return differences;
  }

  /// Says where the server's results differ from Prometheus's by design.
  public void warn(Session session) {
    for (String difference : differences) {
      session.err().println("firedrill: warning: " + difference);
    }
  }

  /// Ends a run that has all it asked for: answers are no longer kept.
  public void finish() {
    kept.finish();
  }
}
