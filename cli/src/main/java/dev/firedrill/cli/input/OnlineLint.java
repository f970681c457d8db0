package dev.firedrill.cli.input;

import dev.firedrill.alertmanager.AlertmanagerConfig;
import dev.firedrill.alertmanager.AlertmanagerOptions;
import dev.firedrill.alertmanager.AlertmanagerReader;
import dev.firedrill.cli.console.CommandException;
import dev.firedrill.cli.console.Session;
import dev.firedrill.client.AlertmanagerApi;
import dev.firedrill.client.ClientException;
import dev.firedrill.client.PrometheusApi;
import dev.firedrill.diagnostic.Diagnostic;
import dev.firedrill.diagnostic.SourceFile;
import dev.firedrill.lint.Checks;
import dev.firedrill.lint.DeclaredTypes;
import dev.firedrill.lint.Deployment;
import dev.firedrill.lint.MetricTypes;
import dev.firedrill.lint.Online;
import dev.firedrill.lint.OnlineLinter;
import dev.firedrill.lint.RuleSet;
import dev.firedrill.lint.ScopedSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The part of a lint run that asks a server. Where the server is away, that is said once, and
/// what needs no server goes on; or the run ends, where it was asked for so.
public final class OnlineLint {
  private final Session session;
  private final Online online;
  private final boolean required;
  private boolean away;
  private boolean routesAway;
  private @Nullable MetricTypes types;

  /// A run.
  ///
  /// @param required whether the run is to end where the server is away
  public OnlineLint(Session session, Online online, boolean required) {
    this.session = session;
    this.online = online;
    this.required = required;
  }

  /// {@return what the server's targets say of their metrics; nothing where it is away}
  /// @throws CommandException if it is, and is required
  public MetricTypes types() {
    MetricTypes known = types;
    if (known == null) {
      known = online.prometheus().map(this::asked).orElse(MetricTypes.UNKNOWN);
      types = known;
    }
    return known;
  }

  private MetricTypes asked(PrometheusApi server) {
    try {
      return new DeclaredTypes(server.metadata());
    } catch (ClientException e) {
      if (e.isServerAway() || e.kind() == ClientException.Kind.UNAVAILABLE) {
        sayAway(String.valueOf(e.getMessage()));
      }
      // Some servers have no metadata; the rest can do without.
      return MetricTypes.UNKNOWN;
    }
  }

  /// {@return what loads the rules, with the routes of a running Alertmanager where one is given}
  /// @throws CommandException if it is away, and is required
  public Deployment deployment(Deployment own) {
    AlertmanagerApi server = online.alertmanager().orElse(null);
    if (server == null) {
      return own;
    }
    try {
      SourceFile yaml =
          SourceFile.of(server.address() + "/api/v2/status", server.status().configuration());
      AlertmanagerConfig config =
          AlertmanagerReader.read(yaml, AlertmanagerOptions.DEFAULT).loaded().value();
      return config == null ? own : own.withAlertmanager(config);
    } catch (ClientException e) {
      if (required) {
        throw new CommandException(String.valueOf(e.getMessage()));
      }
      if (!routesAway) {
        routesAway = true;
        warn(e.getMessage() + "; its routes are not looked at");
      }
      return own;
    }
  }

  /// {@return what the checks that ask a server find}
  /// @throws CommandException if the server is away, and is required
  public List<Diagnostic> lint(RuleSet rules, ScopedSettings settings) {
    if (away) {
      return List.of();
    }
    OnlineLinter.Outcome outcome = new OnlineLinter(Checks.all(), settings, online).lint(rules);
    String why = outcome.away();
    if (why != null) {
      sayAway(why);
    } else if (outcome.unanswered() > 0) {
      sayUnanswered(outcome);
    }
    return outcome.findings();
  }

  private void sayAway(String why) {
    away = true;
    if (required) {
      throw new CommandException(why);
    }
    warn(why + "; the checks that ask it are left out");
  }

  private void sayUnanswered(OnlineLinter.Outcome outcome) {
    String said = outcome.reason() + "; not all checks were made of " + outcome.unanswered();
    said += outcome.unanswered() == 1 ? " rule" : " rules";
    if (required) {
      throw new CommandException(said);
    }
    warn(said);
  }

  private void warn(String text) {
    session.err().println("firedrill: warning: " + text);
  }
}
