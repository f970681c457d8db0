package dev.firedrill.cli.input;

import dev.firedrill.cli.console.Session;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.engine.remote.DifferingFunctions;
import dev.firedrill.engine.remote.KeptAnswers;
import dev.firedrill.engine.remote.QueryRangeEngine;
import dev.firedrill.rules.RuleFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The engine of the server that holds the data, and what is to be told of its answers.
///
/// @param engine evaluates
/// @param kept answers until the run is done
public record ServerEngine(QueryRangeEngine engine, KeptAnswers kept) {
  /// {@return the engine of a server}
  ///
  /// @param answers where answers are kept until the run is done
  /// @param interval milliseconds, the step of subqueries that do not say
  public static ServerEngine of(PrometheusApi server, Path answers, long interval) {
    KeptAnswers kept = KeptAnswers.in(answers, server.address().url(), System.currentTimeMillis());
    return new ServerEngine(new QueryRangeEngine(server, interval, kept), kept);
  }

  /// Says where the server's results differ from Prometheus's by design.
  public void warn(Session session, List<RuleFile> rules) {
    if (!engine.server().isVictoriaMetrics()) {
      return;
    }
    Set<String> differing = DifferingFunctions.of(rules);
    if (!differing.isEmpty()) {
      session
          .err()
          .println(
              "firedrill: warning: "
                  + engine.server().address()
                  + " is VictoriaMetrics, which by design gives other results than Prometheus for "
                  + String.join(", ", differing)
                  + ": --engine local evaluates as Prometheus does");
    }
  }

  /// Ends a run that has all it asked for: answers are no longer kept, and what the server said
  /// beside them is told.
  public void finish(Session session) {
    kept.finish();
    for (String warning : engine.server().warnings()) {
      session.err().println("firedrill: warning: " + engine.server().address() + ": " + warning);
    }
  }
}
